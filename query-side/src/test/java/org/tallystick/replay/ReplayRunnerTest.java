package org.tallystick.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.ledger.TrialBalances;
import org.tallystick.platform.Progress;
import org.tallystick.platform.Projection;
import org.tallystick.platform.ProjectionRun;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

class ReplayRunnerTest {

    private final ReplayFixture town = new ReplayFixture();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void at_the_position_of_the_live_read_models_a_replay_has_the_same_rows() {
        long head = town.sides.log.head();
        DataSource replay = town.made("now", ReplayScope.EVERYTHING, head, null);

        Map<String, Long> live = rows(town.sides.database.query(), "read", head);
        live.remove("replay");
        Map<String, Long> again = rows(replay, "replay_1", head);
        again.remove("replay");
        assertThat(live).hasSizeGreaterThan(20).isEqualTo(again);
        assertThat(new Progress(replay).all().values()).hasSize(11).containsOnly(head);
        assertThat(town.view("now").state()).isEqualTo(ReplayProgress.DONE);
        assertThat(town.view("now").position()).isEqualTo(head);
        assertThat(town.sides
                        .ask(ReplayFixture.AUDITOR, new ReplayQuery.Replays(0, 0))
                        .items())
                .extracting(ReplayQuery.ReplayView::name)
                .containsExactly("Replay now");
    }

    @Test
    void every_position_has_the_balances_that_the_live_ledger_gives_for_it() {
        TrialBalances live = new TrialBalances(town.sides.database.query());
        long head = town.sides.log.head();
        for (long position : List.of(1L, head / 3, head / 2, head - 1)) {
            DataSource replay = town.made("at-" + position, ReplayScope.LEDGER, position, null);
            assertThat(new TrialBalances(replay).at(new TrialBalanceAt(null, null)))
                    .as("at %s", position)
                    .isEqualTo(live.at(new TrialBalanceAt(position, null)));
        }
    }

    @Test
    void by_effective_date_what_took_effect_later_is_left_out() {
        LocalDate may = LocalDate.of(2026, 5, 31);
        DataSource replay = town.made("may", ReplayScope.LEDGER, town.sides.log.head(), may);

        var there = new TrialBalances(replay).at(new TrialBalanceAt(null, null));
        var live = new TrialBalances(town.sides.database.query()).at(new TrialBalanceAt(null, may));
        assertThat(there.accounts()).isNotEmpty().isEqualTo(live.accounts());
        assertThat(there.accounts())
                .isNotEqualTo(new TrialBalances(town.sides.database.query())
                        .at(new TrialBalanceAt(null, null))
                        .accounts());
    }

    @Test
    void a_replay_adds_nothing_to_the_history_and_nothing_to_the_live_read_models() {
        town.request("quiet", ReplayScope.EVERYTHING, town.sides.log.head(), null);
        long head = town.sides.log.head();
        Map<String, Long> before = rows(town.sides.database.query(), "read");
        Map<String, Long> history = rows(town.sides.database.command(), "history");

        town.runner("runner").once();

        assertThat(town.view("quiet").state()).isEqualTo(ReplayProgress.DONE);
        assertThat(rows(town.sides.database.query(), "read")).isEqualTo(before);
        assertThat(rows(town.sides.database.command(), "history"))
                .isEqualTo(history)
                .isNotEmpty();
        assertThat(new Progress(town.sides.database.query()).of("replay")).isEqualTo(head);
    }

    @Test
    void a_run_whose_process_was_killed_is_gone_on_with_where_it_stands() {
        long head = town.sides.log.head();
        town.request("killed", ReplayScope.EVERYTHING, head, null);
        ReplayRunner killed = town.runner("one", source -> dyingHalfWay(source, head / 2));
        assertThatThrownBy(killed::once).isInstanceOf(Killed.class);
        assertThat(town.view("killed").state()).isEqualTo(ReplayProgress.RUNNING);

        town.runner("two").once();
        assertThat(town.view("killed").state())
                .as("somebody has been heard of a moment ago")
                .isEqualTo(ReplayProgress.RUNNING);
        town.jdbc.update("UPDATE audit.replay_run SET heard_at = heard_at - interval '31 seconds'");
        town.runner("two").once();

        assertThat(town.view("killed").state()).isEqualTo(ReplayProgress.DONE);
        assertThat(new TrialBalances(town.replays.of("killed")).at(new TrialBalanceAt(null, null)))
                .isEqualTo(new TrialBalances(town.sides.database.query()).at(new TrialBalanceAt(head, null)));
    }

