package org.tallystick.history;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Append with sequencing, against plain inserts of the same rows and against one advisory lock for all. */
final class AppendRace {

    private static final String COPY_OF_EVENT = "CREATE SEQUENCE history.plain_insertion;"
            + " CREATE TABLE history.plain_event (LIKE history.event INCLUDING ALL);"
            + " ALTER TABLE history.plain_event ALTER insertion SET DEFAULT nextval('history.plain_insertion');"
            + " GRANT SELECT, INSERT ON history.plain_event TO tallystick_command;"
            + " GRANT USAGE ON SEQUENCE history.plain_insertion TO tallystick_command";
    private static final String PLAIN = "INSERT INTO history.plain_event (event_id, aggregate_type, aggregate_id,"
            + " sequence, type, revision, recorded_at, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final byte[] METADATA =
            "{\"actor\":\"amina\",\"role\":\"FUND_OFFICER\"}".getBytes(StandardCharsets.UTF_8);

    private final BenchStore store;
    private final JdbcTemplate jdbc;
    private final HistoryBenchmark.Size size;

    AppendRace(BenchStore store, HistoryBenchmark.Size size) {
        this.store = store;
        this.jdbc = new JdbcTemplate(store.command);
        this.size = size;
        new JdbcTemplate(store.owner).execute(COPY_OF_EVENT);
    }

    List<Measured> run() throws Exception {
        List<Measured> rows = new ArrayList<>();
        for (int writers : List.of(1, 8, 32)) {
            Duration time = size.roundTime();
            Rounds.Medians rates = new Rounds(size.rounds())
                    .with("ours", () -> ours(writers, time))
                    .with("plain", () -> Writers.rate(writers, time, this::plain, _ -> {}))
                    .with("lock", () -> Writers.rate(writers, time, this::locked, _ -> {}))
                    .medians();
            double ours = rates.of("ours");
            rows.add(row("plain inserts", writers, ours, rates.of("plain"), 0.7));
            rows.add(row("one advisory lock", writers, ours, rates.of("lock"), writers == 1 ? 0.7 : 2));
        }
        return rows;
    }

    private static Measured row(String other, int writers, double ours, double theirs, double aim) {
        String note = writers == 32 ? "" : "history.md sets its aim for 32 writers";
        return new Measured(
                "append and sequence / " + other + ", " + writers + (writers == 1 ? " writer" : " writers"),
                ours / theirs,
                aim,
                "%.0f / %.0f events/s".formatted(ours, theirs),
                note);
    }

    private double ours(int writers, Duration time) throws Exception {
        store.sequencer.start();
        try {
            return Writers.rate(writers, time, store::append, _ -> store.awaitSequenced());
        } finally {
            store.sequencer.stop();
        }
    }

    /** The same row, its bytes at hand, in a transaction of its own. */
    void plain(String tallyId, long sequence) {
        byte[] payload = ("{\"tallyId\":\"" + tallyId + "\",\"words\":\"" + Tally.WORDS + "\",\"amountPence\":"
                        + 100 * sequence + "}")
                .getBytes(StandardCharsets.UTF_8);
        store.transaction.executeWithoutResult(_ -> jdbc.update(
                PLAIN,
                UUID.randomUUID(),
                "Tally",
                tallyId,
                sequence,
                "bench.Notched",
                "1",
                Timestamp.from(Instant.now()),
                payload,
                METADATA));
    }

    /** Order by letting one writer in at a time, from the insert to the commit. Needs no sequencer. */
    private void locked(String tallyId, long sequence) {
        store.transaction.executeWithoutResult(_ -> {
            jdbc.execute("SELECT pg_advisory_xact_lock(1)");
            plain(tallyId, sequence);
        });
    }
}
