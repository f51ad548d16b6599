package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.Budget;
import org.tallystick.bid.Certification;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.Substance;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Event;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;

/** One call at each step, and whom it waits for. */
class DecisionDutiesTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final Instant SENT = Instant.parse("2026-06-15T11:00:00Z");

    private static QueryFixture sides;

    @BeforeAll
    static void a_call_at_each_step() {
        sides = new QueryFixture();
        for (String call : List.of("closed", "asked", "read", "recommended", "decided", "told")) {
            closed(call);
        }
        for (String call : List.of("asked", "read", "recommended", "decided", "told")) {
            happened(call, "carl", new GrantCallEvent.AssessmentBegun(call));
        }
        invited("new", "asked");
        invited("begun", "asked");
        happened("begun", "asha", new AssessmentEvent.AssessmentAccepted("begun", NoInterest.STATEMENT));
        invited("done", "recommended");
        happened("done", "asha", new AssessmentEvent.AssessmentAccepted("done", NoInterest.STATEMENT));
        happened("done", "asha", new AssessmentEvent.AssessmentSubmitted("done"));
        for (String call : List.of("recommended", "decided", "told")) {
            happened(call, "carl", new GrantCallEvent.AwardsRecommended(call, 1, List.of(declined(call))));
        }
        for (String call : List.of("decided", "told")) {
            happened(call, "gita", new GrantCallEvent.DecisionApproved(call, 1));
        }
        happened("told", "carl", new GrantCallEvent.ApplicantsInformed("told"));
        for (String call : List.of("empty", "outdated")) {
            closed(call);
        }
        happened("empty-bid", "lena", new BidEvent.BidWithdrawn("empty-bid"));
        happened("outdated", "carl", new GrantCallEvent.AssessmentBegun("outdated"));
        invited("gone", "outdated");
        happened("gone", "asha", new AssessmentEvent.AssessmentDeclined("gone"));
        happened(
                "outdated", "carl", new GrantCallEvent.AwardsRecommended("outdated", 1, List.of(declined("outdated"))));
        happened("outdated-bid", "lena", new BidEvent.BidWithdrawn("outdated-bid"));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void an_assessor_is_asked_to_answer_and_then_to_score() {
        assertThat(duties("asha", Role.ASSESSOR)).containsExactlyInAnyOrder("accept-assessment new", "score-bid begun");
        assertThat(duties("axel", Role.ASSESSOR)).isEmpty();
    }

    @Test
    void a_commissioner_invites_recommends_and_tells() {
        assertThat(duties("carl", Role.COMMISSIONER))
                .containsExactlyInAnyOrder(
                        "invite-assessors closed",
                        "recommend-awards read",
                        "recommend-awards outdated",
                        "inform-applicants decided");
        assertThat(sides.ask(new Actor("carl", "", Role.COMMISSIONER, "GB-LAE-LDS", ""), new WhatNeedsMe())
                        .duties())
                .isEmpty();
    }

    @Test
    void a_governor_approves_who_neither_recommended_nor_assessed() {
        assertThat(duties("gita", Role.GOVERNOR)).contains("approve-decision recommended", "inform-applicants decided");
        assertThat(duties("carl", Role.GOVERNOR)).doesNotContain("approve-decision recommended");
        assertThat(duties("gita", Role.GOVERNOR)).doesNotContain("approve-decision outdated");
        assertThat(duties("asha", Role.GOVERNOR)).doesNotContain("approve-decision recommended");
    }

    @Test
    void a_governor_withdraws_a_call_to_which_nobody_answered() {
        assertThat(duties("gita", Role.GOVERNOR))
                .contains("withdraw-call empty")
                .doesNotContain("withdraw-call closed");
    }

    private static List<String> duties(String person, Role role) {
        return sides.ask(new Actor(person, "", role, COUNCIL, ""), new WhatNeedsMe()).duties().stream()
                .map(duty -> duty.kind() + " " + duty.subjectId())
                .toList();
    }

    private static void closed(String call) {
        happened(call, "carl", new GrantCallEvent.CallDrafted(call, COUNCIL, Samples.of(CallTerms.class)));
        happened(
                call,
                "gita",
                new GrantCallEvent.CallApproved(
                        call, 1, new Substance.Finding(Substance.Conclusion.GRANT, "It is one.")));
        happened(call, "operator", new GrantCallEvent.CallOpened(call, SENT));
        String bid = call + "-bid";
        happened(bid, "lena", new BidEvent.BidStarted(bid, call, "GB-CHC-9000142"));
        happened(bid, "lena", new BidEvent.BudgetSaved(bid, 1, Samples.of(Budget.class)));
        happened(bid, "lena", new BidEvent.BidCertified(bid, 1, Certification.STATEMENT));
        happened(bid, "lena", new BidEvent.BidSubmitted(bid, SENT));
        happened(call, "operator", new GrantCallEvent.CallClosed(call, SENT));
    }

    private static void invited(String id, String call) {
        happened(id, "carl", new AssessmentEvent.AssessorInvited(id, call, call + "-bid", "asha", COUNCIL));
    }

    private static Recommendation declined(String call) {
        return new Recommendation(call + "-bid", Outcome.DECLINE, null, null, null, List.of(), "Not clear.");
    }

    private static void happened(String aggregate, String person, Event event) {
        sides.log.add(aggregate, person, event);
    }
}
