package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.Calls;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.fund.FundEvent;
import org.tallystick.platform.Actor;
import org.tallystick.platform.HomeQuery.Duty;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.NameQuery.NamesOf;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;

class CallAnswersTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final Actor GOVERNOR = actor(Role.GOVERNOR, COUNCIL);
    private static final Actor LEAD = actor(Role.APPLICANT_LEAD, "GB-CHC-1090095");
    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final Instant CLOSES = Instant.parse("2026-07-31T16:00:00Z");
    private static final Substance.Finding FINDING =
            new Substance.Finding(Substance.Conclusion.GRANT, "Money that tests something new is a grant.");

    private static final CallTerms SAMPLE = Samples.of(CallTerms.class);

    private static QueryFixture sides;

    @BeforeAll
    static void calls_in_every_state() {
        sides = new QueryFixture();
        sides.log.add("northmoor-womens-centres", "carl", Samples.of(FundEvent.FundOpened.class));
        draft("draft", "A draft", 0);
        draft("dropped", "A draft that was dropped", 0);
        happened("dropped", "Not needed", new GrantCallEvent.CallWithdrawn("dropped"));
        draft("late", "Closes later", 2);
        announce("late");
        happened("late", "We ask for more", new GrantCallEvent.CallAmended("late", 2, longer("Closes later", 2)));
        happened("late", "We ask for less", new GrantCallEvent.CallAmended("late", 3, terms("Closes later", 2)));
        draft("soon", "Somewhere to go", 1);
        announce("soon");
        happened("soon", "", new GrantCallEvent.QuestionAsked("soon", "q1", "Is rent a cost?"));
        happened("soon", "", new GrantCallEvent.QuestionAsked("soon", "q2", "May we be two?"));
        happened("soon", "", new GrantCallEvent.QuestionAnswered("soon", "q1", "Yes."));
        happened("soon", "A bank holiday", new GrantCallEvent.CallAmended("soon", 2, terms("Somewhere to go", 1)));
        draft("over", "Closed", -1);
        announce("over");
        happened("over", "", new GrantCallEvent.CallClosed("over", CLOSES));
        draft("gone", "Withdrawn", 0);
        happened("gone", "It is a new field.", new GrantCallEvent.CallApproved("gone", 1, FINDING));
        happened("gone", "", new GrantCallEvent.CallOpened("gone", CLOSES.minus(Duration.ofDays(30))));
        happened("gone", "The prison closes.", new GrantCallEvent.CallWithdrawn("gone"));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    static Stream<Actor> outsiders() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.AUDITOR && role != Role.OPERATOR)
                .map(role -> role == Role.PUBLIC ? Actor.ANYONE : actor(role, "GB-LAE-LDS"));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void a_call_is_seen_by_others_once_it_is_announced(Actor outsider) {
        assertThat(ids(outsider, new Calls(null, null, null, 0, 0))).containsExactly("soon", "late", "gone", "over");
        assertThatThrownBy(() -> sides.ask(outsider, new OneCall("draft")))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(Refusal.NOT_FOUND));
        assertThat(sides.ask(outsider, new OneCall("soon")).drafters()).isEmpty();
    }

    @Test
    void its_own_body_and_auditors_see_its_drafts_and_who_wrote_them() {
        for (Actor insider : List.of(GOVERNOR, AUDITOR)) {
            assertThat(ids(insider, new Calls(null, null, null, 0, 0)))
                    .containsExactly("soon", "late", "draft", "dropped", "gone", "over");
            assertThat(sides.ask(insider, new OneCall("draft")).drafters()).containsExactly("carl");
        }
    }

    @Test
    void a_call_is_named_to_whoever_sees_it() {
        NamesOf draftAndOpen = new NamesOf(List.of("draft", "soon"));

        assertThat(sides.ask(LEAD, draftAndOpen).call("soon")).isEqualTo("“Somewhere to go”");
        assertThat(sides.ask(LEAD, draftAndOpen).call("draft")).isEqualTo("draft");
        assertThat(sides.ask(GOVERNOR, draftAndOpen).call("draft")).isEqualTo("“A draft”");
    }

    @Test
    void a_call_says_all_its_terms_its_changes_and_its_answers() {
        CallView call = sides.ask(LEAD, new OneCall("soon"));
        assertThat(call.terms()).isEqualTo(terms("Somewhere to go", 1));
        assertThat(call.version()).isEqualTo(2);
        assertThat(call.finding()).isEqualTo(FINDING);
        assertThat(call.summary().state()).isEqualTo(GrantCallState.OPEN);
        assertThat(call.versions()).singleElement().satisfies(version -> {
            assertThat(version.version()).isEqualTo(2);
            assertThat(version.reason()).isEqualTo("A bank holiday");
        });
        assertThat(call.questions())
                .extracting(GrantCallQuery.QuestionAndAnswer::answer)
                .containsExactly("Yes.", null);
        assertThat(sides.ask(LEAD, new OneCall("gone")).withdrawnBecause()).isEqualTo("The prison closes.");
    }

    @Test
    void why_a_bid_takes_so_long_is_what_was_said_when_it_became_so() {
        assertThat(sides.ask(LEAD, new OneCall("soon")).longBecause())
                .as("nothing when it was approved, and the change did not make bids longer")
                .isNull();
        assertThat(sides.ask(Actor.ANYONE, new OneCall("gone")).longBecause()).isEqualTo("It is a new field.");
        assertThat(sides.ask(LEAD, new OneCall("late")).longBecause()).isEqualTo("We ask for more");
    }

    @Test
    void calls_are_found_by_state_holder_and_with_typing_errors() {
        assertThat(ids(LEAD, new Calls("somwhere to goo", null, null, 0, 0))).containsExactly("soon");
        assertThat(ids(LEAD, new Calls(null, GrantCallState.CLOSED, null, 0, 0)))
                .containsExactly("over");
        assertThat(ids(LEAD, new Calls(null, GrantCallState.DRAFTED, null, 0, 0)))
                .isEmpty();
        assertThat(ids(LEAD, new Calls(null, null, "GB-LAE-LDS", 0, 0))).isEmpty();
    }

    @Test
    void everybody_reads_whose_money_a_call_gives() {
        assertThat(sides.ask(Actor.ANYONE, new OneCall("soon")).fundNames())
                .containsExactly(entry("northmoor-womens-centres", "Northmoor women's centres"));
    }

    @Test
    void a_governor_who_did_not_write_a_draft_is_asked_to_approve_it() {
        assertThat(duties(GOVERNOR)).anyMatch(duty -> duty.startsWith("Approve the call “A draft”, £"));
        assertThat(duties(new Actor("carl", "", Role.GOVERNOR, COUNCIL, ""))).noneMatch(CallAnswersTest::approves);
        assertThat(duties(actor(Role.COMMISSIONER, COUNCIL))).noneMatch(CallAnswersTest::approves);
        assertThat(duties(actor(Role.GOVERNOR, "GB-LAE-LDS"))).noneMatch(CallAnswersTest::approves);
    }

    @Test
    void what_is_not_answered_waits_for_those_who_may_answer() {
        String answer = "Answer what was asked about the call “Somewhere to go”.";
        assertThat(duties(GOVERNOR)).containsOnlyOnce(answer);
        assertThat(duties(actor(Role.COMMISSIONER, COUNCIL))).containsOnlyOnce(answer);
        assertThat(duties(actor(Role.COMMISSIONER, "GB-LAE-LDS"))).doesNotContain(answer);
    }

    private static List<String> duties(Actor actor) {
        return sides.ask(actor, new WhatNeedsMe()).duties().stream()
                .map(Duty::sentence)
                .toList();
    }

    private static boolean approves(String duty) {
        return duty.startsWith("Approve the call");
    }

    private static List<String> ids(Actor actor, Calls query) {
        return sides.ask(actor, query).items().stream().map(CallSummary::callId).toList();
    }

    private static void draft(String call, String title, int weeksLater) {
        sides.log.add(call, "carl", new GrantCallEvent.CallDrafted(call, COUNCIL, terms(title, weeksLater)));
    }

    private static void announce(String call) {
        happened(call, "", new GrantCallEvent.CallApproved(call, 1, FINDING));
        happened(call, "", new GrantCallEvent.CallOpened(call, CLOSES.minus(Duration.ofDays(30))));
    }

    private static void happened(String call, String reason, GrantCallEvent event) {
        sides.log.add(call, GOVERNOR, reason, event);
    }

    private static CallTerms terms(String title, int weeksLater) {
        return terms(title, weeksLater, SAMPLE.questions());
    }

    private static CallTerms longer(String title, int weeksLater) {
        return terms(title, weeksLater, List.of(new CallTerms.Question("What will you do?", 900)));
    }

    private static CallTerms terms(String title, int weeksLater, List<CallTerms.Question> questions) {
        CallTerms sample = SAMPLE;
        Timetable times = sample.timetable();
        Instant closes = CLOSES.plus(Duration.ofDays(7L * weeksLater));
        return new CallTerms(
                title,
                sample.purpose(),
                sample.need(),
                sample.place(),
                sample.whoFor(),
                sample.envelope(),
                sample.ringFencePence(),
                sample.smallestPence(),
                sample.largestPence(),
                sample.months(),
                sample.shortReason(),
                sample.unrestricted(),
                sample.overheadCap(),
                sample.substance(),
                sample.eligibility(),
                questions,
                sample.criteria(),
                new Timetable(
                        closes.minus(Duration.ofDays(30)),
                        closes,
                        times.decidedBy(),
                        times.informedBy(),
                        times.startsFrom()),
                sample.feedback());
    }
}
