package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.bid.SampleBid.answer;
import static org.tallystick.bid.SampleBid.certify;
import static org.tallystick.bid.SampleBid.eligible;
import static org.tallystick.bid.SampleBid.project;
import static org.tallystick.call.SampleCall.CLOSES;
import static org.tallystick.call.SampleCall.OPENS;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand.AmendCall;
import org.tallystick.call.GrantCallCommand.ApproveCall;
import org.tallystick.call.GrantCallCommand.DraftCall;
import org.tallystick.call.GrantCallCommand.WithdrawCall;
import org.tallystick.call.SampleCall;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationKind;

class BidDecisionsTest {

    private static final Instant OPEN = OPENS.plusSeconds(3_600);
    private static final String OTHER = "GB-CHC-9000357";
    private static final Actor OTHER_LEAD = actor("olga", Role.APPLICANT_LEAD, OTHER);

    private final InMemory port = new InMemory();

    @BeforeEach
    void an_open_call() {
        Region.settle(port);
        Region.organisation(port, OTHER, OrganisationKind.VOLUNTARY_ORGANISATION, OTHER_LEAD);
        Region.fund(port, 100_000_00);
        port.send(new DraftCall("c", COUNCIL, SampleCall.TERMS), COMMISSIONER);
        port.send(new ApproveCall("c", 1), GOVERNOR);
        port.send(new DraftCall("draft", COUNCIL, SampleCall.TERMS), COMMISSIONER);
        port.at(OPEN);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void a_bid_is_started_while_the_call_is_open() {
        BidCommand.StartBid start = new BidCommand.StartBid("b", "c", CENTRE);
        port.at(OPENS.minusMillis(1));
        port.refused(Refusal.WRONG_STATE, "not open yet", start, MEMBER);
        port.at(CLOSES);
        port.refused(Refusal.TOO_LATE, "has closed", start, MEMBER);
        port.at(OPENS);
        port.send(start, MEMBER);
        assertThat(last()).isEqualTo(new BidEvent.BidStarted("b", "c", CENTRE));
    }

    @Test
    void nobody_learns_from_a_bid_that_a_call_is_being_drafted() {
        assertThat(refusal(new BidCommand.StartBid("b", "draft", CENTRE), LEAD)).isEqualTo("There is no draft here.");
    }

    @Test
    void only_registered_voluntary_organisations_apply_and_in_their_own_name() {
        port.refused(Refusal.NOT_ALLOWED, "apply in its name", new BidCommand.StartBid("b", "c", OTHER), LEAD);
        port.refused(
                Refusal.NOT_ALLOWED,
                "A public body cannot apply",
                new BidCommand.StartBid("b", "c", COUNCIL),
                actor("x", Role.APPLICANT_LEAD, COUNCIL));
        port.send(new OrganisationCommand.SuspendOrganisation(CENTRE, "Under review"), GOVERNOR);
        port.refused(
                Refusal.ORGANISATION_NOT_REGISTERED, "not registered", new BidCommand.StartBid("b", "c", CENTRE), LEAD);
    }

    static Stream<BidCommand> ofABid() {
        return Stream.of(
                eligible("b", 0, true),
                project("b", 0, SampleBid.STARTS),
                answer("b", 0, "x"),
                new BidCommand.SaveBudget("b", 0, SampleBid.BUDGET),
                certify("b", 4),
                new BidCommand.SubmitBid("b"),
                new BidCommand.ReopenBid("b"),
                new BidCommand.ReportHours("b", 12),
                new BidCommand.WithdrawBid("b", "x"));
    }

    @ParameterizedTest
    @MethodSource("ofABid")
    void to_everybody_else_a_bid_is_one_that_does_not_exist(BidCommand command) {
        SampleBid.written(port, "b", "c");
        for (Actor stranger : List.of(OTHER_LEAD, GOVERNOR, COMMISSIONER, actor("l", Role.APPLICANT_LEAD, COUNCIL))) {
            port.refused(Refusal.NOT_FOUND, "There is no b here.", command, stranger);
        }
    }

    @Test
    void each_part_has_a_version_of_its_own_and_an_older_one_overwrites_nothing() {
        SampleBid.written(port, "b", "c");
        port.send(answer("b", 1, "We open two doors."), MEMBER);
        assertThat(last())
                .isEqualTo(new BidEvent.BidQuestionAnswered("b", SampleBid.QUESTION, 2, "We open two doors."));
        port.refused(Refusal.CONFLICT, "it is at version 2 now", answer("b", 1, "x"), LEAD);
        port.refused(Refusal.CONFLICT, "version 1", project("b", 0, SampleBid.STARTS), LEAD);
        port.send(project("b", 1, SampleBid.STARTS), LEAD);
    }

    @Test
    void twenty_pages_in_any_script_are_kept_and_what_is_too_long_is_named() {
        SampleBid.written(port, "b", "c");
        String pages = "Wörter и слова 言葉 ".repeat(4_000).substring(0, BidCommand.LONGEST_ANSWER);
        port.send(answer("b", 1, pages), MEMBER);
        assertThat(last()).isEqualTo(new BidEvent.BidQuestionAnswered("b", SampleBid.QUESTION, 2, pages.strip()));
        port.refused(Refusal.INCOMPLETE, "words, and the call allows 300", certify("b", 5), LEAD);
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        port.send(new BidCommand.StartBid("b", "c", CENTRE), LEAD);
        port.send(eligible("b", 0, false), LEAD);
        port.send(project("b", 0, SampleCall.TIMETABLE.startsFrom().minusDays(1)), LEAD);
        port.send(new BidCommand.SaveBudget("b", 0, SampleBid.asking(CENTRE, 30_000_01)), LEAD);
        assertThat(refusal(certify("b", 3), LEAD))
                .contains("you cannot apply", "starts before the call allows", "Answer “What will you do?”")
                .contains("You ask for £30,000.01; the call gives from £5,000 to £30,000.");
    }

    @Test
    void who_stands_for_a_bid_stands_for_what_they_read_in_the_words_of_the_statement() {
        SampleBid.written(port, "b", "c");
        port.refused(Refusal.CONFLICT, "version 4", certify("b", 3), LEAD);
        port.refused(Refusal.INVALID, "statement", new BidCommand.CertifyBid("b", 4, "I hope so."), LEAD);
        port.send(certify("b", 4), LEAD);
        assertThat(last()).isEqualTo(new BidEvent.BidCertified("b", 1, Certification.STATEMENT));
    }

    @Test
    void whatever_is_saved_after_that_needs_it_again() {
        SampleBid.written(port, "b", "c");
        port.send(certify("b", 4), LEAD);
        port.send(answer("b", 1, "Changed"), MEMBER);
        port.refused(Refusal.WRONG_STATE, "that is started cannot be sent", new BidCommand.SubmitBid("b"), LEAD);
        port.send(certify("b", 5), LEAD);
        port.send(new BidCommand.SubmitBid("b"), LEAD);
        port.refused(Refusal.WRONG_STATE, "submitted cannot be changed", answer("b", 2, "x"), MEMBER);
    }

    @Test
    void a_millisecond_is_late_and_what_was_written_stays() {
        SampleBid.written(port, "b", "c");
        port.send(certify("b", 4), LEAD);
        int before = port.events().size();
        port.at(CLOSES);
        port.refused(Refusal.TOO_LATE, "What you wrote is kept", new BidCommand.SubmitBid("b"), LEAD);
        port.refused(Refusal.TOO_LATE, "kept", answer("b", 1, "x"), MEMBER);
        assertThat(port.events()).hasSize(before);
        port.at(CLOSES.minusMillis(1));
        port.send(new BidCommand.SubmitBid("b"), LEAD);
        assertThat(last()).isEqualTo(new BidEvent.BidSubmitted("b", CLOSES.minusMillis(1)));
        port.at(CLOSES);
        port.refused(Refusal.TOO_LATE, "closed", new BidCommand.ReopenBid("b"), LEAD);
    }

    @Test
    void a_bid_fits_the_call_as_it_stands_when_somebody_stands_for_it() {
        SampleBid.written(port, "b", "c");
        port.send(certify("b", 4), LEAD);
        CallTerms later = SampleCall.between(OPENS, CLOSES.plusSeconds(86_400));
        port.send(new AmendCall("c", 1, later, "More time"), COMMISSIONER);
        port.refused(Refusal.WRONG_STATE, "The call has changed", new BidCommand.SubmitBid("b"), LEAD);
        port.send(certify("b", 4), LEAD);
        assertThat(last()).isEqualTo(new BidEvent.BidCertified("b", 2, Certification.STATEMENT));
        port.at(CLOSES);
        port.send(new BidCommand.SubmitBid("b"), LEAD);
    }

    @Test
    void a_bid_that_was_sent_is_taken_up_again_and_lapses_if_it_is_not_sent_again() {
        SampleBid.sent(port, "b", "c");
        port.send(new BidCommand.ReopenBid("b"), LEAD);
        port.send(answer("b", 1, "Better"), MEMBER);
        port.refused(Refusal.WRONG_STATE, "has not closed", new BidCommand.LapseBid("b"), Actor.OPERATOR);
        port.at(CLOSES);
        port.send(new BidCommand.LapseBid("b"), Actor.OPERATOR);
        assertThat(last()).isEqualTo(new BidEvent.BidLapsed("b", CLOSES));
    }

    @Test
    void what_was_sent_does_not_lapse() {
        SampleBid.sent(port, "b", "c");
        port.at(CLOSES);
        port.refused(Refusal.WRONG_STATE, "submitted", new BidCommand.LapseBid("b"), Actor.OPERATOR);
    }

    @Test
    void a_bid_is_withdrawn_at_any_time_and_may_be_taken_up_again_before_the_call_closes() {
        SampleBid.sent(port, "b", "c");
        port.send(new BidCommand.WithdrawBid("b", "We found other money"), LEAD);
        port.send(new BidCommand.ReopenBid("b"), LEAD);
        port.send(certify("b", 4), LEAD);
        port.send(new BidCommand.SubmitBid("b"), LEAD);
        port.at(CLOSES.plusSeconds(1));
        port.send(new BidCommand.WithdrawBid("b", "We found other money"), LEAD);
        assertThat(last()).isEqualTo(new BidEvent.BidWithdrawn("b"));
    }

    @Test
    void how_long_it_took_is_said_once_it_is_sent_and_may_be_put_right() {
        BidCommand.ReportHours hours = new BidCommand.ReportHours("b", 12);
        SampleBid.written(port, "b", "c");
        port.refused(Refusal.WRONG_STATE, "started cannot be said to have taken so long", hours, MEMBER);
        port.send(certify("b", 4), LEAD);
        port.send(new BidCommand.SubmitBid("b"), LEAD);
        port.send(hours, MEMBER);
        port.at(CLOSES.plusSeconds(1));
        port.send(new BidCommand.ReportHours("b", 14), LEAD);
        assertThat(last()).isEqualTo(new BidEvent.HoursReported("b", 14));
        for (int wrong : List.of(0, -1, BidCommand.MOST_HOURS + 1)) {
            assertThatThrownBy(() -> new BidCommand.ReportHours("b", wrong))
                    .isInstanceOf(Rejection.class)
                    .hasMessageContaining("hours must be between 1 and 1000");
        }
    }

    @Test
    void nothing_is_saved_for_a_call_that_was_withdrawn() {
        SampleBid.written(port, "b", "c");
        port.send(new WithdrawCall("c", "The prison closes."), GOVERNOR);
        port.refused(Refusal.WRONG_STATE, "The call was withdrawn", answer("b", 1, "x"), MEMBER);
    }

    @Test
    void a_budget_is_of_the_applicant_and_an_answer_to_a_question_of_the_call() {
        SampleBid.written(port, "b", "c");
        port.refused(
                Refusal.INVALID,
                "must be the organisation",
                new BidCommand.SaveBudget("b", 1, SampleBid.asking(OTHER, 10_000_00)),
                MEMBER);
        port.refused(
                Refusal.INVALID,
                "one that the call asks",
                new BidCommand.AnswerBidQuestion("b", "Why?", 0, "x"),
                MEMBER);
    }

    private Event last() {
        return port.events().getLast();
    }

    private String refusal(BidCommand command, Actor actor) {
        try {
            port.send(command, actor);
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError(command + " was not refused");
    }
}
