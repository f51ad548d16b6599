package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.award.AgreementTerms;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.OfferDeadlines;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.BidDeadlines;
import org.tallystick.bid.SampleBid;
import org.tallystick.call.CallDeadlines;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.SampleCall;

/** Two nodes over one history, the clock of one of them wrong: what one has recorded, the other does not undo. */
class TwoClocksTest {

    private static final Duration WRONG_BY = Duration.ofHours(1);

    private final TestDatabase database = TestDatabase.fresh();
    private final HandSetClock right = new HandSetClock();
    private final HandSetClock wrong = new HandSetClock();
    private final Node here = new Node(database, right);
    private final Node there = new Node(database, wrong);

    @BeforeEach
    void a_call_and_two_bids_for_it() {
        Region.settle(here);
        Region.fund(here, 100_000_00);
        here.send(new GrantCallCommand.DraftCall("c", COUNCIL, SampleCall.TERMS), COMMISSIONER);
        here.send(new GrantCallCommand.ApproveCall("c", 1), GOVERNOR);
        right.set(SampleCall.OPENS);
        SampleBid.written(here, "b", "c");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void a_clock_that_lags_takes_no_bid_once_the_closing_is_recorded() {
        here.send(SampleBid.certify("b", 4), LEAD);
        here.send(new BidCommand.SubmitBid("b"), LEAD);
        right.set(SampleCall.CLOSES);
        clockwork(here, right).tick();
        wrong.set(SampleCall.CLOSES.minus(WRONG_BY));
        refused(Refusal.TOO_LATE, new BidCommand.ReopenBid("b"), LEAD);
        refused(Refusal.TOO_LATE, SampleBid.answer("b", 1, "Better."), MEMBER);
        refused(Refusal.TOO_LATE, new BidCommand.StartBid("b2", "c", Region.CENTRE), MEMBER);
    }

    @Test
    void a_clock_that_runs_ahead_takes_no_bid_and_what_it_refused_is_taken_where_it_is_right() {
        right.set(SampleCall.CLOSES.minusMillis(1));
        wrong.set(SampleCall.CLOSES.plus(WRONG_BY));
        refused(Refusal.TOO_LATE, SampleBid.answer("b", 1, "Better."), MEMBER);
        here.send(SampleBid.answer("b", 1, "Better."), MEMBER);
        here.send(SampleBid.certify("b", 5), LEAD);
        here.send(new BidCommand.SubmitBid("b"), LEAD);
    }

    @Test
    void a_draft_lapses_once_whichever_clock_is_first_and_is_kept() {
        wrong.set(SampleCall.CLOSES.plus(WRONG_BY));
        clockwork(there, wrong).tick();
        right.set(SampleCall.CLOSES.minus(WRONG_BY));
        clockwork(here, right).tick();
        right.set(SampleCall.CLOSES);
        clockwork(here, right).tick();
        assertThat(happened("b"))
                .containsExactly(
                        "BidStarted",
                        "EligibilityAnswered",
                        "ProjectDescribed",
                        "BidQuestionAnswered",
                        "BudgetSaved",
                        "BidLapsed");
        assertThat(happened("c")).containsExactly("CallDrafted", "CallApproved", "CallOpened", "CallClosed");
    }

    @Test
    void an_offer_that_ran_out_by_one_clock_is_not_signed_by_the_other() {
        LocalDate today = UkTime.dayOf(right.instant());
        here.send(Region.award("a", 1_000_00), GOVERNOR);
        here.send(new AwardCommand.OfferAgreement("a", 0, terms(today), today.plusDays(1)), COMMISSIONER);
        wrong.set(right.instant().plus(Duration.ofDays(2)));
        clockwork(there, wrong).tick();
        refusedHere(Refusal.WRONG_STATE, new AwardCommand.SignAgreement("a", 1, null), LEAD);
        assertThat(happened("a")).endsWith("OfferExpired");
        right.set(wrong.instant());
        here.send(Region.award("a2", 40_000_00), GOVERNOR);
    }

    private static AgreementTerms terms(LocalDate today) {
        return new AgreementTerms(
                "Purpose",
                "Wages",
                List.of(),
                List.of("A first day"),
                today.plusDays(30),
                today.plusDays(395),
                List.of(),
                "No reserves");
    }

    private Clockwork clockwork(Node node, HandSetClock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(database.command());
        CallDeadlines calls = new CallDeadlines(node.history());
        HistoryInShort inShort = new HistoryInShort(jdbc);
        return new Clockwork(
                jdbc,
                List.of(
                        calls,
                        new BidDeadlines(inShort, node.history(), calls),
                        new OfferDeadlines(inShort, node.history())),
                node,
                clock);
    }

    private void refused(Refusal reason, Command command, Actor actor) {
        refused(there, reason, command, actor);
    }

    private void refusedHere(Refusal reason, Command command, Actor actor) {
        refused(here, reason, command, actor);
    }

    private static void refused(Node node, Refusal reason, Command command, Actor actor) {
        assertThatThrownBy(() -> node.send(command, actor))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused -> assertThat(refused.refusal())
                                .as(refused.sentence())
                                .isEqualTo(reason));
    }

    private List<String> happened(String id) {
        return here.history()
                .readEvents(id)
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }
}
