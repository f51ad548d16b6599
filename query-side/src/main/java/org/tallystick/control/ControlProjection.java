package org.tallystick.control;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.tallystick.control.ControlEvent.ExceptionExplained;
import org.tallystick.control.ControlEvent.ExceptionReopened;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps which exceptions are explained. */
public final class ControlProjection implements Projection {

    private final DataSource source;

    /** Into the tables of the schema its connections are in. */
    public ControlProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "control";
    }

    @Override
    public boolean handles(Class<?> event) {
        return ControlEvent.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            switch ((ControlEvent) recorded.event()) {
                case ExceptionExplained e -> {
                    forget(writes, e.test(), e.key());
                    writes.add(
                            "INSERT INTO exception_explanation (test, key, positions, words, explained_by,"
                                    + " explained_at, position) VALUES (?, ?, ?::bigint[], ?, ?, ?, ?)",
                            e.test(),
                            e.key(),
                            e.positions().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")),
                            recorded.reason(),
                            recorded.actorId(),
                            recorded.recordedAt(),
                            recorded.position());
                }
                case ExceptionReopened e -> forget(writes, e.test(), e.key());
            }
        }
        writes.flush();
    }

    private static void forget(Writes writes, ControlTest test, String key) {
        writes.add("DELETE FROM exception_explanation WHERE test = ? AND key = ?", test, key);
    }
}
