package org.tallystick.replay;

import org.tallystick.platform.Lifecycle;

/** Whether a replay is still wanted. */
public enum ReplayState {
    REQUESTED,
    CANCELLED,
    DROPPED;

    /** Requested; cancelled or dropped, after which nothing of it is left. */
    public static final Lifecycle<ReplayState> LIFECYCLE = Lifecycle.<ReplayState>of("a replay")
            .starts(ReplayEvent.ReplayRequested.class, REQUESTED)
            .on(REQUESTED, ReplayEvent.ReplayCancelled.class, CANCELLED)
            .on(REQUESTED, ReplayEvent.ReplayDropped.class, DROPPED)
            .build();
}
