package org.tallystick.history;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** {@code ./tallystick bench history}: all measures of the history in one run, each beside its aim. */
public final class HistoryBenchmark {

    private static final double GIBIBYTE = 1 << 30;

    /**
     * How much is measured.
     *
     * @param rounds rounds that count, of each way in turn
     * @param roundTime time of a round of appends
     * @param commands commands in a round, where each is timed
     * @param delays events in a round, where the way of each to a projection is timed
     * @param replayed events in the store that is replayed
     * @param moneyEvents events in the ledger that is made again
     * @param few events in the small store
     * @param many events in the large store
     */
    public record Size(
            int rounds,
            Duration roundTime,
            int commands,
            int delays,
            int replayed,
            int moneyEvents,
            int few,
            int many) {

        /** For figures to be believed: some eight minutes on two cores. */
        public static Size full() {
            return new Size(7, Duration.ofMillis(1_500), 200, 60, 200_000, 100_000, 1_000, 1_000_000);
        }

        /** To see that everything runs. */
        public static Size quick() {
            return new Size(1, Duration.ofMillis(100), 20, 5, 3_000, 2_000, 1_000, 5_000);
        }
    }

    private HistoryBenchmark() {}

    /**
     * Runs everything and prints a table, or a JSON array of {@code {"name", "ratio", "aim"}}.
     *
     * @return 0; an aim that is missed shows in the table and is no failure
     */
    public static int run(boolean json, Size size, PrintStream out) throws Exception {
        quietLogs();
        try (BenchServer server = new BenchServer()) {
            List<Measured> rows = measure(server, size);
            if (json) {
                out.println(Measured.json(rows));
            } else {
                out.println(conditions(server, size));
                out.print(Measured.table(rows));
            }
        }
        return 0;
    }

    private static List<Measured> measure(BenchServer server, Size size) throws Exception {
        List<Measured> rows = new ArrayList<>();
        CommandRace commands = new CommandRace(size);
        ReadRace reads = new ReadRace(size);
        try (BenchStore appending = new BenchStore(server, "appending")) {
            rows.addAll(new AppendRace(appending, size).run());
        }
        try (BenchStore commanding = new BenchStore(server, "commanding")) {
            EmbeddedEventStore stock = commanding.stockEvents();
            rows.addAll(commands.againstStock(commanding, stock));
            rows.addAll(reads.delay(commanding, stock));
            stock.shutDown();
        }
        try (BenchStore small = new BenchStore(server, "small");
                BenchStore large = new BenchStore(server, "large")) {
            large.fill(0, size.replayed());
            rows.add(reads.replay(large));
            small.fill(0, size.few());
            large.fill(size.replayed(), size.many());
            rows.add(commands.latency(small, large, "%,d events stored / %,d".formatted(size.few(), size.many())));
        }
        try (BenchStore ledger = new BenchStore(server, "ledger")) {
            rows.add(new LedgerRace(ledger, size).run());
        }
        rows.add(memory());
        return rows;
    }

    private static Measured memory() {
        double peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return new Measured(
                "1 GiB / peak heap of this whole run",
                GIBIBYTE / peak,
                1.0,
                "1,024 / %.0f MiB".formatted(peak / (1 << 20)),
                "peaks of all parts of the heap together, garbage included");
    }

    private static String conditions(BenchServer server, Size size) {
        return "%d processors, heap of at most %d MiB, Java %s, PostgreSQL %s with fsync; medians of %d rounds in turn"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        Runtime.version().feature(),
                        server.version(),
                        size.rounds());
    }

    /** Standard output belongs to the figures. */
    private static void quietLogs() {
        LoggingSystem logging = LoggingSystem.get(HistoryBenchmark.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }
}
