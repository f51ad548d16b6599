package org.tallystick.call;

import static org.tallystick.call.SampleCall.CLOSES;
import static org.tallystick.call.SampleCall.OPENS;
import static org.tallystick.call.SampleCall.TERMS;
import static org.tallystick.platform.Acting.refusal;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.MEMBER;
import static org.tallystick.platform.Region.STRANGER;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.tallystick.call.GrantCallCommand.AmendCall;
import org.tallystick.call.GrantCallCommand.AnswerQuestion;
import org.tallystick.call.GrantCallCommand.AskQuestion;
import org.tallystick.call.GrantCallCommand.DraftCall;
import org.tallystick.call.GrantCallCommand.KeepTime;
import org.tallystick.call.GrantCallCommand.RedraftCall;
import org.tallystick.call.GrantCallEvent.CallAmended;
import org.tallystick.call.GrantCallEvent.CallApproved;
import org.tallystick.call.GrantCallEvent.CallClosed;
import org.tallystick.call.GrantCallEvent.CallDrafted;
import org.tallystick.call.GrantCallEvent.CallOpened;
import org.tallystick.call.GrantCallEvent.CallRedrafted;
import org.tallystick.call.GrantCallEvent.CallWithdrawn;
import org.tallystick.call.GrantCallEvent.QuestionAnswered;
import org.tallystick.call.GrantCallEvent.QuestionAsked;
import org.tallystick.platform.Acting;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Refusal;

class GrantCallTest {

    private static final Duration TICK = Duration.ofMillis(1);
    private static final CallDrafted DRAFTED = new CallDrafted("c", COUNCIL, TERMS);
    private static final CallApproved APPROVED = new CallApproved(
            "c", 1, new Substance.Finding(Substance.Conclusion.GRANT, "Money that tests something new is a grant."));
    private static final CallOpened OPENED = new CallOpened("c", OPENS);
    private static final CallClosed CLOSED = new CallClosed("c", CLOSES);

    private final FixtureConfiguration<GrantCall> fixture = Acting.fixture(GrantCall.class);

    @Test
    void a_body_drafts_calls_in_its_own_name() {
        fixture.givenNoPriorActivity()
                .when(new DraftCall("c", COUNCIL, TERMS), Acting.as(COMMISSIONER))
                .expectEvents(DRAFTED);
    }

    @Test
    void work_does_not_begin_after_the_last_year_that_the_call_has_money_of() {
        CallTerms late = SampleCall.between(OPENS.plus(Duration.ofDays(300)), CLOSES.plus(Duration.ofDays(300)));
        fixture.givenNoPriorActivity()
                .when(new DraftCall("c", COUNCIL, late), Acting.as(COMMISSIONER))
                .expectException(refusal(Refusal.INVALID, "no money is of 2027-28 or later"));
    }

    @Test
    void nobody_drafts_a_call_in_another_bodys_name() {
        fixture.givenNoPriorActivity()
                .when(new DraftCall("c", COUNCIL, TERMS), Acting.as(STRANGER))
                .expectException(refusal(Refusal.NOT_ALLOWED, "draft a call in its name"));
    }

    @Test
    void a_draft_is_written_anew_by_whoever_read_its_last_version() {
        fixture.given(DRAFTED)
                .when(new RedraftCall("c", 1, SampleCall.worth(50_000_00)), Acting.as(GOVERNOR))
                .expectEvents(new CallRedrafted("c", 2, SampleCall.worth(50_000_00)));
    }

