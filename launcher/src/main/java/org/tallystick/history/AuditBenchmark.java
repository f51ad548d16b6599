package org.tallystick.history;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code ./tallystick bench audit}: what an auditor waits for, over a history of a million events and over a small one,
 * each beside its aim.
 */
public final class AuditBenchmark {

    private static final int MILLION = 1_000_000;
    private static final double HASHES_SECONDS = 5;
    private static final double LEDGER_SECONDS = 30;
    private static final double GENESIS_SECONDS = 20;
    private static final double CHECKPOINT_SECONDS = 2;
    private static final double PROOF_MILLIS = 10;
    private static final double STORAGE_SHARE = 0.2;

    /**
     * How much is measured.
     *
     * @param few events in the small history
     * @param many events in the large one
     * @param proofs of each kind
     * @param delays events whose way to a checkpoint is timed
     */
    public record Size(int few, int many, int proofs, int delays) {

        /** For figures to be believed. */
        public static Size full() {
            return new Size(10_000, MILLION, 2_000, 200);
        }

        /** To see that everything runs. */
        public static Size quick() {
            return new Size(1_000, 6_000, 50, 5);
        }
    }

    private AuditBenchmark() {}

    /**
     * Runs everything and prints a table, or a JSON array of {@code {"name", "ratio", "aim"}}.
     *
     * @return 0; an aim that is missed shows in the table and is no failure
     */
    public static int run(boolean json, Size size, PrintStream out) throws Exception {
        LoggingSystem.get(AuditBenchmark.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        AuditedHistory.Times few;
        AuditedHistory.Times many;
        try (AuditedHistory small = new AuditedHistory(size.few())) {
            few = small.measure(size);
        }
        try (AuditedHistory large = new AuditedHistory(size.many())) {
            many = large.measure(size);
        }
        List<Measured> rows = rows(few, many);
        if (json) {
            out.println(Measured.json(rows));
        } else {
            out.printf(
                    "%d processors, heap of at most %d MiB, Java %d, PostgreSQL with fsync; %,d and %,d events%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    Runtime.version().feature(),
                    few.events(),
                    many.events());
            out.print(Measured.table(rows));
        }
        return 0;
    }

    private static List<Measured> rows(AuditedHistory.Times few, AuditedHistory.Times many) {
        List<Measured> rows = new ArrayList<>();
        String events = "%,d events".formatted(many.events());
        String aims = many.events() >= MILLION ? "" : "the aim is for 1,000,000 events";
        rows.add(within("verify " + events + ", hashes only", HASHES_SECONDS, many.hashesSeconds(), "s", aims));
        rows.add(within(
                "verify " + events + ", with the ledger",
                LEDGER_SECONDS,
                many.ledgerSeconds(),
                "s",
                "in a process of its own with a heap of 512 MiB"));
        rows.add(growth("verify, hashes only", few, many, few.hashesSeconds(), many.hashesSeconds()));
        rows.add(growth("verify, with the ledger", few, many, few.ledgerSeconds(), many.ledgerSeconds()));
        proofs(rows, few, many, events);
        restOf(rows, few, many, events);
        return rows;
    }

    private static void proofs(
            List<Measured> rows, AuditedHistory.Times few, AuditedHistory.Times many, String events) {
        rows.add(within(
                "inclusion proof p99, " + events,
                PROOF_MILLIS,
                many.inclusionMillis(),
                "ms",
                "%.0f/s; aim is this table's own".formatted(many.inclusionsPerSecond())));
        rows.add(flat("inclusion proof p50", few.inclusionMedianMillis(), many.inclusionMedianMillis()));
        rows.add(within(
                "consistency proof p99, " + events,
                PROOF_MILLIS,
                many.consistencyMillis(),
                "ms",
                "%.0f/s; aim is this table's own".formatted(many.consistenciesPerSecond())));
        rows.add(flat("consistency proof p50", few.consistencyMedianMillis(), many.consistencyMedianMillis()));
    }

    private static void restOf(
            List<Measured> rows, AuditedHistory.Times few, AuditedHistory.Times many, String events) {
        rows.add(within(
                "ledger at a point in time from genesis, " + events,
                GENESIS_SECONDS,
                many.genesisSeconds(),
                "s",
                "the last position, which is the furthest"));
        rows.add(growth("ledger from genesis", few, many, few.genesisSeconds(), many.genesisSeconds()));
        rows.add(within(
                "event to signed checkpoint p99, " + events, CHECKPOINT_SECONDS, many.checkpointSeconds(), "s", ""));
        rows.add(new Measured(
                "0.20 / storage for order and proof, as a share of that of events",
                STORAGE_SHARE / many.storageShare(),
                1.0,
                "0.20 / %.2f".formatted(many.storageShare()),
                "tables with their indexes; %.0f and %.0f bytes an event"
                        .formatted(many.proofBytes(), many.eventBytes())));
    }

    private static Measured within(String what, double aim, double is, String unit, String note) {
        return new Measured(
                "%s %s / %s".formatted(number(aim), unit, what),
                aim / is,
                1.0,
                "%s / %.2f %s".formatted(number(aim), is, unit),
                note);
    }

    /** Time for each event in the small history over that in the large one: 1 where it grows in proportion. */
    private static Measured growth(
            String what, AuditedHistory.Times few, AuditedHistory.Times many, double small, double large) {
        return new Measured(
                what + ", an event of %,d / of %,d".formatted(few.events(), many.events()),
                small / few.events() / (large / many.events()),
                0.8,
                "%.1f / %.1f µs".formatted(1e6 * small / few.events(), 1e6 * large / many.events()),
                "aim is this table's own");
    }

    private static Measured flat(String what, double small, double large) {
        return new Measured(
                what + ", small history / large",
                small / large,
                0.5,
                "%.2f / %.2f ms".formatted(small, large),
                "aim is this table's own");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
