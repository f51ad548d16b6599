package org.tallystick.bid;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that takes part in a bid that another one leads.
 *
 * @param work what it will do
 * @param sight how much of the bid its people see and write
 * @param agreed whether it stands for its work and its budget as they are now
 * @param budget what its part costs; none before it is saved
 */
public record Partner(
        String organisationId,
        String work,
        PartnerSight sight,
        boolean agreed,
        @Nullable Budget budget) {

    /** The most partners of a bid. */
    public static final int MOST = 20;

    /** With another part or sight; what it agreed to no longer holds where its work is another. */
    Partner changed(String newWork, PartnerSight newSight) {
        return new Partner(organisationId, newWork, newSight, agreed && work.equals(newWork), budget);
    }

    /** With its consent, which holds until its part changes. */
    Partner agreeing() {
        return new Partner(organisationId, work, sight, true, budget);
    }

    /** With a budget, which it has to agree to again. */
    Partner costing(Budget newBudget) {
        return new Partner(organisationId, work, sight, false, newBudget);
    }
}
