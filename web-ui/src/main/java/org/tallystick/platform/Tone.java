package org.tallystick.platform;

import java.util.Locale;

/** What a colour means. It is never the only sign: the words beside it say the same. */
public enum Tone {
    /** Nothing to do, nothing wrong. */
    PLAIN,
    /** Somebody is waited for. */
    WAITING,
    /** Paid, matched, accepted. */
    GOOD,
    /** Full cost that nobody funds. */
    GAP,
    /** Overdue, refused, failed. */
    LATE,
    /** A state other than now. */
    PAST;

    /** The ending of the style class. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
