package org.tallystick.replay;

/** How far a replay has come. */
public enum ReplayProgress {
    /** Others are made first. */
    WAITING,
    RUNNING,
    DONE,
    /** It stopped at an event that could not be replayed. */
    FAILED,
    CANCELLED,
    DROPPED
}
