package org.tallystick.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.history.HistoryQuery.ConsistencyOf;
import org.tallystick.history.HistoryQuery.InclusionOf;
import org.tallystick.ledger.HistoriesInBulk;
import org.tallystick.ledger.Posting;
import org.tallystick.ledger.PostingRules;
import org.tallystick.platform.Checkpointer;
import org.tallystick.platform.Event;
import org.tallystick.platform.EventSerializer;
import org.tallystick.platform.LogKeyFile;
import org.tallystick.platform.LoneCommandSide;
import org.tallystick.platform.PostgresEventStorageEngine;
import org.tallystick.platform.ReadModelMigration;
import org.tallystick.platform.Sequencer;
import org.tallystick.platform.TypeNames;

/** A history of so many events in a database of its own, signed all along, and what an auditor asks of it. */
final class AuditedHistory implements AutoCloseable {

    private static final String DATABASE = "audited";
    private static final int BATCH = 1_000;
    private static final int EVENTS_PER_CHECKPOINT = 5_000;
    private static final long SEED = 20_261_122;
    private static final int RUNS = 3;
    /** Events of random histories are recorded up to 2028: a month that ends later has all of them. */
    private static final Clock IN_ITS_MONTH = Clock.fixed(Instant.parse("2029-01-15T12:00:00Z"), ZoneOffset.UTC);

    private static final Clock WHEN_IT_IS_OVER = Clock.fixed(Instant.parse("2029-02-15T12:00:00Z"), ZoneOffset.UTC);
    private static final Instant AFTERWARDS = Instant.parse("2029-06-01T00:00:00Z");

    private final Path folder = Files.createTempDirectory("tallystick-audit-");
    private final BenchServer server = new BenchServer();
    private final DataSource command;
    private final DataSource query;
    private final JdbcTemplate jdbc;
    private final Checkpointer checkpointer;
    private final long events;
    /** What was posted to each account while the events happened, debit positive. */
    private final Map<String, Long> posted = new HashMap<>();

    private long given;
    private long sealed;

    /**
     * Fills the database.
     *
     * @param count events at least
     * @param sinceSeal so many of them come after the balances were sealed, or a few more
     */
    AuditedHistory(int count, int sinceSeal) throws Exception {
        server.create(DATABASE);
        command = server.command(DATABASE);
        query = server.query(DATABASE);
        jdbc = new JdbcTemplate(server.owner(DATABASE));
        new ReadModelMigration(query).migrate();
        try (LoneCommandSide opening = new LoneCommandSide(command, IN_ITS_MONTH)) {
            checkpointer = new Checkpointer(
                    command,
                    new LogKeyFile(folder.resolve("log-key")),
                    "bench.example.org/log",
                    opening.port(),
                    Clock.systemUTC());
            checkpointer.open();
        }
        fill(count, sinceSeal);
        events = number("SELECT position FROM history.event_log_head");
    }

    /** Seconds, and what the verifier needed. */
    record Verifying(double hashes, double ledger, double keptMebibytes) {}

    /** Proofs of one kind: milliseconds each, and how many a second. */
    record Proofs(double median, double p99, double perSecond) {}

    /**
     * Seconds to the ledger at a point in time.
     *
     * @param genesis from the first event, of the last position
     * @param fromSeal of the last position, from balances sealed before
     * @param nearSeal of a position so many events after the seal as a small history has too
     * @param live of the last position, of the read model
     * @param sinceSeal events between the seal and the last position
     */
    record PointInTime(double genesis, double fromSeal, double nearSeal, double live, long sinceSeal) {}

    /** What was measured; times are medians unless they say otherwise. */
    record Times(
            long events,
            Verifying verifying,
            Proofs inclusion,
            Proofs consistency,
            PointInTime pointInTime,
            double checkpointSeconds,
            double eventBytes,
            double proofBytes) {

        double storageShare() {
            return proofBytes / eventBytes;
        }
    }

    Times measure(AuditBenchmark.Size size) throws Exception {
        PointInTime pointInTime = pointInTime(size.near());
        double eventBytes = bytes("history.event");
        double proofBytes = bytes("history.event_log") + bytes("history.tile_hash") + bytes("history.checkpoint");
        AuditedPack pack = new AuditedPack(query, folder, AFTERWARDS);
        double hashes = median(() -> pack.verifySeconds("--hashes-only"));
        double ledger = median(pack::verifySeconds);
        ProofAnswers proofs = new ProofAnswers(query, new PublishedLog(query, 0), List.of(), Clock.systemUTC());
        Random random = new Random(SEED);
        List<Double> inclusions = each(size.proofs(), () -> {
            long position = 1 + random.nextLong(events);
            return Objects.requireNonNull(proofs.inclusion(new InclusionOf(position, 0)));
        });
        List<Long> sizes = jdbc.queryForList("SELECT size FROM history.checkpoint ORDER BY size", Long.class);
        List<Double> consistencies = each(
                size.proofs(),
                () -> Objects.requireNonNull(
                        proofs.consistency(new ConsistencyOf(sizes.get(random.nextInt(sizes.size())), 0))));
        return new Times(
                events,
                new Verifying(hashes, ledger, pack.keptMebibytes()),
                proofs(inclusions),
                proofs(consistencies),
                pointInTime,
                checkpointSeconds(size.delays()),
                eventBytes / events,
                proofBytes / events);
    }

