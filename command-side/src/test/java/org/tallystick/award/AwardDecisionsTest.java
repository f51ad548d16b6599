package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;
import static org.tallystick.platform.Region.OTHER_COMMISSIONER;
import static org.tallystick.platform.Region.PAYER;
import static org.tallystick.platform.Region.STRANGER;
import static org.tallystick.platform.Region.award;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Role;
import org.tallystick.registry.BankDetails;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

/** What is decided over fund, organisations and award together. */
class AwardDecisionsTest {

    private final InMemory port = new InMemory();

    @BeforeEach
    void a_region_with_a_fund_of_100_000_pounds() {
        Region.settle(port);
        Region.fund(port, 100_000_00);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void an_award_commits_the_funds_money_under_the_authority_of_who_decides() {
        port.send(award("a1", 60_000_00, 40_000_00), GOVERNOR);

        Slice whole = new Slice(COUNCIL, Region.YEAR, Slice.UNRESTRICTED, 100_000_00);
        assertThat(port.events()).contains(new FundEvent.MoneyCommitted(FUND, "a1", null, CENTRE, List.of(whole)));
        assertThat(port.messages().getLast().getMetaData())
                .containsEntry(CommandContext.AUTHORITY, "delegated limit of £1,000,000 from 2026-04-01");
        assertThat(port.messages().getLast().getPayload()).isInstanceOf(AwardEvent.AwardCommitted.class);
    }

    @Test
    void a_penny_more_than_the_fund_has_is_refused_and_nothing_has_happened() {
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£0 is free", award("a1", 100_000_00, 1), GOVERNOR);
    }

    @Test
    void who_carries_what_nobody_pays_for_is_on_record_until_the_award_comes_to_nothing() {
        Gap gap = new Gap(Region.YEAR, GapCarrier.RESERVES, 29_316_14);
        RealCost cost = new RealCost(106_316_14, List.of(gap));
        Event released = new AwardEvent.GapReleased("a1", FUND, null, CENTRE, List.of(gap));

        port.send(carried(award("a1", 77_000_00), cost), GOVERNOR);
        assertThat(port.events())
                .endsWith(new AwardEvent.GapRecorded("a1", FUND, null, COUNCIL, CENTRE, 106_316_14, List.of(gap)));
        port.send(new AwardCommand.DeclineAward("a1", "Too little"), LEAD);
        assertThat(port.events()).contains(released);

        port.send(carried(award("a2", 77_000_00), cost), GOVERNOR);
        port.send(new AwardCommand.RescindAward("a2", "A mistake", null), GOVERNOR);
        assertThat(port.events()).contains(new AwardEvent.GapReleased("a2", FUND, null, CENTRE, List.of(gap)));
        port.send(carried(award("a3", 1_00), new RealCost(1_00, List.of())), GOVERNOR);
        port.send(new AwardCommand.DeclineAward("a3", "Too little"), LEAD);
        assertThat(port.events().stream().filter(AwardEvent.GapReleased.class::isInstance))
                .as("where nobody carried anything, nothing is released")
                .hasSize(2);
    }

    @Test
    void an_award_and_what_is_carried_are_never_more_than_the_full_cost() {
        RealCost cost = new RealCost(100_00, List.of(new Gap(Region.YEAR, GapCarrier.RESERVES, 40_01)));

        port.refused(Refusal.INVALID, "at least £100.01", carried(award("a1", 60_00), cost), GOVERNOR);
        port.send(carried(award("a1", 59_99), cost), GOVERNOR);
    }

    @Test
    void the_limit_must_hold_on_the_day_of_the_award_and_cover_all_of_it() {
        port.refused(
                Refusal.LIMIT_EXCEEDED,
                "no delegated limit on 2026-03-31",
                award("a1", CENTRE, LocalDate.of(2026, 3, 31), 1),
                GOVERNOR);
        limit(500_00);
        port.refused(Refusal.LIMIT_EXCEEDED, "The award is £500.01", award("a1", 500_00, 1), GOVERNOR);
        port.send(award("a1", 499_00, 1_00), GOVERNOR);
    }

    @Test
    void a_decision_is_not_dated_back_to_a_day_when_the_limit_was_higher_or_covered_it_at_all() {
        port.send(
                new OrganisationCommand.SetDelegatedLimit(
                        COUNCIL, GOVERNOR.personId(), 500_00, LocalDate.of(2026, 5, 1), null),
                Actor.OPERATOR);

        port.refused(
                Refusal.LIMIT_EXCEEDED,
                "The award is £500.01; your delegated limit on 2026-06-01 is £500.",
                award("a1", CENTRE, LocalDate.of(2026, 4, 15), 500_01),
                GOVERNOR);
        port.send(
                new FundCommand.ReceiveContribution(
                        Region.FUND,
                        COUNCIL,
                        Region.YEAR,
                        Slice.UNRESTRICTED,
                        500_00,
                        "In April",
                        null,
                        LocalDate.of(2026, 4, 1)),
                GOVERNOR);
        port.send(award("a1", CENTRE, LocalDate.of(2026, 4, 15), 500_00), GOVERNOR);
        assertThat(port.messages().getLast().getMetaData())
                .containsEntry(CommandContext.AUTHORITY, "delegated limit of £500 from 2026-05-01");
    }

    @Test
    void a_limit_that_is_higher_now_does_not_cover_a_day_when_it_was_lower() {
        port.send(
                new OrganisationCommand.SetDelegatedLimit(
                        COUNCIL, GOVERNOR.personId(), 500_00, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30)),
                Actor.OPERATOR);

        port.refused(
                Refusal.LIMIT_EXCEEDED,
                "your delegated limit on 2026-04-15 is £500",
                award("a1", CENTRE, LocalDate.of(2026, 4, 15), 500_01),
                GOVERNOR);
        port.send(award("a1", 500_01), GOVERNOR);
    }

