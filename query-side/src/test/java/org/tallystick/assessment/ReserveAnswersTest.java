package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.AssessmentQuery.EnvelopeLeft;
import org.tallystick.assessment.AssessmentQuery.ReserveOf;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Instalment;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.BidQuery.OneBid;
import org.tallystick.bid.BidState;
import org.tallystick.bid.Budget;
import org.tallystick.bid.Certification;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.Substance;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Event;
import org.tallystick.platform.HomeQuery.Duty;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;

/** A call whose applicants are told: one has an award of £1,000, two are in reserve. */
class ReserveAnswersTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final Actor GOVERNOR = actor(Role.GOVERNOR, COUNCIL);
    private static final Actor COMMISSIONER = actor(Role.COMMISSIONER, COUNCIL);
    private static final CallTerms TERMS = Samples.of(CallTerms.class);
    private static final CallTerms.Envelope PART = TERMS.envelope().getFirst();
    private static final Instant SENT = Instant.parse("2026-06-15T11:00:00Z");

    private final QueryFixture sides = new QueryFixture();

    @BeforeEach
    void told() {
        happened("c", new GrantCallEvent.CallDrafted("c", COUNCIL, TERMS));
        happened(
                "c",
                new GrantCallEvent.CallApproved(
                        "c", 1, new Substance.Finding(Substance.Conclusion.GRANT, "It is one.")));
        happened("c", new GrantCallEvent.CallClosed("c", SENT));
        happened("c", new GrantCallEvent.AssessmentBegun("c"));
        for (String bid : List.of("first", "second", "third")) {
            happened(bid, new BidEvent.BidStarted(bid, "c", "org-" + bid));
            happened(bid, new BidEvent.BudgetSaved(bid, 1, Samples.of(Budget.class)));
            happened(bid, new BidEvent.BidCertified(bid, 1, Certification.STATEMENT));
            happened(bid, new BidEvent.BidSubmitted(bid, SENT));
        }
        happened("c", new GrantCallEvent.AwardsRecommended("c", 1, List.of(award("first"))));
        sides.log.add("c", "gus", new GrantCallEvent.AwardsRecommended("c", 2, List.of(award("first"))));
        happened("c", new GrantCallEvent.DecisionApproved("c", 2));
        awarded("first");
        happened("second", new BidEvent.BidReserved("second", "Next."));
        happened("third", new BidEvent.BidReserved("third", "Next."));
        happened("c", new GrantCallEvent.ApplicantsInformed("c"));
    }

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void what_is_left_is_what_awards_that_hold_leave() {
        sides.settle();
        assertThat(sides.ask(GOVERNOR, new DecisionOf("c")).version()).isEqualTo(2);
        assertThat(reserve().version()).isZero();
        assertThat(reserve().waiting()).isNull();
        assertThat(left()).isEqualTo(PART.amountPence() - 1_000_00);
        assertThat(reserve().othersLeftPence()).isEqualTo(TERMS.envelopePence() - TERMS.ringFencePence() - 1_000_00);
        assertThat(kinds(COMMISSIONER)).doesNotContain("recommend-promotion");
        happened("award-first", new AwardEvent.AwardDeclined("award-first"));
        sides.settle();
        assertThat(left()).isEqualTo(PART.amountPence());
        assertThat(kinds(COMMISSIONER)).contains("recommend-promotion");
        assertThat(kinds(GOVERNOR)).doesNotContain("approve-promotion");
    }

    @Test
    void a_promotion_waits_for_another_person_and_then_is_one() {
        happened("award-first", new AwardEvent.AwardDeclined("award-first"));
        happened("c", new GrantCallEvent.PromotionRecommended("c", 1, award("second")));
        sides.settle();
        assertThat(Objects.requireNonNull(reserve().waiting()).recommendation()).isEqualTo(award("second"));
        assertThat(reserve().recommendedBy()).isEqualTo("carl");
        assertThat(kinds(GOVERNOR)).contains("approve-promotion");
        assertThat(kinds(new Actor("carl", "", Role.GOVERNOR, COUNCIL, ""))).doesNotContain("approve-promotion");
        assertThat(kinds(COMMISSIONER)).doesNotContain("recommend-promotion");

        sides.log.add("c", "gita", new GrantCallEvent.PromotionApproved("c", 1));
        awarded("second");
        sides.settle();
        ReserveView view = reserve();
        assertThat(view.waiting()).isNull();
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.promoted()).singleElement().satisfies(promoted -> {
            assertThat(promoted.bid().recommendation()).isEqualTo(award("second"));
            assertThat(promoted.approvedOn()).isEqualTo(QueryFixture.TODAY);
        });
        assertThat(left()).isEqualTo(PART.amountPence() - 1_000_00);
        assertThat(kinds(COMMISSIONER)).doesNotContain("recommend-promotion");
        assertThat(kinds(GOVERNOR)).doesNotContain("approve-promotion");
        assertThat(sides.ask(actor(Role.APPLICANT_LEAD, "org-second"), new OneBid("second"))
                        .summary()
                        .state())
                .isEqualTo(BidState.AWARDED);
    }

    @Test
    void who_recommended_something_before_has_a_hand_in_it_until_it_is_approved() {
        happened("c", new GrantCallEvent.PromotionRecommended("c", 1, award("second")));
        sides.log.add("c", "gus", new GrantCallEvent.PromotionRecommended("c", 2, award("third")));
        sides.settle();
        assertThat(kinds(new Actor("carl", "", Role.GOVERNOR, COUNCIL, ""))).doesNotContain("approve-promotion");
        assertThat(kinds(new Actor("gus", "", Role.GOVERNOR, COUNCIL, ""))).doesNotContain("approve-promotion");
        assertThat(kinds(GOVERNOR)).containsOnlyOnce("approve-promotion");
    }

    @Test
    void others_do_not_see_it() {
        sides.settle();
        assertThatThrownBy(() -> sides.ask(actor(Role.GOVERNOR, "GB-LAE-LDS"), new ReserveOf("c")))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_FOUND));
        assertThatThrownBy(() -> sides.ask(actor(Role.APPLICANT_LEAD, "org-second"), new ReserveOf("c")))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_ALLOWED));
    }

    private ReserveView reserve() {
        return sides.ask(GOVERNOR, new ReserveOf("c"));
    }

    private long left() {
        return reserve().left().stream()
                .filter(part -> part.fundId().equals(PART.fundId())
                        && part.financialYear().equals(PART.financialYear())
                        && part.restriction().equals(PART.restriction()))
                .mapToLong(EnvelopeLeft::leftPence)
                .sum();
    }

    private List<String> kinds(Actor actor) {
        return sides.ask(actor, new WhatNeedsMe()).duties().stream()
                .map(Duty::kind)
                .toList();
    }

    private static Recommendation award(String bid) {
        return new Recommendation(
                bid,
                Outcome.AWARD,
                "award-" + bid,
                PART.fundId(),
                PART.restriction(),
                List.of(new YearAmount(PART.financialYear(), 1_000_00)),
                "Good.");
    }

    private void awarded(String bid) {
        List<Slice> slices = List.of(new Slice(COUNCIL, PART.financialYear(), PART.restriction(), 1_000_00));
        happened(
                bid,
                new BidEvent.BidAwarded(
                        bid, "award-" + bid, List.of(new YearAmount(PART.financialYear(), 1_000_00)), "Good."));
        happened(
                "award-" + bid,
                new AwardEvent.AwardCommitted(
                        "award-" + bid,
                        PART.fundId(),
                        "c",
                        COUNCIL,
                        "org-" + bid,
                        "gita",
                        "Somewhere to go",
                        "A drop-in",
                        Currency.GBP,
                        List.of(new Instalment(1, LocalDate.of(2026, 10, 1), slices))));
    }

    private void happened(String aggregate, Event event) {
        sides.log.add(aggregate, "carl", event);
    }
}
