package org.tallystick.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.LeafEnvelope;
import tools.jackson.core.JacksonException;

/**
 * A row of the log beside that of its event. What of an event is in a pack the verifier compares with the leaf; what is
 * only in the table, such as its type, is compared here.
 *
 * @param leaf as it is kept
 * @param event what the leaf of the event in the table would be; null where there is no event
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of these
record LoggedRow(
        long position,
        byte[] leaf,
        byte[] leafHash,
        @Nullable LeafEnvelope event) {

    /** What it is read from, of {@code l} and {@code e}. */
    static final String COLUMNS = "l.position, l.leaf, l.leaf_hash, e.aggregate_id, e.sequence, e.type, e.revision,"
            + " e.recorded_at, encode(sha256(e.payload), 'hex') AS payload_sha256,"
            + " encode(sha256(e.metadata), 'hex') AS metadata_sha256";

    private static final int FETCH_ROWS = 1_000;

    static LoggedRow of(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        LeafEnvelope event = row.getString("type") == null
                ? null
                : new LeafEnvelope(
                        position,
                        Columns.text(row, "aggregate_id"),
                        row.getLong("sequence"),
                        Columns.text(row, "type"),
                        Columns.text(row, "revision"),
                        Columns.instant(row, "recorded_at"),
                        Columns.text(row, "payload_sha256"),
                        Columns.text(row, "metadata_sha256"));
        return new LoggedRow(position, row.getBytes("leaf"), row.getBytes("leaf_hash"), event);
    }

    /**
     * Makes sure that the table says of the event what its leaf says, beside payload and metadata: where those are
     * other ones, the verifier finds it.
     *
     * @throws IllegalStateException where somebody has altered the table, with the position
     */
    void requireTable() {
        boolean leafIsWhole = Arrays.equals(MerkleTree.leafHash(leaf), leafHash);
        LeafEnvelope kept = isSame() || !leafIsWhole ? null : read(leaf);
        LeafEnvelope now = event;
        if (kept != null
                && now != null
                && kept.payloadSha256().equals(now.payloadSha256())
                && kept.metadataSha256().equals(now.metadataSha256())) {
            throw new IllegalStateException("The event at position " + position
                    + " is not the one that was recorded: its row in the table says other than its leaf.");
        }
    }

    /** What is wrong with the first row that is not as it was recorded, with its position. */
    static Optional<String> firstFault(DataSource source) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.setFetchSize(FETCH_ROWS);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.setReadOnly(true);
        String sql = "SELECT " + COLUMNS + " FROM history.event_log l LEFT JOIN history.event e"
                + " ON e.insertion = l.insertion ORDER BY l.position";
        return Objects.requireNonNull(transaction.execute(
                _ -> jdbc.query(sql, (ResultSetExtractor<Optional<String>>) LoggedRow::firstFault)));
    }

    private static Optional<String> firstFault(ResultSet rows) throws SQLException {
        for (long position = 1; rows.next(); position++) {
            LoggedRow row = of(rows);
            if (row.position != position) {
                return Optional.of("The log has nothing at position " + position + ".");
            }
            if (row.event == null) {
                return Optional.of("The event at position " + position + " is missing.");
            }
            if (!row.isSame() || !Arrays.equals(MerkleTree.leafHash(row.leaf), row.leafHash)) {
                return Optional.of("The event at position " + position + " is not the one that was recorded.");
            }
        }
        return Optional.empty();
    }

    private boolean isSame() {
        return event != null && Arrays.equals(event.canonicalBytes(), leaf);
    }

    private static @Nullable LeafEnvelope read(byte[] leaf) {
        try {
            return Json.mapper().readValue(leaf, LeafEnvelope.class);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
