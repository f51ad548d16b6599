package org.tallystick.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.control.ControlQuery.TestResult;
import org.tallystick.control.SampleQuery.Method;
import org.tallystick.control.SampleQuery.Population;
import org.tallystick.control.SampleQuery.SampleOf;
import org.tallystick.platform.Actor;
import org.tallystick.platform.LogFixture;
import org.tallystick.platform.ProjectionRun;
import org.tallystick.platform.Query;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.ReadModelMigration;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.replay.ReplayEvent.ReplayRequested;
import org.tallystick.replay.ReplayProgress;
import org.tallystick.replay.ReplayQuery.OneReplay;
import org.tallystick.replay.ReplayRunners;
import org.tallystick.replay.ReplayScope;

/** Control tests and samples of the past find what they would have found then, and nothing that is half there. */
class ControlTestsOfThePastTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private QueryFixture sides;
    private Street street;

    @BeforeEach
    void build() {
        sides = new QueryFixture();
        street = new Street(sides.log);
        street.build();
    }

    @AfterEach
    void close() {
        sides.close();
    }

    /** Wherever the past ends, also between two events of one step. */
    @Test
    void what_is_in_order_has_no_exceptions_at_any_position() {
        street.bounce("award-1", 1, 100_000, LocalDate.of(2026, 5, 28));
        sides.settle();
        new ReadModelMigration(sides.database.query()).migrate("past");
        DataSource past = sides.database.query("past");
        ProjectionRun run = new ProjectionRun(past, QueryFixture.projections(past), null);
        ControlRun then = new ControlRun(past);
        for (long position = 1; position <= sides.log.head(); position++) {
            assertThat(run.next(position, _ -> {})).isEqualTo(position);
            for (ControlTest test : ControlTest.values()) {
                ControlRun.Outcome outcome =
                        then.of(test, OneControlTest.standard(test).parameters());
                assertThat(outcome.findings()).as("%s at %s", test, position).isEmpty();
                assertThat(outcome.position()).isEqualTo(position);
            }
        }
    }

    @Test
    void a_replay_has_what_was_found_up_to_its_end_and_nothing_later() {
        street.pay("award-2", 1, Street.LANTERN, 100_000, LocalDate.of(2026, 5, 27));
        sides.settle();
        long paidTwice = sides.log.head();
        street.bounce("award-2", 1, 100_000, LocalDate.of(2026, 5, 29));
        street.role("com", Street.LANTERN);
        sides.settle();

        request("before", ReplayScope.EVERYTHING, paidTwice - 1, null, null);
        request("then", ReplayScope.EVERYTHING, paidTwice, LogFixture.NOON.plusMillis(paidTwice), null);
        made("before", "then");

        assertThat(ControlTest.values())
                .allSatisfy(test -> assertThat(run("before", test).findings())
                        .as(test.title())
                        .isEmpty());
        assertThat(run("then", ControlTest.DUPLICATE_PAYMENTS).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.sentence()).contains("£1,000", "Lantern Women's Centre"));
        assertThat(run("then", ControlTest.SEGREGATION).findings()).isEmpty();
        TestResult now = sides.ask(AUDITOR, OneControlTest.standard(ControlTest.DUPLICATE_PAYMENTS));
        assertThat(now.findings()).as("it came back meanwhile").isEmpty();
        assertThat(run("then", ControlTest.COMPLETENESS).population()).isEqualTo(paidTwice);
    }

    /** A working paper says when it was made: that is not in the past. */
    @Test
    void a_test_of_the_past_is_run_now() {
        sides.settle();
        request("then", ReplayScope.EVERYTHING, sides.log.head() - 3, null, null);
        made("then");
        assertThat(run("then", ControlTest.COMPLETENESS).ranAt()).isEqualTo(LogFixture.NOON);
        assertThat(at("then", new SampleOf(Population.PAYMENTS, Method.RANDOM, 1, 5, null, null))
                        .drawnAt())
                .isEqualTo(LogFixture.NOON);
    }

    @Test
    void the_ledger_alone_is_not_enough_for_a_test_and_the_refusal_says_what_to_do() {
        sides.settle();
        request("ledger", ReplayScope.LEDGER, sides.log.head(), null, null);
        request("in-effect", ReplayScope.LEDGER, sides.log.head(), null, LocalDate.of(2026, 5, 31));
        made("ledger", "in-effect");
        for (ControlTest test : ControlTest.values()) {
            assertThat(refusal("ledger", test)).contains("ask for one of everything");
            assertThat(refusal("in-effect", test))
                    .contains("31 May 2026", "last day")
                    .doesNotContain("of everything.");
        }
    }

    private String refusal(String replay, ControlTest test) {
        List<String> sentences = new ArrayList<>();
        assertThatThrownBy(() -> run(replay, test)).isInstanceOfSatisfying(Rejection.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.WRONG_STATE);
            sentences.add(refused.sentence());
        });
        return sentences.getFirst();
    }

    private void request(
            String id,
            ReplayScope scope,
            long upTo,
            @Nullable Instant recordedUntil,
            @Nullable LocalDate effectiveUntil) {
        sides.log.add(
                id, "auditor-1", new ReplayRequested(id, "Replay " + id, scope, upTo, recordedUntil, effectiveUntil));
        sides.settle();
    }

    private void made(String... replays) {
        ReplayRunners runners = new ReplayRunners(
                sides.replays, Clock.fixed(LogFixture.NOON, ZoneOffset.UTC), QueryFixture::projections, "test", 2);
        runners.start();
        try {
            long until = System.nanoTime() + PATIENCE.toNanos();
            for (String replay : replays) {
                while (sides.ask(AUDITOR, new OneReplay(replay)).state() != ReplayProgress.DONE) {
                    assertThat(System.nanoTime()).as("in time").isLessThan(until);
                    Thread.sleep(50);
                }
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            runners.stop();
        }
    }

    private TestResult run(String replay, ControlTest test) {
        return at(replay, OneControlTest.standard(test));
    }

    private <R> R at(String replay, Query<R> query) {
        return sides.dispatcher().at(replay).ask(query, AUDITOR, 0);
    }
}
