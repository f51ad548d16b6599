package org.tallystick.registry;

/** Which organisations are by and for the people they serve, as the SQL condition that everybody asks by. */
public final class ByAndFor {

    private ByAndFor() {}

    /** A standing holds when it was verified and has not run out on {@code :today}, challenged or renewed or not. */
    public static String holds(String organisation) {
        return "(" + organisation + ".standing_until >= :today)";
    }

    /** The {@link ByAndForStanding} of an organisation on a day, both given as SQL, as far as it was known then. */
    public static String on(String organisationId, String day) {
        String period = "EXISTS (SELECT FROM standing_period period WHERE period.organisation_id = "
                + organisationId + " AND period.first_day <= " + day
                + " AND (period.last_day IS NULL OR period.last_day >= "
                + day + ") AND period.standing = ";
        return "CASE WHEN " + period + "'VERIFIED') THEN 'VERIFIED' WHEN " + period + "'CLAIMED') THEN 'CLAIMED'"
                + " ELSE 'NONE' END";
    }
}
