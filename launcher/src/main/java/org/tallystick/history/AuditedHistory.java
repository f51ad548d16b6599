package org.tallystick.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.history.HistoryQuery.ConsistencyOf;
import org.tallystick.history.HistoryQuery.InclusionOf;
import org.tallystick.ledger.HistoriesInBulk;
import org.tallystick.ledger.LedgerProjection;
import org.tallystick.platform.Checkpointer;
import org.tallystick.platform.EventSerializer;
import org.tallystick.platform.LogKeyFile;
import org.tallystick.platform.LoneCommandSide;
import org.tallystick.platform.PostgresEventStorageEngine;
import org.tallystick.platform.ProjectionRun;
import org.tallystick.platform.ReadModelMigration;
import org.tallystick.platform.Sequencer;
import org.tallystick.platform.TypeNames;
import org.tallystick.verifier.Verifier;

/** A history of so many events in a database of its own, signed all along, and what an auditor asks of it. */
final class AuditedHistory implements AutoCloseable {

    private static final String DATABASE = "audited";
    private static final int BATCH = 1_000;
    private static final int EVENTS_PER_CHECKPOINT = 5_000;
    private static final long SEED = 20_261_122;
    private static final long VERIFYING_MINUTES = 10;
    private static final int RUNS = 3;
    /** Events of random histories are recorded up to 2028. */
    private static final Instant AFTERWARDS = Instant.parse("2029-01-01T00:00:00Z");

    private final Path folder = Files.createTempDirectory("tallystick-audit-");
    private final BenchServer server = new BenchServer();
    private final DataSource command;
    private final DataSource query;
    private final JdbcTemplate jdbc;
    private final Checkpointer checkpointer;
    private final long events;

    AuditedHistory(int count) throws Exception {
        server.create(DATABASE);
        command = server.command(DATABASE);
        query = server.query(DATABASE);
        jdbc = new JdbcTemplate(server.owner(DATABASE));
        new ReadModelMigration(query).migrate();
        try (LoneCommandSide opening = new LoneCommandSide(command, Clock.systemUTC())) {
            checkpointer = new Checkpointer(
                    command,
                    new LogKeyFile(folder.resolve("log-key")),
                    "bench.example.org/log",
                    opening.port(),
                    Clock.systemUTC());
            checkpointer.open();
        }
        fill(count);
        events = number("SELECT position FROM history.event_log_head");
    }

    /** What was measured; times are medians unless they say otherwise. */
    record Times(
            long events,
            double hashesSeconds,
            double ledgerSeconds,
            double inclusionMedianMillis,
            double inclusionMillis,
            double inclusionsPerSecond,
            double consistencyMedianMillis,
            double consistencyMillis,
            double consistenciesPerSecond,
            double genesisSeconds,
            double checkpointSeconds,
            double eventBytes,
            double proofBytes) {

        double storageShare() {
            return proofBytes / eventBytes;
        }
    }

    Times measure(AuditBenchmark.Size size) throws Exception {
        double genesis = genesisSeconds();
        double eventBytes = bytes("history.event");
        double proofBytes = bytes("history.event_log") + bytes("history.tile_hash") + bytes("history.checkpoint");
        Path pack = pack();
        double hashes = median(() -> verifySeconds(pack, "--hashes-only"));
        double ledger = median(() -> verifySeconds(pack));
        PublishedLog log = new PublishedLog(query, 0);
        ProofAnswers proofs = new ProofAnswers(query, log, List.of(), Clock.systemUTC());
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
        double checkpoint = checkpointSeconds(size.delays());
        return new Times(
                events,
                hashes,
                ledger,
                Rounds.quantile(inclusions, 0.5),
                Rounds.quantile(inclusions, 0.99),
                1e3 * inclusions.size() / sum(inclusions),
                Rounds.quantile(consistencies, 0.5),
                Rounds.quantile(consistencies, 0.99),
                1e3 * consistencies.size() / sum(consistencies),
                genesis,
                checkpoint,
                eventBytes / events,
                proofBytes / events);
    }

    /** What aggregates decided, brought in without asking them again, and signed as it grows. */
    private void fill(int count) {
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
        });
        long stored = number("SELECT count(*) FROM history.event");
        while (number("SELECT position FROM history.event_log_head") < stored) {
            pause();
        }
        sequencer.stop();
        checkpointer.sign();
        jdbc.execute("VACUUM ANALYZE history.event");
        jdbc.execute("VACUUM ANALYZE history.event_log");
    }

    /** The funding ledger as a replay makes it. */
    private double genesisSeconds() {
        long begun = System.nanoTime();
        ProjectionRun run = new ProjectionRun(query, List.of(new LedgerProjection(query)), null);
        for (long position = 0; position < events; ) {
            position = run.next(events, _ -> {});
        }
        double seconds = seconds(begun);
        new JdbcTemplate(query).execute("ANALYZE posting");
        return seconds;
    }

    private Path pack() throws IOException {
        Path pack = folder.resolve("pack.zip");
        PublishedLog log = new PublishedLog(query, 0);
        CheckpointView newest = log.newest().orElseThrow();
        try (OutputStream out = Files.newOutputStream(pack)) {
            new AuditPack(query, newest, null).write(out, log.state(), log.keys(), List.of(), AFTERWARDS);
        }
        return pack;
    }

    /** In a process of its own, with the memory it may have. */
    private double verifySeconds(Path pack, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                verifier().toString(),
                "org.tallystick.verifier.Verifier",
                pack.toString()));
        words.addAll(List.of(options));
        Path said = folder.resolve("said");
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(VERIFYING_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("The pack is not found good: " + Files.readString(said));
        }
        return seconds(begun);
    }

    /** Where it is, beside the program where that is one file. */
    private static Path verifier() throws Exception {
        String classPath = System.getProperty("java.class.path");
        return classPath.endsWith("-boot.jar")
                ? Path.of(classPath)
                        .toAbsolutePath()
                        .resolve("../../../verifier/target/verifier.jar")
                        .normalize()
                : Path.of(Verifier.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
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

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
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
