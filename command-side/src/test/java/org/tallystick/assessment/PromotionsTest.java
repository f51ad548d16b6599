package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.assessment.Applicants.HARBOUR_LEAD;
import static org.tallystick.assessment.Applicants.ORCHARD;
import static org.tallystick.assessment.Applicants.ORCHARD_LEAD;
import static org.tallystick.assessment.Applicants.YEAR;
import static org.tallystick.assessment.Applicants.award;
import static org.tallystick.assessment.Applicants.no;
import static org.tallystick.assessment.Applicants.usual;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.STRANGER;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.award.AwardCommand.DeclineAward;
import org.tallystick.award.AwardEvent;
import org.tallystick.bid.BidEvent;
import org.tallystick.call.GrantCallCommand.ApproveDecision;
import org.tallystick.call.GrantCallCommand.ApprovePromotion;
import org.tallystick.call.GrantCallCommand.ArchiveCall;
import org.tallystick.call.GrantCallCommand.InformApplicants;
import org.tallystick.call.GrantCallCommand.RecommendAwards;
import org.tallystick.call.GrantCallCommand.RecommendPromotion;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Role;
import org.tallystick.registry.OrganisationCommand;

/** Of £60,000, the centre has £30,000 and the harbour £20,000; the orchard, which asks for £15,000, is in reserve. */
class PromotionsTest {

    private final InMemory port = new InMemory();