    @Test
    void more_than_may_be_made_at_once_wait() {
        town.request("first", ReplayScope.LEDGER, 3, null);
        town.request("second", ReplayScope.LEDGER, 3, null);
        town.request("third", ReplayScope.LEDGER, 3, null);
        ReplayRuns runs = new ReplayRuns(town.sides.database.query(), java.time.Clock.systemUTC());

        assertThat(IntStream.range(0, 3).mapToObj(i -> runs.claim("runner-" + i, 2)))
                .extracting(claimed -> claimed.map(ReplayRuns.Run::replayId).orElse("none"))
                .containsExactly("first", "second", "none");
        assertThat(town.view("third").state()).isEqualTo(ReplayProgress.WAITING);
    }

    @Test
    void what_is_cancelled_or_dropped_leaves_nothing_behind() {
        town.made("kept", ReplayScope.LEDGER, 5, null);
        town.made("dropped", ReplayScope.LEDGER, 5, null);
        town.request("cancelled", ReplayScope.LEDGER, 5, null);
        town.sides.log.add("dropped", "auditor-1", new ReplayEvent.ReplayDropped("dropped"));
        town.sides.log.add("cancelled", "auditor-1", new ReplayEvent.ReplayCancelled("cancelled"));
        town.sides.settle();
        town.runner("runner").once();

        assertThat(town.jdbc.queryForList(
                        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'replay%'", String.class))
                .containsExactly("replay_1");
        assertThat(town.view("dropped").state()).isEqualTo(ReplayProgress.DROPPED);
        assertThat(town.view("cancelled").state()).isEqualTo(ReplayProgress.CANCELLED);
        assertThatThrownBy(() -> town.replays.of("dropped"))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.WRONG_STATE));
        assertThatThrownBy(() -> town.replays.of("nobody-asked"))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }

    @Test
    void cancelled_between_two_batches_it_stops() {
        town.request("long", ReplayScope.LEDGER, town.sides.log.head(), null);
        town.runner("runner", _ -> List.of()).once();
        town.request("longer", ReplayScope.EVERYTHING, town.sides.log.head(), null);
        town.runner("runner", source -> {
                    town.sides.log.add("longer", "auditor-1", new ReplayEvent.ReplayCancelled("longer"));
                    town.sides.settle();
                    return QueryFixture.projections(source);
                })
                .once();

        assertThat(town.view("longer").state()).isEqualTo(ReplayProgress.CANCELLED);
        assertThat(town.view("longer").position()).isZero();
    }

    @Test
    void an_event_that_cannot_be_replayed_fails_the_replay_and_says_why() {
        town.request("broken", ReplayScope.EVERYTHING, town.sides.log.head(), null);
        town.runner("runner", _ -> List.of(new Broken())).once();

        assertThat(town.view("broken").state()).isEqualTo(ReplayProgress.FAILED);
        assertThat(town.view("broken").failure()).isEqualTo("on purpose");
        assertThatThrownBy(() -> town.replays.of("broken")).isInstanceOf(Rejection.class);
    }

    private static List<Projection> dyingHalfWay(DataSource source, long half) {
        new ProjectionRun(source, QueryFixture.projections(source), null).next(half, _ -> {});
        throw new Killed();
    }

    private static Map<String, Long> rows(DataSource source, String schema) {
        return rows(source, schema, Long.MAX_VALUE);
    }

    /** Of each table what comes of its rows; those of later events, such as that a replay was asked for, left out. */
    private static Map<String, Long> rows(DataSource source, String schema, long head) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        Map<String, Long> rows = new TreeMap<>();
        for (String table : jdbc.queryForList(
                "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = ?::regnamespace"
                        + " AND relname NOT IN ('progress', 'token_entry', 'flyway_schema_history')",
                String.class,
                schema)) {
            rows.put(
                    table,
                    jdbc.queryForObject(
                            "SELECT COALESCE(sum(hashtextextended(t::text, 0)::numeric % 1000000007), 0)::bigint"
                                    + " + 7 * count(*) FROM " + schema + "." + table
                                    + " t WHERE COALESCE((to_jsonb(t) ->> 'position')::bigint, 0) <= ?",
                            Long.class,
                            head));
        }
        return rows;
    }

    /** As a kill looks to the program: nothing is caught, nothing is put right. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Broken implements Projection {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public boolean handles(Class<?> event) {
            return true;
        }

        @Override
        public void project(List<Recorded> events) {
            throw new IllegalArgumentException("on purpose");
        }
    }
}
