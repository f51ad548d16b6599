package org.tallystick.history;

import java.io.PrintStream;
import java.time.Duration;
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
    private static final double SEAL_SECONDS = 2;
    private static final double CHECKPOINT_SECONDS = 2;
    private static final double PROOF_MILLIS = 10;
    private static final double STORAGE_SHARE = 0.2;

    /**
     * How much is measured.
     *
     * @param few events in the small history
     * @param many events in the large one
     * @param sinceSeal events after the last seal, in the large history: half of the small one, there
     * @param near events after a seal at which a small history is compared with a large one
     * @param proofs of each kind
     * @param delays events whose way to a checkpoint is timed
     * @param half of the time for which people's commands are timed
     */
    public record Size(int few, int many, int sinceSeal, int near, int proofs, int delays, Duration half) {

        /** For figures to be believed. */
        public static Size full() {
            return new Size(10_000, MILLION, 20_000, 4_000, 2_000, 200, Duration.ofSeconds(15));
        }

        /** To see that everything runs. */
        public static Size quick() {
            return new Size(1_000, 6_000, 1_000, 400, 50, 5, Duration.ofMillis(200));
        }

        /** The same over a large history of another size. */
        public Size ofEvents(int events) {
            return new Size(few, events, Math.min(sinceSeal, events / 2), near, proofs, delays, half);
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
        CommandsBesideReplay.Waits waits;
        try (AuditedHistory small = new AuditedHistory(size.few(), size.few() / 2)) {
            few = small.measure(size);
        }
        try (AuditedHistory large = new AuditedHistory(size.many(), size.sinceSeal())) {
            many = large.measure(size);
            waits = large.waits(size.half());
        }
        List<Measured> rows = rows(few, many, waits);
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

    private static List<Measured> rows(
            AuditedHistory.Times few, AuditedHistory.Times many, CommandsBesideReplay.Waits waits) {
        List<Measured> rows = new ArrayList<>();
        String events = "%,d events".formatted(many.events());
        verifying(rows, few, many, events);
        proofs(rows, "inclusion proof", few.inclusion(), many.inclusion(), events);
        proofs(rows, "consistency proof", few.consistency(), many.consistency(), events);
        pointInTime(rows, few, many, events);
        restOf(rows, many, waits, events);
        return rows;
    }

    private static void verifying(
            List<Measured> rows, AuditedHistory.Times few, AuditedHistory.Times many, String events) {
        AuditedHistory.Verifying large = many.verifying();
        String aims = many.events() >= MILLION ? "" : "the aim is for 1,000,000 events";
        rows.add(within("verify " + events + ", hashes only", HASHES_SECONDS, large.hashes(), "s", aims));
        rows.add(within("verify " + events + ", with the ledger", LEDGER_SECONDS, large.ledger(), "s", aims));
        rows.add(growth("verify, hashes only", few, many, few.verifying().hashes(), large.hashes()));
        rows.add(growth("verify, with the ledger", few, many, few.verifying().ledger(), large.ledger()));
        rows.add(within(
                "most that the verifier keeps in memory, " + events,
                AuditedPack.HEAP_MEBIBYTES,
                large.keptMebibytes(),
                "MiB",
                "with the ledger, after a collection of garbage; it cannot have more in all"));
    }

    private static void proofs(
            List<Measured> rows, String kind, AuditedHistory.Proofs few, AuditedHistory.Proofs many, String events) {
        rows.add(within(
                kind + " p99, " + events,
                PROOF_MILLIS,
                many.p99(),
                "ms",
                "%.0f/s; aim is this table's own".formatted(many.perSecond())));
        rows.add(flat(kind + " p50", few.median(), many.median(), "ms"));
    }

    private static void pointInTime(
            List<Measured> rows, AuditedHistory.Times few, AuditedHistory.Times many, String events) {
        AuditedHistory.PointInTime large = many.pointInTime();
        rows.add(within(
                "ledger at a point in time from genesis, " + events,
                GENESIS_SECONDS,
                large.genesis(),
                "s",
                "the last position, which is the furthest"));
        rows.add(growth("ledger from genesis", few, many, few.pointInTime().genesis(), large.genesis()));
        rows.add(within(
                "ledger at a point in time from the nearest seal, " + events,
                SEAL_SECONDS,
                large.fromSeal(),
                "s",
                "%,d events after it; the same balances as from genesis".formatted(large.sinceSeal())));
        rows.add(flat("ledger from the nearest seal", few.pointInTime().nearSeal(), large.nearSeal(), "s"));
        rows.add(within(
                "trial balance of the read model as at a position, " + events,
                SEAL_SECONDS,
                large.live(),
                "s",
                "the last position, which is the furthest"));
    }

    private static void restOf(
            List<Measured> rows, AuditedHistory.Times many, CommandsBesideReplay.Waits waits, String events) {
        rows.add(within(
                "event to signed checkpoint p99, " + events, CHECKPOINT_SECONDS, many.checkpointSeconds(), "s", ""));
        rows.add(new Measured(
                "p95 of commands without a replay / during one of everything",
                waits.without() / waits.beside(),
                0.5,
                "%.1f / %.1f ms".formatted(waits.without(), waits.beside()),
                "four people, some 200 commands a second at most; aim is this table's own"));
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

    private static Measured flat(String what, double small, double large, String unit) {
        return new Measured(
                what + ", small history / large",
                small / large,
                0.5,
                "%.2f / %.2f %s".formatted(small, large, unit),
                "aim is this table's own");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