    @Test
    void a_limit_is_worth_nothing_without_the_role_it_was_given_for() {
        port.send(new OrganisationCommand.TakeRole(COUNCIL, GOVERNOR.personId(), Role.GOVERNOR), Actor.OPERATOR);

        port.refused(Refusal.LIMIT_EXCEEDED, "no delegated limit", award("a1", 1), GOVERNOR);
    }

    @Test
    void nobody_makes_awards_from_the_fund_of_another_body() {
        Region.organisation(port, Region.POLICE, OrganisationKind.STATUTORY_BODY, STRANGER);
        port.refused(Refusal.NOT_ALLOWED, "Only people of GB-LAE-MAN", award("a1", 1), STRANGER);
    }

    @Test
    void nobody_awards_money_to_an_organisation_they_belong_to() {
        port.send(new OrganisationCommand.GiveRole(CENTRE, GOVERNOR.personId(), Role.WORKER), LEAD);

        port.refused(Refusal.NOT_ALLOWED, "You belong to", award("a1", 1), GOVERNOR);
        port.refused(Refusal.NOT_ALLOWED, "You belong to", award("a1", COUNCIL, null, 1), GOVERNOR);
    }

    @Test
    void nobody_approves_or_makes_payments_to_an_organisation_they_belong_to() {
        port.send(award("a1", 1_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
        port.send(new OrganisationCommand.GiveRole(CENTRE, COMMISSIONER.personId(), Role.WORKER), LEAD);
        port.send(new OrganisationCommand.GiveRole(CENTRE, PAYER.personId(), Role.WORKER), LEAD);

        port.refused(Refusal.NOT_ALLOWED, "You belong to", new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);
        port.send(new AwardCommand.ApprovePayment("a1", 1), OTHER_COMMISSIONER);
        port.refused(Refusal.NOT_ALLOWED, "You belong to", new AwardCommand.InstructPayment("a1", 1), PAYER);
    }

    @Test
    void a_suspended_organisation_gets_no_award_signs_none_and_is_not_paid_until_it_is_reinstated() {
        port.send(award("a1", 1_00), GOVERNOR);
        port.send(award("a2", 1_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
        port.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);
        port.send(new OrganisationCommand.SuspendOrganisation(CENTRE, "Accounts late"), GOVERNOR);

        port.refused(Refusal.ORGANISATION_NOT_REGISTERED, "not registered now", award("a3", 1), GOVERNOR);
        port.refused(Refusal.ORGANISATION_NOT_REGISTERED, "", new AwardCommand.SignAgreement("a2", null, null), LEAD);
        port.refused(Refusal.ORGANISATION_NOT_REGISTERED, "", new AwardCommand.InstructPayment("a1", 1), PAYER);

        port.send(new OrganisationCommand.ReinstateOrganisation(CENTRE, "Accounts came"), GOVERNOR);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
    }

    @Test
    void a_suspended_body_gives_no_money() {
        port.send(new OrganisationCommand.SuspendOrganisation(COUNCIL, "Under review"), Actor.OPERATOR);

        port.refused(Refusal.ORGANISATION_NOT_REGISTERED, COUNCIL, award("a1", 1), GOVERNOR);
    }

    @Test
    void a_declined_award_frees_its_money_for_another_even_where_the_fund_is_frozen() {
        port.send(award("a1", 100_000_00), GOVERNOR);
        port.send(new FundCommand.FreezeFund(FUND, "Review"), GOVERNOR);
        port.send(new AwardCommand.DeclineAward("a1", "We cannot deliver it"), LEAD);
        port.send(new FundCommand.UnfreezeFund(FUND, "Reviewed"), GOVERNOR);

        port.send(award("a2", 100_000_00), GOVERNOR);
        port.refused(
                Refusal.WRONG_STATE,
                "declined cannot be signed",
                new AwardCommand.SignAgreement("a1", null, null),
                LEAD);
        port.refused(Refusal.WRONG_STATE, "cannot be declined", new AwardCommand.DeclineAward("a1", "Again"), LEAD);
    }

    @Test
    void an_award_nobody_signs_can_be_rescinded_by_the_funder_only_and_once() {
        port.send(award("a1", 100_000_00), GOVERNOR);
        AwardCommand.RescindAward rescind = new AwardCommand.RescindAward("a1", "The organisation has closed", null);

        port.refused(Refusal.NOT_ALLOWED, "Only people of GB-LAE-MAN", rescind, STRANGER);
        port.send(rescind, GOVERNOR);
        port.refused(Refusal.WRONG_STATE, "rescinded cannot be rescinded", rescind, GOVERNOR);
        port.send(award("a2", 100_000_00), GOVERNOR);
    }

    @Test
    void a_signed_award_is_neither_declined_nor_rescinded() {
        port.send(award("a1", 1_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);

        port.refused(Refusal.WRONG_STATE, "active", new AwardCommand.DeclineAward("a1", "Late"), LEAD);
        port.refused(Refusal.WRONG_STATE, "active", new AwardCommand.RescindAward("a1", "Late", null), GOVERNOR);
    }

    @Test
    void a_payment_above_the_threshold_needs_two_people() {
        port.send(award("a1", InMemory.TWO_APPROVALS_ABOVE_PENCE + 1, 1), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
        port.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);

        port.refused(
                Refusal.SAME_PERSON, "a second person must", new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);
        port.refused(Refusal.WRONG_STATE, "scheduled", new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.send(new AwardCommand.ApprovePayment("a1", 1), OTHER_COMMISSIONER);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
    }

    @Test
    void whoever_approved_a_payment_neither_instructs_the_bank_nor_confirms_it() {
        Actor alsoPayer = actor(COMMISSIONER.personId(), Role.PAYER, COUNCIL);
        port.send(award("a1", 1_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
        port.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);

        port.refused(Refusal.SAME_PERSON, "You approved", new AwardCommand.InstructPayment("a1", 1), alsoPayer);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.refused(
                Refusal.SAME_PERSON,
                "You approved",
                new AwardCommand.ConfirmPayment("a1", 1, null, "B", null),
                alsoPayer);
    }

    @Test
    void whoever_made_an_award_neither_approves_its_payments_nor_makes_them() {
        Actor alsoPayer = actor(GOVERNOR.personId(), Role.PAYER, COUNCIL);
        Actor deputy = actor("dora", Role.GOVERNOR, COUNCIL);
        port.send(award("a1", InMemory.TWO_APPROVALS_ABOVE_PENCE + 1), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);

        port.refused(Refusal.SAME_PERSON, "You made this award", new AwardCommand.ApprovePayment("a1", 1), GOVERNOR);
        port.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);
        port.refused(Refusal.SAME_PERSON, "You made this award", new AwardCommand.ApprovePayment("a1", 1), GOVERNOR);
        port.send(new AwardCommand.ApprovePayment("a1", 1), deputy);
        port.refused(Refusal.SAME_PERSON, "You made this award", new AwardCommand.InstructPayment("a1", 1), alsoPayer);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.refused(
                Refusal.SAME_PERSON,
                "You made this award",
                new AwardCommand.ConfirmPayment("a1", 1, null, "BACS", null),
                alsoPayer);
    }

    @Test
    void whoever_gave_or_confirmed_the_bank_details_does_not_pay_to_them() {
        BankDetails other = new BankDetails("Women's Centre", "30-00-00", "87654321");
        Actor otherPayer = actor("paul", Role.PAYER, COUNCIL);
        Actor memberWhoMoved = actor(MEMBER.personId(), Role.PAYER, COUNCIL);
        port.send(award("a1", 1_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
        port.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);
        port.send(new OrganisationCommand.ProposeBankDetails(CENTRE, other), MEMBER);
        port.send(new OrganisationCommand.ConfirmBankDetails(CENTRE, other), otherPayer);
        port.send(new OrganisationCommand.TakeRole(CENTRE, MEMBER.personId(), Role.APPLICANT_MEMBER), Actor.OPERATOR);

        AwardCommand pay = new AwardCommand.InstructPayment("a1", 1);
        port.refused(Refusal.SAME_PERSON, "You gave or confirmed the bank details", pay, otherPayer);
        port.refused(Refusal.SAME_PERSON, "You gave or confirmed the bank details", pay, memberWhoMoved);
        port.send(pay, PAYER);
    }

    @Test
    void whoever_confirmed_bank_details_before_or_after_does_not_approve_what_is_paid_to_them() {
        BankDetails other = new BankDetails("Women's Centre", "30-00-00", "87654321");
        port.send(award("a1", 1_00, 1_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
        port.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);
        port.send(new OrganisationCommand.ProposeBankDetails(CENTRE, other), MEMBER);
        port.send(new OrganisationCommand.ConfirmBankDetails(CENTRE, other), COMMISSIONER);

        port.refused(Refusal.SAME_PERSON, "bank details", new AwardCommand.ApprovePayment("a1", 2), COMMISSIONER);
        port.refused(Refusal.SAME_PERSON, "bank details", new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.send(new AwardCommand.CancelPayment("a1", 1, "Approved by the wrong person", null), COMMISSIONER);
        port.send(new AwardCommand.ApprovePayment("a1", 1), OTHER_COMMISSIONER);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
    }

    @Test
    void without_bank_details_that_two_people_confirmed_nothing_is_paid() {
        Actor lead = actor("lou", Role.APPLICANT_LEAD, "GB-COH-09506232");
        Region.organisation(port, "GB-COH-09506232", OrganisationKind.VOLUNTARY_ORGANISATION, lead);
        port.send(award("a1", "GB-COH-09506232", null, 1_00), GOVERNOR);
        port.send(new AwardCommand.SignAgreement("a1", null, null), lead);
        port.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);
        port.send(new OrganisationCommand.ProposeBankDetails("GB-COH-09506232", Region.BANK), lead);

        port.refused(Refusal.NO_BANK_DETAILS, "two people", new AwardCommand.InstructPayment("a1", 1), PAYER);
    }

    @Test
    void money_is_drawn_only_from_what_the_restriction_allows() {
        port.send(
                new FundCommand.ReceiveContribution(
                        FUND, COUNCIL, Region.YEAR, " Women  leaving prison ", 5_00, "BACS", null, null),
                GOVERNOR);
        var restricted = new AwardCommand.CommitAward(
                "a1",
                FUND,
                CENTRE,
                "Through the gate",
                "Meeting women on the day",
                "Women leaving prison",
                List.of(new Instalment.Planned(LocalDate.of(2026, 7, 1), Region.YEAR, 5_00)),
                null,
                null);

        port.send(restricted, GOVERNOR);
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£0 is free", restrictedAs(restricted, "a2"), GOVERNOR);
    }

    private static AwardCommand.CommitAward carried(AwardCommand.CommitAward award, RealCost cost) {
        return new AwardCommand.CommitAward(
                award.awardId(),
                award.fundId(),
                award.recipient(),
                award.title(),
                award.purpose(),
                award.restriction(),
                award.schedule(),
                cost,
                award.effectiveOn());
    }

    private static AwardCommand.CommitAward restrictedAs(AwardCommand.CommitAward like, String awardId) {
        return new AwardCommand.CommitAward(
                awardId,
                like.fundId(),
                like.recipient(),
                like.title(),
                like.purpose(),
                like.restriction(),
                like.schedule(),
                like.realCost(),
                null);
    }

    private void limit(long pence) {
        port.send(
                new OrganisationCommand.SetDelegatedLimit(
                        COUNCIL, GOVERNOR.personId(), pence, LocalDate.of(2026, 4, 1), null),
                Actor.OPERATOR);
    }
}
