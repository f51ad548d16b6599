package org.tallystick.platform;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.HistoryCommand;
import org.tallystick.history.HistoryEvent;
import org.tallystick.history.HistoryEvent.LogKeyRotated;
import org.tallystick.history.HistoryEvent.LogOpened;
import org.tallystick.history.HistoryEvent.PeriodClosed;

/** What the history says of the log itself: its name, its keys, and the periods that are closed. */
public final class LogRecord {

    private final JdbcTemplate jdbc;

    /** Over the history. */
    public LogRecord(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** A name and the key that counts for it. */
    public record Current(String origin, String publicKey) {}

    /** The name and the key as of the last event; empty while the log is not opened. */
    public Optional<Current> current() {
        return asOf(events(LogOpened.class, LogKeyRotated.class));
    }

    /** The name and the key that count for a log of this size; empty where it was not opened by then. */
    Optional<Current> at(long size) {
        return asOf(read(
                "SELECT e.type, e.payload FROM history.event e JOIN history.event_log l ON l.insertion = e.insertion"
                        + " WHERE e.aggregate_id = ? AND e.type IN (?, ?) AND l.position <= ? ORDER BY e.sequence",
                HistoryCommand.LOG,
                EventTypes.nameOf(LogOpened.class),
                EventTypes.nameOf(LogKeyRotated.class),
                size));
    }

    private static Optional<Current> asOf(List<HistoryEvent> events) {
        Current current = null;
        for (HistoryEvent event : events) {
            if (event instanceof LogOpened opened) {
                current = new Current(opened.origin(), opened.publicKey());
            } else if (event instanceof LogKeyRotated rotated && current != null) {
                current = new Current(current.origin(), rotated.publicKey());
            }
        }
        return Optional.ofNullable(current);
    }

    /** The day on which the log was opened; none while it is not. */
    @Nullable
    LocalDate openedOn() {
        return jdbc
                .queryForList(
                        "SELECT recorded_at FROM history.event WHERE aggregate_id = ? AND type = ?",
                        Timestamp.class,
                        HistoryCommand.LOG,
                        EventTypes.nameOf(LogOpened.class))
                .stream()
                .map(recordedAt -> UkTime.dayOf(recordedAt.toInstant()))
                .findFirst()
                .orElse(null);
    }

    /** The periods that are closed. */
    List<String> closedPeriods() {
        return events(PeriodClosed.class, PeriodClosed.class).stream()
                .map(event -> ((PeriodClosed) event).period())
                .toList();
    }

    private List<HistoryEvent> events(Class<? extends HistoryEvent> one, Class<? extends HistoryEvent> other) {
        return read(
                "SELECT type, payload FROM history.event WHERE aggregate_id = ? AND type IN (?, ?) ORDER BY sequence",
                HistoryCommand.LOG,
                EventTypes.nameOf(one),
                EventTypes.nameOf(other));
    }

    private List<HistoryEvent> read(String sql, Object... parameters) {
        return jdbc.query(
                sql,
                (row, _) -> (HistoryEvent) Json.mapper()
                        .readValue(
                                new String(row.getBytes("payload"), StandardCharsets.UTF_8),
                                EventTypes.classOf(row.getString("type"))),
                parameters);
    }
}
