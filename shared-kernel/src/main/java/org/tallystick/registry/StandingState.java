package org.tallystick.registry;

import org.tallystick.platform.Lifecycle;

/** Where a claim of by-and-for standing is; verified standing also runs out on its last day, which is no event. */
public enum StandingState {
    CLAIMED,
    EVIDENCED,
    VERIFIED,
    REFUSED,
    CHALLENGED;

    /**
     * Claimed, evidenced, verified by two or refused; verified standing can be challenged, and a new claim replaces it.
     */
    public static final Lifecycle<StandingState> LIFECYCLE = Lifecycle.<StandingState>of("a by-and-for standing")
            .starts(OrganisationEvent.ByAndForStandingClaimed.class, CLAIMED)
            .on(CLAIMED, OrganisationEvent.ByAndForStandingEvidenced.class, EVIDENCED)
            .on(EVIDENCED, OrganisationEvent.ByAndForStandingSupported.class, EVIDENCED)
            .on(EVIDENCED, OrganisationEvent.ByAndForStandingVerified.class, VERIFIED)
            .on(EVIDENCED, OrganisationEvent.ByAndForStandingRefused.class, REFUSED)
            .on(VERIFIED, OrganisationEvent.ByAndForStandingChallenged.class, CHALLENGED)
            .on(CHALLENGED, OrganisationEvent.ByAndForStandingEvidenced.class, EVIDENCED)
            .on(CHALLENGED, OrganisationEvent.ByAndForStandingRefused.class, REFUSED)
            .on(REFUSED, OrganisationEvent.ByAndForStandingClaimed.class, CLAIMED)
            .on(VERIFIED, OrganisationEvent.ByAndForStandingClaimed.class, CLAIMED)
            .build();
}
