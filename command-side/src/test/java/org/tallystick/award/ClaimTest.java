package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;
import static org.tallystick.platform.Region.PAYER;
import static org.tallystick.platform.Region.STRANGER;
import static org.tallystick.platform.Region.award;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Unspent;
import org.tallystick.platform.Acting;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Role;
import org.tallystick.platform.UkTime;
import org.tallystick.registry.OrganisationCommand;

/** An award of £120 in advance and £80 in arrears. */
class ClaimTest {

    private static final List<ClaimLine> SPENT = List.of(new ClaimLine("Wages", 70_00), new ClaimLine("Rent", 30_00));

    private final InMemory port = new InMemory();

    @BeforeEach
    void a_signed_award_with_one_payment_in_arrears() {
        Region.settle(port);
        Region.fund(port, 100_000_00);
        port.send(award("a1", 120_00, 80_00), GOVERNOR);
        AgreementTerms terms = new AgreementTerms(
                "A place to go",
                "Staff and rent",
                List.of(),
                List.of("Somewhere to go"),
                LocalDate.of(2026, 8, 1),
                LocalDate.of(2027, 7, 31),
                List.of(2),
                "Small reserves");
        LocalDate lastDay = UkTime.dayOf(Acting.NOW).plusDays(20);
        port.send(new AwardCommand.OfferAgreement("a1", 0, terms, lastDay), COMMISSIONER);
        port.send(new AwardCommand.SignAgreement("a1", 1, null), LEAD);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void a_payment_in_arrears_is_approved_only_when_its_claim_is_accepted() {
        port.refused(Refusal.WRONG_STATE, "no claim for it is accepted yet", approve(2), COMMISSIONER);
        port.send(claim(80_00), MEMBER);
        port.refused(Refusal.WRONG_STATE, "no claim for it is accepted yet", approve(2), COMMISSIONER);
        port.send(new AwardCommand.AcceptClaim("a1", 2), COMMISSIONER);
        assertThat(port.events().getLast()).isEqualTo(new AwardEvent.ClaimAccepted("a1", 2, 1));
        port.send(approve(2), COMMISSIONER);
        port.send(new AwardCommand.InstructPayment("a1", 2), PAYER);
    }

    @Test
    void a_payment_in_advance_needs_no_claim_and_takes_none() {
        port.refused(Refusal.WRONG_STATE, "paid in advance", new AwardCommand.SubmitClaim("a1", 1, 1_00, SPENT), LEAD);
        port.send(approve(1), COMMISSIONER);
    }

    @Test
    void a_claim_that_is_asked_about_is_answered_by_another() {
        port.send(claim(80_00), LEAD);
        port.refused(Refusal.WRONG_STATE, "submitted cannot be submitted", claim(70_00), LEAD);
        port.send(new AwardCommand.QueryClaim("a1", 2, "Which months?"), GOVERNOR);
        port.refused(
                Refusal.WRONG_STATE, "queried cannot be accepted", new AwardCommand.AcceptClaim("a1", 2), COMMISSIONER);
        port.send(claim(75_00), LEAD);

        assertThat(port.events().getLast()).isEqualTo(new AwardEvent.ClaimSubmitted("a1", 2, 2, 75_00, SPENT));
    }

    @Test
    void what_an_accepted_claim_leaves_of_its_instalment_is_the_funds_again() {
        port.send(claim(79_99), LEAD);
        port.send(new AwardCommand.AcceptClaim("a1", 2), COMMISSIONER);

        List<Event> events = port.events();
        assertThat(events.subList(events.size() - 3, events.size()))
                .containsExactly(
                        new AwardEvent.ClaimAccepted("a1", 2, 1),
                        new AwardEvent.InstalmentReduced("a1", FUND, CENTRE, 2, List.of(money(1))),
                        new FundEvent.UnspentMoneyNoted(FUND, "a1", Unspent.LAPSED, List.of(money(1))));
        port.send(approve(2), COMMISSIONER);
        assertThat(port.events())
                .contains(new AwardEvent.InstalmentMadePayable("a1", FUND, CENTRE, 2, List.of(money(79_99))));
    }

    @Test
    void nobody_claims_more_than_the_instalment_or_more_than_was_spent() {
        port.refused(Refusal.NOT_ENOUGH_MONEY, "At most £80", claim(80_01), LEAD);
        assertThatThrownBy(() -> claim(100_01)).hasMessageContaining("at least what is claimed");
    }

    @Test
    void each_side_does_its_own_part_and_nobody_accepts_for_their_own_organisation() {
        port.refused(Refusal.NOT_ALLOWED, "Only people of " + CENTRE, claim(80_00), COMMISSIONER);
        port.send(claim(80_00), LEAD);
        port.refused(Refusal.NOT_ALLOWED, "Only people of " + COUNCIL, new AwardCommand.AcceptClaim("a1", 2), STRANGER);
        port.send(new OrganisationCommand.GiveRole(CENTRE, COMMISSIONER.personId(), Role.WORKER), LEAD);
        port.refused(Refusal.NOT_ALLOWED, "You belong to", new AwardCommand.AcceptClaim("a1", 2), COMMISSIONER);
    }

    @Test
    void the_banks_answer_about_an_earlier_attempt_is_not_taken_for_a_later_one() {
        port.send(approve(1), COMMISSIONER);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);
        port.send(new AwardCommand.ReportPaymentFailure("a1", 1, 1, "Closed", null), PAYER);
        port.send(new AwardCommand.InstructPayment("a1", 1), PAYER);

        port.refused(
                Refusal.WRONG_STATE,
                "about attempt 1; the payment is at attempt 2",
                new AwardCommand.ConfirmPayment("a1", 1, 1, "BACS", null),
                PAYER);
        port.refused(
                Refusal.WRONG_STATE,
                "about attempt 1",
                new AwardCommand.ReportPaymentFailure("a1", 1, 1, "Closed", null),
                PAYER);
        port.send(new AwardCommand.ConfirmPayment("a1", 1, 2, "BACS", null), PAYER);
    }

    private static AwardCommand claim(long amountPence) {
        return new AwardCommand.SubmitClaim("a1", 2, amountPence, SPENT);
    }

    private static AwardCommand approve(int instalment) {
        return new AwardCommand.ApprovePayment("a1", instalment);
    }

    private static Slice money(long pence) {
        return new Slice(COUNCIL, Region.YEAR, Slice.UNRESTRICTED, pence);
    }
}
