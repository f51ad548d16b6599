package org.tallystick.registry;

/** Which organisations are by and for the people they serve, as the SQL condition that everybody asks by. */
public final class ByAndFor {

    private ByAndFor() {}

    /** A standing holds when it was verified and has not run out on {@code :today}, also while it is challenged. */
    public static String holds(String organisation) {
        return "(%1$s.standing_state IN ('VERIFIED', 'CHALLENGED') AND %1$s.standing_until >= :today)"
                .formatted(organisation);
    }
}
