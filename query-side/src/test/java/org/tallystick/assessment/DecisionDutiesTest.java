package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

/** What waits for assessors of calls that have closed. */
class DecisionDutiesTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final Instant SENT = Instant.parse("2026-06-15T11:00:00Z");

    private static QueryFixture sides;

    @BeforeAll
    static void two_calls() {
        sides = new QueryFixture();
        closed("asked");
        closed("read");
        for (String call : List.of("asked", "read")) {
            happened(call, "carl", new GrantCallEvent.AssessmentBegun(call));
        }
        invited("new", "asked");
        invited("begun", "asked");
        happened("begun", "asha", new AssessmentEvent.AssessmentAccepted("begun", NoInterest.STATEMENT));
        invited("done", "read");
        happened("done", "asha", new AssessmentEvent.AssessmentAccepted("done", NoInterest.STATEMENT));
        happened("done", "asha", new AssessmentEvent.AssessmentSubmitted("done"));
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

    private static void happened(String aggregate, String person, Event event) {
        sides.log.add(aggregate, person, event);
    }
}