    @Test
    void nobody_writes_over_a_version_they_have_not_read() {
        fixture.given(DRAFTED, new CallRedrafted("c", 2, TERMS))
                .when(new RedraftCall("c", 1, TERMS), Acting.as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.CONFLICT, "it is at version 2 now"));
    }

    @Test
    void an_announced_call_is_amended_and_not_written_anew() {
        fixture.given(DRAFTED, APPROVED)
                .when(new RedraftCall("c", 1, TERMS), Acting.as(GOVERNOR))
                .expectException(refusal(Refusal.WRONG_STATE, "scheduled cannot be written anew"));
    }

    @Test
    void the_clock_opens_it_at_its_moment_and_not_a_millisecond_before() {
        at(OPENS.minus(TICK), new KeepTime("c"), Actor.OPERATOR, DRAFTED, APPROVED)
                .expectNoEvents()
                .expectException(refusal(Refusal.WRONG_STATE, "Nothing of this call is due"));
        at(OPENS, new KeepTime("c"), Actor.OPERATOR, DRAFTED, APPROVED).expectEvents(OPENED);
    }

    @Test
    void a_clock_that_stood_still_opens_and_closes_it_with_the_moments_of_the_timetable() {
        at(CLOSES.plus(Duration.ofDays(3)), new KeepTime("c"), Actor.OPERATOR, DRAFTED, APPROVED)
                .expectEvents(OPENED, CLOSED);
    }

    @Test
    void what_may_be_done_hangs_on_the_moment_and_not_on_how_punctual_the_clock_is() {
        at(CLOSES.minus(TICK), new AskQuestion("c", "q", "Is rent a cost?"), MEMBER, DRAFTED, APPROVED)
                .expectEvents(OPENED, new QuestionAsked("c", "q", "Is rent a cost?"));
        at(CLOSES, new AskQuestion("c", "q", "Is rent a cost?"), MEMBER, DRAFTED, APPROVED, OPENED)
                .expectNoEvents()
                .expectException(refusal(Refusal.WRONG_STATE, "closed cannot be asked about"));
    }

    @Test
    void a_question_is_asked_once_and_answered_for_all_even_after_the_close() {
        QuestionAsked asked = new QuestionAsked("c", "q", "Is rent a cost?");
        at(OPENS, new AskQuestion("c", "q", "Again?"), MEMBER, DRAFTED, APPROVED, OPENED, asked)
                .expectException(refusal(Refusal.ALREADY_EXISTS, "asked already"));
        at(CLOSES, new AnswerQuestion("c", "q", "Yes."), COMMISSIONER, DRAFTED, APPROVED, OPENED, asked)
                .expectEvents(CLOSED, new QuestionAnswered("c", "q", "Yes."));
        at(OPENS, new AnswerQuestion("c", "other", "Yes."), COMMISSIONER, DRAFTED, APPROVED, OPENED, asked)
                .expectException(refusal(Refusal.NOT_FOUND, "Nobody asked that question"));
    }

    @Test
    void an_amendment_may_give_more_time_and_never_less() {
        CallTerms longer = SampleCall.between(OPENS, CLOSES.plus(Duration.ofDays(7)));
        CallTerms shorter = SampleCall.between(OPENS, CLOSES.minus(TICK));
        at(OPENS, new AmendCall("c", 1, longer, "A bank holiday"), COMMISSIONER, DRAFTED, APPROVED, OPENED)
                .expectEvents(new CallAmended("c", 2, longer));
        at(OPENS, new AmendCall("c", 1, shorter, "Hurry"), COMMISSIONER, DRAFTED, APPROVED, OPENED)
                .expectException(refusal(Refusal.INVALID, "applicants never get less time"));
    }

    @Test
    void an_amendment_leaves_the_envelope_and_the_past_alone() {
        CallTerms richer = SampleCall.worth(70_000_00);
        at(OPENS, new AmendCall("c", 1, richer, "More"), COMMISSIONER, DRAFTED, APPROVED, OPENED)
                .expectException(refusal(Refusal.INVALID, "of an announced call cannot be changed"));
        CallTerms later = SampleCall.between(OPENS.plus(TICK), CLOSES);
        at(OPENS, new AmendCall("c", 1, later, "Later"), COMMISSIONER, DRAFTED, APPROVED, OPENED)
                .expectException(refusal(Refusal.INVALID, "only be moved before the call opens"));
        at(OPENS.minus(TICK), new AmendCall("c", 1, later, "Later"), COMMISSIONER, DRAFTED, APPROVED)
                .expectEvents(new CallAmended("c", 2, later));
    }

    @Test
    void an_amendment_does_not_make_a_contract_of_a_grant() {
        CallTerms bought = SampleCall.with(new Substance(true, true, false, false));
        at(OPENS, new AmendCall("c", 1, bought, "More"), COMMISSIONER, DRAFTED, APPROVED, OPENED)
                .expectNoEvents()
                .expectException(refusal(Refusal.INVALID, "whether it is a grant was found when it was approved"));
    }

    @Test
    void nothing_is_due_of_a_call_that_was_withdrawn() {
        at(CLOSES, new KeepTime("c"), Actor.OPERATOR, DRAFTED, APPROVED, new CallWithdrawn("c"))
                .expectException(refusal(Refusal.WRONG_STATE, "Nothing of this call is due"));
    }

    private ResultValidator<GrantCall> at(
            Instant moment, GrantCallCommand command, Actor actor, GrantCallEvent... history) {
        return Acting.fixture(GrantCall.class).given((Object[]) history).when(command, Acting.as(actor, moment));
    }
}
