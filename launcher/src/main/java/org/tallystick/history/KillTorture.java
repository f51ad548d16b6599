package org.tallystick.history;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.Actor;
import org.tallystick.platform.ProductProcess;
import org.tallystick.platform.Role;
import org.tallystick.platform.Setting;
import org.tallystick.platform.TrialInstallation;

/**
 * {@code ./tallystick torture kill}: the product in two processes on a PostgreSQL with fsync, people who enter money
 * through both, and now and then one of the three is killed at any moment, or all of the product.
 */
public final class KillTorture implements AutoCloseable {

    /** What is killed. */
    enum Victim {
        POSTGRESQL("PostgreSQL with all its processes"),
        APPLICATION("both processes of the product"),
        SEQUENCER("the process that sequences at that moment");

        private final String words;

        Victim(String words) {
            this.words = words;
        }
    }

    private static final Actor GOVERNOR = new Actor("p-load", "", Role.GOVERNOR, KillLoad.GOVERNOR, "");
    private static final int LONGEST_WAIT_MILLIS = 1_500;
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private static final int WORK_BEFORE_A_KILL = 10;
    /** The process whose transaction moves the head of the log on: others may wait for it to. */
    private static final String SEQUENCING = "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a"
            + " ON a.pid = l.pid WHERE l.granted AND l.relation = 'history.event_log_head'::regclass"
            + " AND l.mode = 'RowExclusiveLock' AND a.application_name LIKE 'product-%' LIMIT 1";

    private final Path folder = Files.createTempDirectory("tallystick-kill-");
    private final TrialInstallation trial = TrialInstallation.create();
    private final HttpServer witness;
    private final int[] ports = {TrialInstallation.freePort(), TrialInstallation.freePort()};
    private final ProductProcess[] product = new ProductProcess[2];
    private final KillChecks checks;
    private final Random random;
    private final Map<Victim, Integer> landed = new EnumMap<>(Victim.class);
    private int notLanded;