    private static Proofs proofs(List<Double> millis) {
        double sum = millis.stream().mapToDouble(Double::doubleValue).sum();
        return new Proofs(Rounds.quantile(millis, 0.5), Rounds.quantile(millis, 0.99), 1e3 * millis.size() / sum);
    }

    private PointInTime pointInTime(long near) throws Exception {
        AuditedLedger ledger = new AuditedLedger(query);
        double genesis = ledger.genesisSeconds(events);
        ledger.requireAsPosted(events, posted);
        double fromSeal = median(() -> ledger.fromSealSeconds(events));
        double nearSeal = median(() -> ledger.fromSealSeconds(Math.min(events, sealed + near)));
        return new PointInTime(genesis, fromSeal, nearSeal, median(() -> ledger.liveSeconds(events)), events - sealed);
    }

    /** What people wait for their commands, with a replay of everything beside them and without. */
    CommandsBesideReplay.Waits waits(Duration half) throws Exception {
        return new CommandsBesideReplay(server, DATABASE, command, query).measure(events, half);
    }

    /** What aggregates decided, brought in without asking them again, and signed and sealed as it grows. */
    private void fill(int count, int sinceSeal) {
        Sequencer sequencer = new Sequencer(command);
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
                command, new EventSerializer(TypeNames.ofEvents()), NoOpEventUpcaster.INSTANCE, sequencer::wake);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(command));
        sequencer.start();
        HistoriesInBulk.write(count, SEED, events -> {
            for (int from = 0; from < events.size(); from += BATCH) {
                var batch = List.copyOf(events.subList(from, Math.min(events.size(), from + BATCH)));
                transaction.executeWithoutResult(_ -> engine.appendEvents(batch));
            }
            long signed = number("SELECT coalesce(max(size), 0) FROM history.checkpoint");
            if (number("SELECT position FROM history.event_log_head") - signed >= EVENTS_PER_CHECKPOINT) {
                checkpointer.sign();
            }
            given += events.size();
            events.forEach(event -> post(PostingRules.postings((Event) event.getPayload())));
            if (sealed == 0 && given >= count - sinceSeal) {
                seal();
            }
        });
        awaitSequenced();
        sequencer.stop();
        checkpointer.sign();
        jdbc.execute("VACUUM ANALYZE history.event");
        jdbc.execute("VACUUM ANALYZE history.event_log");
    }

    private void post(List<Posting> postings) {
        for (Posting posting : postings) {
            posted.merge(posting.debitAccount(), posting.slice().amountPence(), Math::addExact);
            posted.merge(posting.creditAccount(), -posting.slice().amountPence(), Math::addExact);
        }
    }

    private void seal() {
        awaitSequenced();
        try (LoneCommandSide side = new LoneCommandSide(command, WHEN_IT_IS_OVER)) {
            side.closePeriods();
        }
        sealed = number("SELECT position FROM history.event_log_head");
    }

    private void awaitSequenced() {
        long stored = number("SELECT count(*) FROM history.event");
        while (number("SELECT position FROM history.event_log_head") < stored) {
            pause();
        }
    }

    /** From sending a command to when a checkpoint covers it, while events come now and then. */
    private double checkpointSeconds(int delays) throws Exception {
        checkpointer.start();
        List<Double> seconds = new ArrayList<>();
        Random random = new Random(SEED);
        try (LoneCommandSide side = new LoneCommandSide(command, Clock.systemUTC())) {
            for (int i = 0; i < delays; i++) {
                Thread.sleep(random.nextInt(300));
                long begun = System.nanoTime();
                side.send(Forgeries.anything(), Forgeries.ANYBODY);
                long position = number("SELECT position FROM history.event_log_head");
                while (number("SELECT coalesce(max(size), 0) FROM history.checkpoint") < position) {
                    Thread.sleep(5);
                }
                seconds.add(seconds(begun));
            }
        }
        checkpointer.stop();
        return Rounds.quantile(seconds, 0.99);
    }

    private static List<Double> each(int times, Callable<Object> work) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times + times / 10; i++) {
            long begun = System.nanoTime();
            work.call();
            // The first tenth does not count.
            if (i >= times / 10) {
                millis.add(1e3 * seconds(begun));
            }
        }
        return millis;
    }

    private static double median(Callable<Double> measured) throws Exception {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            all.add(measured.call());
        }
        return Rounds.quantile(all, 0.5);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private double bytes(String table) {
        return number("SELECT pg_total_relation_size('" + table + "')");
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
