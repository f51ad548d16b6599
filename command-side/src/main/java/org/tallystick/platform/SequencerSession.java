package org.tallystick.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.MerkleTree;

/**
 * One connection's worth of sequencing; a round is one transaction. {@link Sequencer} says what it rests on.
 *
 * <p>A session lives and dies with its connection, and with it the candidate for the low-water mark: whatever cuts the
 * connection, a crash of the server or a restore of another one, may also set back the transaction ids and the numbers
 * that the candidate compares.
 */
final class SequencerSession implements AutoCloseable {

    /** The place of an event within its aggregate. */
    record StreamPlace(String aggregateId, long sequence) {}

    /**
     * What a round did.
     *
     * @param positions positions given out in it
     * @param head the last position of the log after it
     * @param cutOff whether there may be more to do at once
     */
    record Round(Map<StreamPlace, Long> positions, long head, boolean cutOff) {}

    private record Unsequenced(
            long insertion,
            String aggregateId,
            long sequence,
            String type,
            String revision,
            OffsetDateTime recordedAt,
            String payloadSha256,
            String metadataSha256) {}

    /** Transactions before {@code boundXid} are all that may hold an insertion number up to {@code insertion}. */
    private record Candidate(long insertion, long boundXid) {}

    // The planner knows little of the newest rows, and a plan that reads all of history would be a disaster.
    private static final String SETTINGS = "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '30s';"
            + " SET enable_hashjoin = off; SET enable_seqscan = off; SET jit = off";
    private static final String RESET = "RESET lock_timeout; RESET idle_in_transaction_session_timeout;"
            + " RESET enable_hashjoin; RESET enable_seqscan; RESET jit";

    // Three statements in one journey. Their order matters: number first, then transaction id, then the scan.
    private static final String SCAN = "SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END"
            + " FROM history.insertion;"
            + " SELECT position, low_water, pg_current_xact_id()::text::bigint FROM history.event_log_head FOR UPDATE;"
            + " WITH here AS MATERIALIZED (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xmin)"
            + " SELECT here.xmin, e.insertion, e.aggregate_id, e.sequence, e.type, e.revision, e.recorded_at,"
            + " encode(sha256(e.payload), 'hex'), encode(sha256(e.metadata), 'hex')"
            + " FROM here LEFT JOIN LATERAL (SELECT * FROM history.event e"
            + " WHERE e.insertion > (SELECT low_water FROM history.event_log_head)"
            + " AND NOT EXISTS (SELECT FROM history.event_log l WHERE l.insertion = e.insertion"
            + " AND l.insertion > (SELECT low_water FROM history.event_log_head))"
            + " ORDER BY e.insertion LIMIT ";
    private static final String SCAN_END = ") e ON true ORDER BY e.insertion";
    private static final String STORE = "INSERT INTO history.event_log (position, insertion, leaf, leaf_hash)"
            + " SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[]);"
            + " UPDATE history.event_log_head SET position = ?, low_water = ?;"
            + " SELECT pg_notify('event_log', ?)";
    private static final String ADVANCE = "UPDATE history.event_log_head SET low_water = ?";
    private static final String FIND = "SELECT e.aggregate_id, e.sequence, l.position"
            + " FROM unnest(?::text[], ?::bigint[]) AS wanted (aggregate_id, sequence)"
            + " JOIN history.event e USING (aggregate_id, sequence)"
            + " JOIN history.event_log l ON l.insertion = e.insertion";

    private final Connection connection;
    private final int limit;
    private final PreparedStatement scan;
    private final PreparedStatement store;
    private final PreparedStatement advance;
    private @Nullable Candidate candidate;