    private KillTorture(long seed) throws IOException {
        random = new Random(seed);
        Witness state = new Witness(
                folder.resolve("witness"), "witness.example.org", List.of(trial.logKey()), Clock.systemUTC());
        witness = RunWitness.serve(state, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        trial.with(
                Setting.WITNESSES,
                state.key() + " http://localhost:" + witness.getAddress().getPort());
        checks = new KillChecks(trial);
    }

    /**
     * Kills so often, and says what came of it.
     *
     * @param cycles how many kills must have landed
     * @param compareEach after so many of them the read models are compared with a replay; at the end in any case
     * @return 0, or 1 with the first that was wrong
     */
    public static int run(int cycles, int compareEach, long seed, PrintStream out) throws Exception {
        long begun = System.nanoTime();
        try (KillTorture torture = new KillTorture(seed)) {
            List<String> wrong = torture.torture(cycles, compareEach, out);
            wrong.forEach(out::println);
            out.printf(
                    "%d kills landed of %d, in %.0f s: %s. %,d events, %,d checkpoints.%n",
                    torture.landed.values().stream().mapToInt(Integer::intValue).sum(),
                    torture.landed.values().stream().mapToInt(Integer::intValue).sum() + torture.notLanded,
                    (System.nanoTime() - begun) / 1e9,
                    torture.landed.entrySet().stream()
                            .map(each -> each.getValue() + " of " + each.getKey().words)
                            .toList(),
                    torture.checks.read(),
                    torture.checks.checkpoints());
            if (wrong.isEmpty()) {
                out.println("Everything acknowledged is there once and was posted once, every checkpoint continues all"
                        + " before it, and all read models are those of a replay from the first event.");
            }
            return wrong.isEmpty() ? 0 : 1;
        }
    }

    private List<String> torture(int cycles, int compareEach, PrintStream out) throws Exception {
        start(0);
        start(1);
        product[0].awaitAnswer();
        product[1].awaitAnswer();
        try (KillLoad load = new KillLoad(
                List.of(product[0].address(), product[1].address()),
                request -> request.header("Authorization", "Bearer " + trial.tokenFor(GOVERNOR)))) {
            load.start();
            List<String> wrong = new ArrayList<>();
            for (int done = 0; done < cycles && wrong.isEmpty(); ) {
                awaitWork(load);
                if (cycle(load, Victim.values()[done % Victim.values().length])) {
                    done++;
                    if (done % compareEach == 0 && done < cycles) {
                        wrong.addAll(load.atRest(checks::unlikeReplay));
                        out.println(done + " kills, " + checks.read() + " events.");
                    }
                } else if (++notLanded > 2 * cycles + 10) {
                    wrong.add("Too few kills landed.");
                }
                wrong.addAll(checks.inconsistent());
                wrong.addAll(checks.lostOrTwice(load.acknowledged()));
            }
            awaitWork(load);
            load.finish();
            wrong.addAll(load.refused());
            wrong.addAll(checks.lostOrTwice(load.acknowledged()));
            wrong.addAll(checks.unlikeReplay());
            wrong.addAll(checks.inconsistent());
            wrong.addAll(checks.witnessRefusals());
            return wrong;
        }
    }

    /** Kills, and starts again what is dead; whether something was cut off. */
    private boolean cycle(KillLoad load, Victim victim) throws Exception {
        Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
        long until = System.nanoTime() + PATIENCE_NANOS;
        int sequencing = victim == Victim.SEQUENCER ? sequencing(until) : -1;
        while (load.underWay() == 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        int before = load.cutOff();
        boolean died = switch (victim) {
            case POSTGRESQL -> trial.killDatabase();
            case APPLICATION -> killBoth();
            case SEQUENCER -> sequencing >= 0 && product[sequencing].kill();
        };
        switch (victim) {
            case POSTGRESQL -> trial.startDatabase();
            case APPLICATION -> {
                start(0);
                start(1);
            }
            case SEQUENCER -> {
                if (sequencing >= 0) {
                    start(sequencing);
                }
            }
        }
        product[0].awaitAnswer();
        product[1].awaitAnswer();
        boolean counts = died && load.cutOff() > before;
        if (counts) {
            landed.merge(victim, 1, Integer::sum);
        }
        return counts;
    }

    private boolean killBoth() throws InterruptedException {
        boolean first = product[0].kill();
        boolean second = product[1].kill();
        return first && second;
    }

    /** Which process gives positions right now. */
    private int sequencing(long until) {
        JdbcTemplate jdbc = new JdbcTemplate(trial.superuser());
        while (System.nanoTime() < until) {
            List<String> found = jdbc.queryForList(SEQUENCING, String.class);
            if (!found.isEmpty()) {
                return found.getFirst().endsWith("0") ? 0 : 1;
            }
        }
        return -1;
    }

    /** Commands go through and checkpoints are signed again, since the last kill. */
    private void awaitWork(KillLoad load) throws InterruptedException {
        int answered = load.acknowledged().size();
        long until = System.nanoTime() + PATIENCE_NANOS;
        JdbcTemplate jdbc = new JdbcTemplate(trial.superuser());
        Long signed = null;
        while (System.nanoTime() < until) {
            try {
                Long now = jdbc.queryForObject("SELECT coalesce(max(size), 0) FROM history.checkpoint", Long.class);
                signed = signed == null ? now : signed;
                if (load.acknowledged().size() >= answered + WORK_BEFORE_A_KILL
                        && now != null
                        && signed != null
                        && now > signed) {
                    return;
                }
            } catch (DataAccessException notYet) {
                // The database is recovering.
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("Nothing goes on after a kill.");
    }

    /** The first with everything, the second with a command side only: both sequence. */
    private void start(int number) throws IOException {
        if (product[number] != null) {
            product[number].close();
        }
        product[number] =
                ProductProcess.start(trial, "product-" + number, ports[number], number == 0 ? "serve" : "command-side");
    }

    @Override
    public void close() throws IOException {
        for (ProductProcess process : product) {
            if (process != null) {
                process.close();
            }
        }
        trial.close();
        witness.stop(0);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
