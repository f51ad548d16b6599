package org.tallystick.bid;

import javax.sql.DataSource;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Role;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** Which bids somebody may read: the one place where that is decided. */
final class BidSight {

    private static final String BIDS = "read.bid b JOIN read.grant_call c ON c.call_id = b.call_id"
            + " LEFT JOIN read.organisation o ON o.organisation_id = b.applicant";

    /** Sent, and the call has closed: before that nobody outside the organisation learns that there is a bid. */
    private static final String RECEIVED =
            "(c.state NOT IN ('DRAFTED', 'SCHEDULED', 'OPEN', 'WITHDRAWN') AND b.state = 'SUBMITTED')";

    private BidSight() {}

    /** The bids that somebody may read. */
    static Rows of(DataSource source, Actor actor) {
        return Rows.of(source, BIDS).with("me", actor.organisationId()).where(condition(actor));
    }

    /** Whether somebody is of the applicant, or sees what its people see. */
    static boolean inside(Actor actor, String applicant) {
        return Sight.ofEverything(actor) || (Sight.ofApplicant(actor) && actor.actsFor(applicant));
    }

    private static String condition(Actor actor) {
        if (Sight.ofEverything(actor)) {
            return "TRUE";
        }
        if (Sight.ofApplicant(actor)) {
            return "b.applicant = :me";
        }
        boolean ofCalls = actor.role() == Role.GOVERNOR || actor.role() == Role.COMMISSIONER;
        return ofCalls ? "(c.holder = :me AND " + RECEIVED + ")" : "FALSE";
    }
}