    @BeforeEach
    void applicants_are_told() {
        Applicants.closedCall(port);
        port.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
        port.send(new ApproveDecision("c", 1), GOVERNOR);
        port.send(new InformApplicants("c"), COMMISSIONER);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void the_next_in_reserve_gets_the_money_of_an_award_that_came_to_nothing() {
        port.send(new DeclineAward("award-harbour", "Other money"), HARBOUR_LEAD);
        port.send(new RecommendPromotion("c", 0, award("orchard", 15_000_00)), COMMISSIONER);
        int before = port.events().size();
        port.send(new ApprovePromotion("c", 1), GOVERNOR);

        List<Event> happened = port.events().subList(before, port.events().size());
        assertThat(happened)
                .contains(
                        new GrantCallEvent.PromotionApproved("c", 1),
                        new BidEvent.BidAwarded(
                                "orchard", "award-orchard", List.of(new YearAmount(YEAR, 15_000_00)), "A good bid."),
                        new FundEvent.MoneyAllocated(FUND, "c", List.of(slice(5_000_00))),
                        new FundEvent.MoneyCommitted(FUND, "award-orchard", "c", ORCHARD, List.of(slice(15_000_00))))
                .hasAtLeastOneElementOfType(AwardEvent.AwardCommitted.class)
                .hasAtLeastOneElementOfType(AwardEvent.GapRecorded.class)
                .hasSize(6);
        assertThat(port.messages())
                .filteredOn(message -> message.getPayload() instanceof GrantCallEvent.PromotionApproved
                        || message.getPayload() instanceof AwardEvent.AwardCommitted)
                .hasSize(4)
                .allSatisfy(message -> assertThat(message.getMetaData())
                        .containsEntry(CommandContext.AUTHORITY, "delegated limit of £1,000,000 from 2026-04-01"));
        port.refused(
                Refusal.WRONG_STATE,
                "Only a bid that is in reserve",
                new RecommendPromotion("c", 1, award("orchard", 15_000_00)),
                COMMISSIONER);
        port.refused(Refusal.WRONG_STATE, "waits to be approved", new ApprovePromotion("c", 1), GOVERNOR);
    }

    @Test
    void no_more_than_is_left_of_the_envelope() {
        refused(Refusal.NOT_ENOUGH_MONEY, "£5,000 is missing", 15_000_00);
        refused(Refusal.INVALID, "asks for £15,000", 15_000_01);
        refused(Refusal.INVALID, "would get £4,999.99", 4_999_99);
        port.send(new RecommendPromotion("c", 0, award("orchard", 10_000_00)), COMMISSIONER);
        port.send(new ApprovePromotion("c", 1), GOVERNOR);
        assertThat(port.events())
                .noneMatch(event -> event instanceof FundEvent.MoneyAllocated e
                        && e.slices().equals(List.of(slice(5_000_00))));
    }

    @Test
    void the_ring_fence_is_kept_as_the_awards_stood_when_they_were_decided() {
        port.send(new DeclineAward("award-centre", "Other money"), LEAD);
        refused(Refusal.NOT_ENOUGH_MONEY, "would get £35,000", 15_000_00);
        port.send(new RecommendPromotion("c", 0, award("orchard", 10_000_00)), COMMISSIONER);
        port.send(new ApprovePromotion("c", 1), GOVERNOR);
    }

    @Test
    void a_fund_that_has_given_the_money_away_since_promotes_nobody() {
        port.send(new DeclineAward("award-harbour", "Other money"), HARBOUR_LEAD);
        port.send(new RecommendPromotion("c", 0, award("orchard", 15_000_00)), COMMISSIONER);
        port.send(
                new FundCommand.ReturnContribution(
                        FUND, COUNCIL, YEAR, Slice.UNRESTRICTED, 60_000_00, "Not needed", null),
                GOVERNOR);
        port.refused(Refusal.NOT_ENOUGH_MONEY, "£5,000 was asked for", new ApprovePromotion("c", 1), GOVERNOR);
    }

    @Test
    void two_people_promote_and_neither_has_a_part_in_it() {
        Actor second = actor("gus", Role.GOVERNOR, COUNCIL);
        port.send(new OrganisationCommand.GiveRole(COUNCIL, "gus", Role.GOVERNOR), Actor.OPERATOR);
        port.send(
                new OrganisationCommand.SetDelegatedLimit(COUNCIL, "gus", 9_999_99, LocalDate.of(2026, 4, 1), null),
                Actor.OPERATOR);
        port.send(new RecommendPromotion("c", 0, award("orchard", 10_000_00)), GOVERNOR);
        refused(Refusal.CONFLICT, "it is at version 1", 10_000_00);
        port.refused(Refusal.SAME_PERSON, "Who recommended", new ApprovePromotion("c", 1), GOVERNOR);
        port.refused(Refusal.LIMIT_EXCEEDED, "£10,000", new ApprovePromotion("c", 1), second);
        port.refused(Refusal.NOT_ALLOWED, "promotion", new ApprovePromotion("c", 1), STRANGER);
        port.refused(Refusal.NOT_ALLOWED, "promote", new RecommendPromotion("c", 1, award("orchard", 1_00)), STRANGER);
        port.send(
                new OrganisationCommand.SetDelegatedLimit(COUNCIL, "gus", 10_000_00, LocalDate.of(2026, 4, 1), null),
                Actor.OPERATOR);
        port.send(new OrganisationCommand.GiveRole(ORCHARD, "gus", Role.APPLICANT_MEMBER), ORCHARD_LEAD);
        port.refused(Refusal.NOT_ALLOWED, "decide about its bid", new ApprovePromotion("c", 1), second);
        port.send(new OrganisationCommand.TakeRole(ORCHARD, "gus", Role.APPLICANT_MEMBER), ORCHARD_LEAD);
        port.send(new ApprovePromotion("c", 1), second);
    }

    @Test
    void only_a_bid_in_reserve_of_a_call_that_is_told_and_not_over() {
        port.refused(
                Refusal.WRONG_STATE,
                "in reserve",
                new RecommendPromotion("c", 0, award("centre", 10_000_00)),
                COMMISSIONER);
        port.refused(Refusal.CONFLICT, "version", new ApprovePromotion("c", 1), GOVERNOR);
        port.send(new ArchiveCall("c"), GOVERNOR);
        refused(Refusal.WRONG_STATE, "promoted from", 10_000_00);
    }

    @Test
    void before_applicants_are_told_nobody_is_promoted() {
        try (InMemory other = new InMemory()) {
            Applicants.closedCall(other);
            other.send(new RecommendAwards("c", 0, usual()), COMMISSIONER);
            other.send(new ApproveDecision("c", 1), GOVERNOR);
            other.refused(
                    Refusal.WRONG_STATE,
                    "promoted from",
                    new RecommendPromotion("c", 0, award("orchard", 10_000_00)),
                    COMMISSIONER);
        }
    }

    @Test
    void a_promotion_is_an_award() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new RecommendPromotion("c", 0, no("orchard", Outcome.DECLINE))))
                .hasMessageContaining("must be an award");
    }

    @Test
    void only_what_is_missing_is_set_aside_again() {
        port.send(new DeclineAward("award-harbour", "Other money"), HARBOUR_LEAD);
        port.send(new RecommendPromotion("c", 0, award("orchard", 15_000_00)), COMMISSIONER);
        port.send(new ApprovePromotion("c", 1), GOVERNOR);
        assertThat(setAside())
                .as("£60,000, and £5,000 of the £20,000 that came back")
                .isEqualTo(65_000_00);
    }

    private long setAside() {
        return port.events().stream()
                .filter(FundEvent.MoneyAllocated.class::isInstance)
                .map(FundEvent.MoneyAllocated.class::cast)
                .flatMap(event -> event.slices().stream())
                .mapToLong(Slice::amountPence)
                .sum();
    }

    private void refused(Refusal refusal, String words, long pence) {
        port.refused(refusal, words, new RecommendPromotion("c", 0, award("orchard", pence)), COMMISSIONER);
    }

    private static Slice slice(long pence) {
        return new Slice(COUNCIL, YEAR, Slice.UNRESTRICTED, pence);
    }
}
