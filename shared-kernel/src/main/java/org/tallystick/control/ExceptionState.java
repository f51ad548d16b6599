package org.tallystick.control;

import org.tallystick.platform.Lifecycle;

/** Whether an exception that somebody has said something of is explained. */
public enum ExceptionState {
    EXPLAINED,
    REOPENED;

    /** Explained, also again in other words; reopened, and explained again. */
    public static final Lifecycle<ExceptionState> LIFECYCLE = Lifecycle.<ExceptionState>of("an exception")
            .starts(ControlEvent.ExceptionExplained.class, EXPLAINED)
            .on(EXPLAINED, ControlEvent.ExceptionExplained.class, EXPLAINED)
            .on(EXPLAINED, ControlEvent.ExceptionReopened.class, REOPENED)
            .on(REOPENED, ControlEvent.ExceptionExplained.class, EXPLAINED)
            .build();
}
