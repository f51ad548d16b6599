package org.tallystick.history;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.LoneCommandSide;
import org.tallystick.platform.QuerySide;
import org.tallystick.replay.ReplayRunner;
import org.tallystick.replay.Replays;

/** How long people wait for their commands while a replay of everything is made beside them, and while none is. */
final class CommandsBesideReplay {

    private static final int PEOPLE = 4;
    private static final int LONGEST_PAUSE_MILLIS = 40;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final double P95 = 0.95;

    private final BenchServer server;
    private final String database;
    private final DataSource command;
    private final DataSource query;
    private final JdbcTemplate jdbc;

    CommandsBesideReplay(BenchServer server, String database, DataSource command, DataSource query) {
        this.server = server;
        this.database = database;
        this.command = command;
        this.query = query;
        this.jdbc = new JdbcTemplate(query);
    }

    /** In milliseconds, from sending to having a place in the log, of which 19 of 20 took no longer. */
    record Waits(double without, double beside) {}

    /** Half of the time without comes before the replay, half after it. */
    Waits measure(long upTo, Duration half) throws Exception {
        List<Double> without = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        try (LoneCommandSide side = new LoneCommandSide(command, Clock.systemUTC());
                Replays replays = new Replays(query, schema -> server.inSchema(database, "tallystick_query", schema))) {
            waits(side, half);
            without.addAll(waits(side, half));
            ReplayRunner runner = new ReplayRunner(replays, Clock.systemUTC(), QuerySide::projections, "bench", 1);
            request(upTo);
            runner.start();
            await("position > 0");
            beside.addAll(waits(side, half.multipliedBy(2)));
            jdbc.update("UPDATE replay SET state = 'CANCELLED'");
            await("claimed_by IS NULL OR finished_at IS NOT NULL");
            runner.stop();
            without.addAll(waits(side, half));
        }
        return new Waits(Rounds.quantile(without, P95), Rounds.quantile(beside, P95));
    }

    /** As its projection would. */
    private void request(long upTo) {
        jdbc.update(
                "INSERT INTO replay (replay_id, name, scope, up_to, state, requested_by, requested_at)"
                        + " VALUES ('bench', 'Bench', 'EVERYTHING', ?, 'REQUESTED', 'bench', now())",
                upTo);
    }

    private void await(String state) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (jdbc.queryForList("SELECT number FROM audit.replay_run WHERE " + state, Long.class)
                .isEmpty()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The replay does not get on.");
            }
            Thread.sleep(5);
        }
    }

    private static List<Double> waits(LoneCommandSide side, Duration time) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        Callable<List<Double>> person = () -> {
            List<Double> waits = new ArrayList<>();
            do {
                long begun = System.nanoTime();
                side.send(Forgeries.anything(), Forgeries.ANYBODY);
                waits.add((System.nanoTime() - begun) / 1e6);
                Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
            } while (System.nanoTime() < until);
            return waits;
        };
        List<Double> all = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Callable<List<Double>>> each = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                each.add(person);
            }
            for (Future<List<Double>> waits : people.invokeAll(each)) {
                all.addAll(waits.get());
            }
        }
        return all;
    }
}
