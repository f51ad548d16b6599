package org.tallystick.platform;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happened to an aggregate without what was said in it, which may be long. */
public final class HistoryInShort {

    private final JdbcTemplate jdbc;

    /** Over the history. */
    public HistoryInShort(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The state of an aggregate, from the types of its events alone; none where it has no events. */
    public <S extends Enum<S>> Optional<S> state(String aggregateId, Lifecycle<S> lifecycle) {
        List<String> types = jdbc.queryForList(
                "SELECT type FROM history.event WHERE aggregate_id = ? ORDER BY sequence", String.class, aggregateId);
        S state = null;
        for (String type : types) {
            state = lifecycle.after(state, EventTypes.classOf(type).asSubclass(Event.class));
        }
        return Optional.ofNullable(state);
    }
}
