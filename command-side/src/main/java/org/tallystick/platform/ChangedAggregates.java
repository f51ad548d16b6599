package org.tallystick.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which aggregates of a kind that has deadlines something happened to, look by look. One thread's. */
final class ChangedAggregates {

    private final JdbcTemplate jdbc;
    private final Deadlines kind;
    private long read;

    /** Over the history; the first look finds all that may have a deadline. */
    ChangedAggregates(JdbcTemplate jdbc, Deadlines kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    /** The ids of those with events since the last look; at first, of all that may have a deadline. */
    Set<String> since() {
        Long head = jdbc.queryForObject("SELECT position FROM history.event_log_head", Long.class);
        if (head == null || head == read) {
            return Set.of();
        }
        Set<String> changed = new HashSet<>(read == 0 ? all() : between(read, head));
        read = head;
        return changed;
    }

    private List<String> all() {
        return jdbc.queryForList(
                "SELECT DISTINCT aggregate_id FROM history.event WHERE aggregate_type = ? AND type = ?",
                String.class,
                kind.aggregateType(),
                EventTypes.nameOf(kind.startedBy()));
    }

    private List<String> between(long after, long upTo) {
        return jdbc.queryForList(
                "SELECT DISTINCT e.aggregate_id FROM history.event_log l JOIN history.event e USING (insertion)"
                        + " WHERE l.position > ? AND l.position <= ? AND e.aggregate_type = ?",
                String.class,
                after,
                upTo,
                kind.aggregateType());
    }
}
