package org.tallystick.award;

import org.tallystick.platform.Lifecycle;

/** Where the claim for an instalment in arrears stands. */
public enum ClaimState {
    SUBMITTED,
    QUERIED,
    ACCEPTED;

    /** Submitted, queried and submitted again, accepted. */
    public static final Lifecycle<ClaimState> LIFECYCLE = Lifecycle.<ClaimState>of("a claim")
            .starts(AwardEvent.ClaimSubmitted.class, SUBMITTED)
            .on(SUBMITTED, AwardEvent.ClaimQueried.class, QUERIED)
            .on(QUERIED, AwardEvent.ClaimSubmitted.class, SUBMITTED)
            .on(SUBMITTED, AwardEvent.ClaimAccepted.class, ACCEPTED)
            .build();
}
