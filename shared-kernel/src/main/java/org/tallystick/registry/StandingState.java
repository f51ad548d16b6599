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
     * Claimed, evidenced, verified by two or refused; a new claim renews what was verified, which holds until its last
     * day. Standing that holds can be challenged, whatever is claimed meanwhile: it goes on to hold until two people
     * have upheld the challenge, or dismissed it.
     */
    public static final Lifecycle<StandingState> LIFECYCLE = Lifecycle.<StandingState>of("a by-and-for standing")
            .starts(OrganisationEvent.ByAndForStandingClaimed.class, CLAIMED)
            .on(CLAIMED, OrganisationEvent.ByAndForStandingEvidenced.class, EVIDENCED)
            .on(EVIDENCED, OrganisationEvent.ByAndForStandingSupported.class, EVIDENCED)
            .on(EVIDENCED, OrganisationEvent.ByAndForStandingVerified.class, VERIFIED)
            .on(EVIDENCED, OrganisationEvent.ByAndForStandingRefused.class, REFUSED)
            .on(VERIFIED, OrganisationEvent.ByAndForStandingChallenged.class, CHALLENGED)
            .on(CLAIMED, OrganisationEvent.ByAndForStandingChallenged.class, CHALLENGED)
            .on(EVIDENCED, OrganisationEvent.ByAndForStandingChallenged.class, CHALLENGED)
            .on(REFUSED, OrganisationEvent.ByAndForStandingChallenged.class, CHALLENGED)
            .on(CHALLENGED, OrganisationEvent.ByAndForStandingEvidenced.class, CHALLENGED)
            .on(CHALLENGED, OrganisationEvent.ByAndForChallengeAssessed.class, CHALLENGED)
            .on(CHALLENGED, OrganisationEvent.ByAndForChallengeUpheld.class, REFUSED)
            .on(CHALLENGED, OrganisationEvent.ByAndForChallengeDismissed.class, VERIFIED)
            .on(REFUSED, OrganisationEvent.ByAndForStandingClaimed.class, CLAIMED)
            .on(VERIFIED, OrganisationEvent.ByAndForStandingClaimed.class, CLAIMED)
            .build();
}
