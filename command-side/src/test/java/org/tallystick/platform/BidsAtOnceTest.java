package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.call.SampleCall.CLOSES;
import static org.tallystick.call.SampleCall.OPENS;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.MEMBER;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.BidDeadlines;
import org.tallystick.bid.SampleBid;
import org.tallystick.call.CallDeadlines;
import org.tallystick.call.GrantCallCommand.AmendCall;
import org.tallystick.call.GrantCallCommand.ApproveCall;
import org.tallystick.call.GrantCallCommand.DraftCall;
import org.tallystick.call.SampleCall;
import org.tallystick.platform.AtTheSameMoment.Outcome;

/** Bids over a real history: several people at the same moment, and the clock. */
class BidsAtOnceTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final HandSetClock time = new HandSetClock();
    private final Node here = new Node(database, time);
    private final Node there = new Node(database, time);

    @BeforeEach
    void an_open_call() {
        Region.settle(here);
        Region.fund(here, 100_000_00);
        here.send(new DraftCall("c", COUNCIL, SampleCall.TERMS), COMMISSIONER);
        here.send(new ApproveCall("c", 1), GOVERNOR);
        time.set(OPENS);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void an_organisation_starts_one_bid_for_a_call_however_many_of_its_people_start_one() {
        List<Outcome<Receipt>> outcomes =
                AtTheSameMoment.run(8, i -> sending(i, new BidCommand.StartBid("b" + i, "c", CENTRE), MEMBER));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .allMatch(outcome -> outcome.refusal() == Refusal.ALREADY_EXISTS);
    }

    @Test
    void a_bid_of_others_is_refused_in_the_words_of_one_that_never_was() {
        here.send(new BidCommand.StartBid("b", "c", CENTRE), MEMBER);
        Actor stranger = Acting.actor("olga", Role.APPLICANT_LEAD, "GB-CHC-9000357");

        assertThatThrownBy(() -> here.send(new BidCommand.SubmitBid("b"), stranger))
                .hasMessage("There is no b here.");
        assertThatThrownBy(() -> here.send(new BidCommand.SubmitBid("x"), stranger))
                .hasMessage("There is no x here.");
    }

    @Test
    void people_who_save_different_parts_at_the_same_moment_are_all_served() {
        here.send(new BidCommand.StartBid("b", "c", CENTRE), MEMBER);
        List<BidCommand> parts = List.of(
                SampleBid.eligible("b", 0, true),
                SampleBid.project("b", 0, SampleBid.STARTS),
                SampleBid.answer("b", 0, "We open the door."),
                new BidCommand.SaveBudget("b", 0, SampleBid.BUDGET));

        List<Outcome<Receipt>> outcomes = AtTheSameMoment.run(4, i -> sending(i, parts.get(i), MEMBER));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        SampleBid.sent(here, "b", LEAD);
    }

    @Test
    void of_people_who_save_the_same_part_at_the_same_moment_one_is_served() {
        here.send(new BidCommand.StartBid("b", "c", CENTRE), MEMBER);

        List<Outcome<Receipt>> outcomes =
                AtTheSameMoment.run(8, i -> sending(i, SampleBid.answer("b", 0, "Words of " + i), MEMBER));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .allMatch(outcome -> outcome.refusal() == Refusal.CONFLICT);
    }

    @Test
    void a_bid_that_was_saved_very_often_is_read_from_its_snapshot() {
        savedVeryOften();
        there.send(SampleBid.answer("b", 111, "The last."), MEMBER);
        there.send(SampleBid.certify("b", 115), LEAD);
        there.send(new BidCommand.SubmitBid("b"), LEAD);
        assertThat(last("b")).isEqualTo("BidSubmitted");
    }

    @Test
    void a_draft_that_was_saved_very_often_lapses_too_where_a_process_has_just_started() {
        savedVeryOften();
        time.set(CLOSES);
        clock().tick();
        assertThat(last("b")).isEqualTo("BidLapsed");
    }

    private void savedVeryOften() {
        SampleBid.written(here, "b", "c");
        for (int version = 1; version <= 110; version++) {
            here.send(SampleBid.answer("b", version, "Version " + version + " of the answer."), MEMBER);
        }
        StoreFixture.until(() -> !there.engine.readSnapshot("b").isEmpty());
    }

    @Test
    void drafts_lapse_when_the_call_closes_and_what_was_sent_does_not() {
        SampleBid.sent(here, "b", "c");
        Clockwork clock = clock();
        clock.tick();
        here.send(new BidCommand.ReopenBid("b"), LEAD);
        clock.tick();
        time.set(CLOSES.minusMillis(1));
        clock.tick();
        assertThat(last("b")).isEqualTo("BidReopened");
        time.set(CLOSES);
        clock.tick();
        clock.tick();
        assertThat(last("b")).isEqualTo("BidLapsed");
        assertThat(last("c")).isEqualTo("CallClosed");
    }

    @Test
    void a_draft_has_as_long_as_its_call_also_where_that_was_amended_since() {
        here.send(new BidCommand.StartBid("b", "c", CENTRE), MEMBER);
        Clockwork clock = clock();
        clock.tick();
        here.send(new AmendCall("c", 1, SampleCall.between(OPENS, CLOSES.plusSeconds(60)), "Longer"), COMMISSIONER);
        time.set(CLOSES);
        clock.tick();
        assertThat(last("b")).isEqualTo("BidStarted");
        time.set(CLOSES.plusSeconds(60));
        clock.tick();
        assertThat(last("b")).isEqualTo("BidLapsed");
    }

    @Test
    void a_process_that_starts_after_the_closing_makes_up_for_it() {
        SampleBid.written(here, "b", "c");
        time.set(CLOSES.plusSeconds(86_400));
        clock().tick();
        assertThat(last("b")).isEqualTo("BidLapsed");
    }

    private Clockwork clock() {
        JdbcTemplate jdbc = new JdbcTemplate(database.command());
        CallDeadlines calls = new CallDeadlines(here.history());
        return new Clockwork(
                jdbc, List.of(calls, new BidDeadlines(new HistoryInShort(jdbc), here.history(), calls)), here, time);
    }

    private Callable<Receipt> sending(int i, Command command, Actor actor) {
        Node node = i % 2 == 0 ? here : there;
        return () -> node.send(command, actor, "key-" + i);
    }

    private String last(String aggregateId) {
        return here.history()
                .readEvents(aggregateId)
                .asStream()
                .reduce((_, event) -> event)
                .orElseThrow()
                .getPayloadType()
                .getSimpleName();
    }
}
