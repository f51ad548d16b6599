package org.tallystick.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The sequenced log, read by position. Positions start at 1 and have no gaps, and what is read at a position never
 * changes. Joins the caller's transaction where there is one.
 */
public final class SequencedLog {

    private static final String COLUMNS =
            "l.position, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence, e.type, e.revision, e.recorded_at,"
                    + " e.payload, e.metadata";

    private static final List<Duration> LOOKED_THROUGH =
            List.of(Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofDays(31), Duration.ofDays(200_000));

    private final JdbcTemplate jdbc;

    /** A reader over a source whose role may select from the log and its events. */
    public SequencedLog(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /**
     * The events after a position, in order.
     *
     * @param afterPosition 0 for the first
     * @param limit at most so many
     */
    public List<SequencedEvent> read(long afterPosition, int limit) {
        // The limit stands in the text: with a parameter the planner expects a tenth of the table and reads all of it.
        String sql = "SELECT " + COLUMNS + " FROM history.event_log l JOIN history.event e ON e.insertion = l.insertion"
                + " WHERE l.position > ? ORDER BY l.position LIMIT " + limit;
        return jdbc.query(sql, (row, _) -> event(row), afterPosition);
    }

    /** The last position given out, 0 where the log is empty. */
    public long headPosition() {
        Long position = jdbc.queryForObject("SELECT position FROM history.event_log_head", Long.class);
        return position == null ? 0 : position;
    }

    /** Where an aggregate's event stands in the log; empty while it isn't sequenced. */
    public OptionalLong positionOf(String aggregateId, long sequence) {
        return first(
                "SELECT l.position FROM history.event e JOIN history.event_log l ON l.insertion = e.insertion"
                        + " WHERE e.aggregate_id = ? AND e.sequence = ?",
                aggregateId,
                sequence);
    }

    /**
     * The first position, in log order, whose event was recorded at the instant or later; empty where there is none.
     */
    public OptionalLong firstPositionAt(Instant instant) {
        return first(
                "SELECT min(l.position) FROM history.event e JOIN history.event_log l ON l.insertion = e.insertion"
                        + " WHERE e.recorded_at >= ?",
                OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /**
     * The last position whose event was recorded at the instant or before; 0 where there is none. It is looked for in
     * ever longer times before the instant, since the index finds only what is recorded near it; within the shortest of
     * them a transaction has long ended.
     */
    public long lastPositionAt(Instant instant) {
        for (Duration before : LOOKED_THROUGH) {
            OptionalLong found = first(
                    "SELECT max(l.position) FROM history.event e JOIN history.event_log l ON l.insertion = e.insertion"
                            + " WHERE e.recorded_at <= ? AND e.recorded_at > ?",
                    OffsetDateTime.ofInstant(instant, ZoneOffset.UTC),
                    OffsetDateTime.ofInstant(instant.minus(before), ZoneOffset.UTC));
            if (found.isPresent()) {
                return found.getAsLong();
            }
        }
        return 0;
    }

    /** When the event at a position was recorded; none at a position that has no event. */
    public Optional<Instant> recordedAt(long position) {
        return jdbc
                .query(
                        "SELECT e.recorded_at FROM history.event e JOIN history.event_log l ON l.insertion ="
                                + " e.insertion WHERE l.position = ?",
                        (row, _) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        position)
                .stream()
                .findFirst();
    }

    private OptionalLong first(String sql, Object... parameters) {
        Optional<Long> found =
                jdbc.query(sql, (row, _) -> Optional.ofNullable(row.getObject(1, Long.class)), parameters).stream()
                        .flatMap(Optional::stream)
                        .findFirst();
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    private static SequencedEvent event(ResultSet row) throws SQLException {
        return new SequencedEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getBytes(9),
                row.getBytes(10));
    }
}
