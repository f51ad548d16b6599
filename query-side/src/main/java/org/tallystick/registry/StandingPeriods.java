package org.tallystick.registry;

import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps from when to when each organisation's by-and-for standing was claimed, and verified. */
final class StandingPeriods {

    private static final String BEGIN =
            "INSERT INTO standing_period (organisation_id, standing, first_day, last_day)" + " VALUES (?, ?, ?, ?)";
    private static final String END_CLAIM = "UPDATE standing_period SET last_day = ?"
            + " WHERE organisation_id = ? AND standing = 'CLAIMED' AND last_day IS NULL";

    private StandingPeriods() {}

    static void write(Writes writes, Recorded recorded, OrganisationEvent.OfStanding event) {
        String organisation = event.organisationId();
        switch (event) {
            case OrganisationEvent.ByAndForStandingClaimed _ ->
                writes.add(BEGIN, organisation, ByAndForStanding.CLAIMED, recorded.effectiveOn(), null);
            case OrganisationEvent.ByAndForStandingVerified e -> {
                writes.add(END_CLAIM, recorded.effectiveOn(), organisation);
                writes.add(BEGIN, organisation, ByAndForStanding.VERIFIED, e.from(), e.until());
            }
            case OrganisationEvent.ByAndForStandingRefused _ ->
                writes.add(END_CLAIM, recorded.effectiveOn().minusDays(1), organisation);
            case OrganisationEvent.ByAndForChallengeUpheld _ ->
                writes.add(
                        "UPDATE standing_period SET last_day = ? WHERE organisation_id = ?"
                                + " AND standing = 'VERIFIED' AND last_day >= ?",
                        recorded.effectiveOn().minusDays(1),
                        organisation,
                        recorded.effectiveOn());
            case OrganisationEvent.ByAndForStandingEvidenced _,
                    OrganisationEvent.ByAndForStandingSupported _,
                    OrganisationEvent.ByAndForStandingChallenged _,
                    OrganisationEvent.ByAndForChallengeAssessed _,
                    OrganisationEvent.ByAndForChallengeDismissed _ -> {}
        }
    }
}
