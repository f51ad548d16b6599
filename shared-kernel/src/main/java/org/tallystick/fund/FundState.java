package org.tallystick.fund;

import org.tallystick.platform.Lifecycle;

/** Whether a fund may be drawn on. */
public enum FundState {
    OPEN,
    FROZEN,
    CLOSED;

    /** Opened, frozen and unfrozen, closed; money moves only while it is open. */
    public static final Lifecycle<FundState> LIFECYCLE = Lifecycle.<FundState>of("a fund")
            .starts(FundEvent.FundOpened.class, OPEN)
            .on(OPEN, FundEvent.ContributionPledged.class, OPEN)
            .on(OPEN, FundEvent.ContributionReceived.class, OPEN)
            .on(FROZEN, FundEvent.ContributionReceived.class, FROZEN)
            .on(OPEN, FundEvent.ContributionReturned.class, OPEN)
            .on(OPEN, FundEvent.MoneyAllocated.class, OPEN)
            .on(OPEN, FundEvent.AllocationReleased.class, OPEN)
            .on(FROZEN, FundEvent.AllocationReleased.class, FROZEN)
            .on(OPEN, FundEvent.MoneyCommitted.class, OPEN)
            .on(OPEN, FundEvent.CommitmentReleased.class, OPEN)
            .on(FROZEN, FundEvent.CommitmentReleased.class, FROZEN)
            .on(CLOSED, FundEvent.CommitmentReleased.class, CLOSED)
            .on(CLOSED, FundEvent.ContributionReturned.class, CLOSED)
            .on(OPEN, FundEvent.FundFrozen.class, FROZEN)
            .on(FROZEN, FundEvent.FundUnfrozen.class, OPEN)
            .on(OPEN, FundEvent.FundClosed.class, CLOSED)
            .build();
}
