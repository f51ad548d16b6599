package org.tallystick.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Rows;

/**
 * A point in time that the ledger has come to, and what of it counts there, as SQL.
 *
 * @param name of the point, for the names of its parameters
 * @param position the last one that counts
 * @param effective the last effective date that counts; all where there is none
 */
public record Reached(String name, long position, @Nullable LocalDate effective) {

    /** Whether a row of {@code posting} counts. */
    public String counts(String alias) {
        String known = alias + ".position <= :" + name + "_position";
        return effective == null ? known : "(" + known + " AND " + alias + ".effective_on <= :" + name + "_effective)";
    }

    /** Whether all that counts here counts there too. */
    boolean isWithin(Reached other) {
        boolean sooner = other.effective == null || (effective != null && !effective.isAfter(other.effective));
        return position <= other.position && sooner;
    }

    /** Gives the values for that. */
    public Rows in(Rows rows) {
        rows.with(name + "_position", position);
        return effective == null ? rows : rows.with(name + "_effective", effective);
    }

    /** What each contributor's money of each award came to: committed, without what was released again. */
    public String committed() {
        return "(SELECT p.award_id, p.contributor, sum(CASE p.event_type WHEN 'fund.MoneyCommitted' THEN p.amount_pence"
                + " ELSE -p.amount_pence END)::bigint AS pence FROM posting p WHERE p.event_type IN"
                + " ('fund.MoneyCommitted', 'fund.CommitmentReleased') AND " + counts("p")
                + " GROUP BY p.award_id, p.contributor)";
    }
}
