package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happened to an aggregate without what was said in it, which may be long. */
public final class HistoryInShort {

    private final JdbcTemplate jdbc;

    /** Over the history. */
    public HistoryInShort(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The events of an aggregate in their order. */
    public List<Class<? extends Event>> of(String aggregateId) {
        List<Class<? extends Event>> events = new ArrayList<>();
        jdbc.query(
                "SELECT type FROM history.event WHERE aggregate_id = ? ORDER BY sequence",
                row -> {
                    events.add(EventTypes.classOf(row.getString(1)).asSubclass(Event.class));
                },
                aggregateId);
        return events;
    }
}
