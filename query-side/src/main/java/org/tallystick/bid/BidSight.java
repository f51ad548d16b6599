package org.tallystick.bid;

import javax.sql.DataSource;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Role;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** Which bids somebody may read: the one place where that is decided. */
final class BidSight {

    private static final String BIDS = "bid b JOIN grant_call c ON c.call_id = b.call_id"
            + " LEFT JOIN organisation o ON o.organisation_id = b.applicant";

    /** Sent, and the call has closed: before that nobody outside the organisation learns that there is a bid. */
    private static final String RECEIVED = "(c.state NOT IN ('DRAFTED', 'SCHEDULED', 'OPEN', 'WITHDRAWN')"
            + " AND b.state NOT IN ('STARTED', 'READY', 'WITHDRAWN', 'LAPSED'))";

    /** What became of a bid is told to all applicants at once. */
    private static final String TOLD_STATE = "CASE WHEN b.state IN ('AWARDED', 'RESERVED', 'DECLINED', 'INELIGIBLE')"
            + " AND c.state NOT IN ('INFORMED', 'ARCHIVED') THEN 'SUBMITTED' ELSE b.state END";

    /** Who assesses it has declared to have no interest in it. */
    private static final String ASSIGNED = "EXISTS (SELECT FROM assessment s WHERE s.bid_id = b.bid_id"
            + " AND s.assessor = :person AND s.state IN ('ACCEPTED', 'SUBMITTED'))";

    private static final String TAKES_PART = "v.state IN ('INVITED', 'AGREED')";

    private static final String PARTNER = "EXISTS (SELECT FROM bid_partner v WHERE v.bid_id = b.bid_id"
            + " AND v.partner = :me AND " + TAKES_PART + ")";

    private BidSight() {}

    /** The bids that somebody may list: those of their own organisation, or those they have to do with. */
    static Rows of(DataSource source, Actor actor) {
        return rows(source, actor).where(condition(actor));
    }

    /** A bid that somebody may read: the same, and those that let their organisation as a partner. */
    static Rows one(DataSource source, Actor actor, String bidId) {
        return rows(source, actor)
                .with("id", bidId)
                .where("b.bid_id = :id")
                .where(Sight.ofApplicant(actor) ? "(" + condition(actor) + " OR " + PARTNER + ")" : condition(actor));
    }

    /** How much somebody sees of a bid as a partner in it; null in this column for everybody else. */
    static String asPartner(Actor actor) {
        return Sight.ofApplicant(actor)
                ? "(SELECT v.sight FROM bid_partner v WHERE v.bid_id = b.bid_id AND v.partner = :me AND " + TAKES_PART
                        + ") AS sight"
                : "NULL AS sight";
    }

    private static Rows rows(DataSource source, Actor actor) {
        return Rows.of(source, BIDS).with("me", actor.organisationId()).with("person", actor.personId());
    }

    /** Whether somebody is of the applicant, or sees what its people see. */
    static boolean inside(Actor actor, String applicant) {
        return Sight.ofEverything(actor) || (Sight.ofApplicant(actor) && actor.actsFor(applicant));
    }

    /** The state of a bid as somebody may know it. */
    static String state(Actor actor) {
        return Sight.ofEverything(actor) || ofCalls(actor) ? "b.state" : TOLD_STATE;
    }

    private static boolean ofCalls(Actor actor) {
        return actor.role() == Role.GOVERNOR || actor.role() == Role.COMMISSIONER;
    }

    private static String condition(Actor actor) {
        if (Sight.ofEverything(actor)) {
            return "TRUE";
        }
        if (Sight.ofApplicant(actor)) {
            return "b.applicant = :me";
        }
        if (ofCalls(actor)) {
            return "(c.holder = :me AND " + RECEIVED + ")";
        }
        return actor.role() == Role.ASSESSOR ? "(" + RECEIVED + " AND " + ASSIGNED + ")" : "FALSE";
    }
}
