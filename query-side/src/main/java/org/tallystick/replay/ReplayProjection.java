package org.tallystick.replay;

import java.util.List;
import javax.sql.DataSource;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps which replays were asked for. */
public final class ReplayProjection implements Projection {

    private static final String MOVE = "UPDATE replay SET state = ? WHERE replay_id = ?";

    private final DataSource source;

    /** Into the tables of the schema its connections are in. */
    public ReplayProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public boolean handles(Class<?> event) {
        return ReplayEvent.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            switch ((ReplayEvent) recorded.event()) {
                case ReplayEvent.ReplayRequested e ->
                    writes.add(
                            "INSERT INTO replay (replay_id, name, scope, up_to, recorded_until, effective_until,"
                                    + " state, requested_by, requested_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            e.replayId(),
                            e.name(),
                            e.scope(),
                            e.upTo(),
                            e.recordedUntil(),
                            e.effectiveUntil(),
                            ReplayState.REQUESTED,
                            recorded.actorId(),
                            recorded.recordedAt());
                case ReplayEvent.ReplayCancelled e -> writes.add(MOVE, ReplayState.CANCELLED, e.replayId());
                case ReplayEvent.ReplayDropped e -> writes.add(MOVE, ReplayState.DROPPED, e.replayId());
            }
        }
        writes.flush();
    }
}
