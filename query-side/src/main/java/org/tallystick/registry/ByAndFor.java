package org.tallystick.registry;

/** Which organisations are by and for the people they serve, as the SQL condition that everybody asks by. */
public final class ByAndFor {

    private ByAndFor() {}

    /** A standing holds when it was verified and has not run out on {@code :today}, challenged or renewed or not. */
    public static String holds(String organisation) {
        return "(" + organisation + ".standing_until >= :today)";
    }
}