    /** A session that sequences at most {@code limit} events a round. Closes the connection when it is closed. */
    SequencerSession(Connection connection, int limit) throws SQLException {
        this.connection = connection;
        this.limit = limit;
        try {
            connection.setAutoCommit(true);
            execute(SETTINGS);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            scan = connection.prepareStatement(SCAN + limit + SCAN_END);
            store = connection.prepareStatement(STORE);
            advance = connection.prepareStatement(ADVANCE);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Sequences what has been committed since. */
    Round round() throws SQLException {
        scan.execute();
        long drawn = number(scan.getResultSet(), 1);
        scan.getMoreResults();
        ResultSet head = scan.getResultSet();
        head.next();
        long position = head.getLong(1);
        long lowWater = head.getLong(2);
        long ownXid = head.getLong(3);
        scan.getMoreResults();
        List<Unsequenced> found = new ArrayList<>();
        long xmin = read(scan.getResultSet(), found);
        boolean cutOff = found.size() == limit;
        long newLowWater = Math.max(lowWater, settled(xmin, cutOff, found));
        if (candidate == null) {
            candidate = new Candidate(drawn, ownXid);
        }
        Map<StreamPlace, Long> positions = store(found, position, newLowWater);
        if (found.isEmpty() && newLowWater > lowWater) {
            advance.setLong(1, newLowWater);
            advance.executeUpdate();
        }
        connection.commit();
        return new Round(positions, position + found.size(), cutOff);
    }

    /** Positions of events that this or another node has sequenced already. */
    Map<StreamPlace, Long> find(Collection<StreamPlace> wanted) throws SQLException {
        Map<StreamPlace, Long> positions = new HashMap<>();
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            wanted.stream().map(StreamPlace::aggregateId).toArray()));
            find.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", wanted.stream().map(StreamPlace::sequence).toArray()));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    positions.put(new StreamPlace(row.getString(1), row.getLong(2)), row.getLong(3));
                }
            }
        }
        connection.commit();
        return positions;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (connection.isValid(1)) {
                connection.rollback();
                connection.setAutoCommit(true);
                execute(RESET);
            }
        }
    }

    /** Up to where every number is accounted for: below the candidate, all that will ever commit was in this scan. */
    private long settled(long xmin, boolean cutOff, List<Unsequenced> found) {
        Candidate now = candidate;
        if (now == null || xmin < now.boundXid()) {
            return 0;
        }
        long seenTo = cutOff ? found.getLast().insertion() : Long.MAX_VALUE;
        if (seenTo >= now.insertion()) {
            candidate = null;
        }
        return Math.min(now.insertion(), seenTo);
    }

    private Map<StreamPlace, Long> store(List<Unsequenced> found, long head, long lowWater) throws SQLException {
        Map<StreamPlace, Long> positions = HashMap.newHashMap(found.size());
        if (found.isEmpty()) {
            return positions;
        }
        Long[] places = new Long[found.size()];
        Long[] insertions = new Long[found.size()];
        byte[][] leaves = new byte[found.size()][];
        byte[][] hashes = new byte[found.size()][];
        for (int i = 0; i < leaves.length; i++) {
            Unsequenced event = found.get(i);
            places[i] = head + 1 + i;
            insertions[i] = event.insertion();
            leaves[i] = leaf(event, places[i]).canonicalBytes();
            hashes[i] = MerkleTree.leafHash(leaves[i]);
            positions.put(new StreamPlace(event.aggregateId(), event.sequence()), places[i]);
        }
        store.setArray(1, connection.createArrayOf("bigint", places));
        store.setArray(2, connection.createArrayOf("bigint", insertions));
        store.setArray(3, connection.createArrayOf("bytea", leaves));
        store.setArray(4, connection.createArrayOf("bytea", hashes));
        store.setLong(5, head + leaves.length);
        store.setLong(6, lowWater);
        store.setString(7, Long.toString(head + leaves.length));
        store.execute();
        return positions;
    }

    private static LeafEnvelope leaf(Unsequenced event, long position) {
        return new LeafEnvelope(
                position,
                event.aggregateId(),
                event.sequence(),
                event.type(),
                event.revision(),
                event.recordedAt().toInstant(),
                event.payloadSha256(),
                event.metadataSha256());
    }

    private static long read(ResultSet row, List<Unsequenced> found) throws SQLException {
        long xmin = 0;
        while (row.next()) {
            xmin = row.getLong(1);
            long insertion = row.getLong(2);
            if (!row.wasNull()) {
                found.add(new Unsequenced(
                        insertion,
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class),
                        row.getString(8),
                        row.getString(9)));
            }
        }
        return xmin;
    }

    private static long number(ResultSet row, int column) throws SQLException {
        row.next();
        return row.getLong(column);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
