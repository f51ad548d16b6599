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
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.tallystick.history.HistoryQuery.LogState;
import org.tallystick.history.HistoryQuery.LogView;
import org.tallystick.history.Tampering.Span;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryPort;
import org.tallystick.platform.Setting;
import org.tallystick.platform.TrialInstallation;
import org.tallystick.platform.WitnessAddress;
import org.tallystick.platform.Witnesses;

/**
 * {@code ./tallystick torture tamper}: a real installation with two years of history and a witness, whose database is
 * meddled with as its superuser, again and again, each time in another place. Each time an auditor takes a pack away
 * and has it verified; what was done must be found, at the right position.
 */
public final class TamperTorture implements AutoCloseable {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Path folder = Files.createTempDirectory("tallystick-tamper-");
    private final TrialInstallation trial = TrialInstallation.create();
    private final Witness witness;
    private final HttpServer server;
    private final List<WitnessAddress> addresses;
    private final Findings findings;

    private TamperTorture() throws IOException {
        witness = new Witness(
                folder.resolve("witness"), "witness.example.org", List.of(trial.logKey()), Clock.systemUTC());
        server = RunWitness.serve(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        String address =
                witness.key() + " http://localhost:" + server.getAddress().getPort();
        addresses = WitnessAddress.list(address);
        trial.with(Setting.WITNESSES, address);
        findings = new Findings(trial, folder, witness.key().toString());
    }

    /**
     * Meddles so often, prints what was found by what, and each case that was not found.
     *
     * @return 0, or 1 where something was not found, or a way was never shown to have had an effect
     */
    public static int run(int count, long seed, boolean json, PrintStream out) throws Exception {
        TamperTally tally = new TamperTally();
        try (TamperTorture torture = new TamperTorture()) {
            torture.begin();
            torture.meddle(count, seed, tally);
            if (json) {
                out.println(tally.json());
            } else {
                out.printf("%,d cases from seed %d over a history of %,d events.%n", count, seed, torture.size);
                out.print(tally.table());
            }
        }
        return tally.good() ? 0 : 1;
    }

    private long size;

    /** A history with a witness, and what an auditor keeps of it. */
    private void begin() throws Exception {
        trial.enterDemo();
        awaitWitness();
        trial.stopSides();
        trial.startQuerySide();
        findings.keep();
    }

    private void awaitWitness() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            LogView log = trial.part(QueryPort.class).ask(new LogState(), Actor.OPERATOR, 0);
            boolean done = log.oldestUnsequencedMillis() == 0
                    && log.signing().signedSize() == log.head()
                    && log.projections().stream().allMatch(projection -> projection.behind() == 0)
                    && log.signing().witnesses().stream().anyMatch(each -> each.size() == log.head());
            if (done) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The history is not signed: " + log);
            }
            Thread.sleep(50);
        }
    }

    private void meddle(int count, long seed, TamperTally tally) throws Exception {
        List<Tampering> ways = new ArrayList<>(Tamperings.all());
        Forgeries forgeries = new Forgeries(trial, folder);
        ways.addAll(forgeries.all());
        try (MeddledDatabase database = new MeddledDatabase(trial.superuser())) {
            size = database.size();
            findings.requireGood();
            for (int i = 0; i < count; i++) {
                Tampering way = ways.get(i % ways.size());
                database.random = new Random(seed * 1_000_003 + i);
                tally.add(way, i, one(database, forgeries, way));
                database.restore(MeddledDatabase.tables(way.tables()));
            }
            // What was found was not left over from a case before.
            findings.requireGood();
        }
    }

    private TamperTally.Outcome one(MeddledDatabase database, Forgeries forgeries, Tampering way) throws Exception {
        Span span;
        try {
            span = way.deed().in(database);
        } catch (DuplicateKeyException refused) {
            return TamperTally.Outcome.inconclusive();
        }
        boolean landed = MeddledDatabase.tables(way.tables()).stream().anyMatch(database::isChanged);
        if (!landed) {
            return TamperTally.Outcome.inconclusive();
        }
        Findings.Found found = findings.look(way.alone());
        Set<String> by = new TreeSet<>(found.by());
        if (!way.alone()) {
            if (refused(forgeries)) {
                by.add("signing");
            }
            if (witnessRefuses(database)) {
                by.add("witness");
            }
        }
        boolean named = found.position() != null && span.has(found.position());
        String words = "it must name " + span + ", and found: " + found.words();
        return new TamperTally.Outcome(named, true, by, words);
    }

    /** Whether the product, with what it remembers beside its key, would sign nothing after this. */
    private boolean refused(Forgeries forgeries) {
        try {
            forgeries.checkpointer(trial.logKeyFile()).sign();
            return false;
        } catch (IllegalStateException refused) {
            return true;
        }
    }

    private boolean witnessRefuses(MeddledDatabase database) {
        new Witnesses(trial.commandSide(), addresses, Clock.systemUTC()).ask();
        return !database.jdbc
                .queryForList("SELECT refused FROM history.witness WHERE refused IS NOT NULL", String.class)
                .isEmpty();
    }

    @Override
    public void close() throws IOException {
        trial.close();
        server.stop(0);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
