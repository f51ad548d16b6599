package org.tallystick.fund;

import org.tallystick.platform.Lifecycle;

/** Whether a fund may be drawn on. */
public enum FundState {
    OPEN,
    FROZEN,
    CLOSED;

    /**
     * Opened, frozen and unfrozen, closed. Money is set aside and committed only while it is open; what awards did not
     * spend comes back whatever its state, and even a closed fund gives it back to its contributors.
     */
    public static final Lifecycle<FundState> LIFECYCLE = Lifecycle.<FundState>of("a fund")
            .starts(FundEvent.FundOpened.class, OPEN)
            .on(OPEN, FundEvent.ContributionPledged.class, OPEN)
            .on(OPEN, FundEvent.PledgeWithdrawn.class, OPEN)
            .on(FROZEN, FundEvent.PledgeWithdrawn.class, FROZEN)
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
            .on(OPEN, FundEvent.PaymentCovered.class, OPEN)
            .on(FROZEN, FundEvent.PaymentCovered.class, FROZEN)
            .on(CLOSED, FundEvent.PaymentCovered.class, CLOSED)
            .on(OPEN, FundEvent.PaymentUncovered.class, OPEN)
            .on(FROZEN, FundEvent.PaymentUncovered.class, FROZEN)
            .on(CLOSED, FundEvent.PaymentUncovered.class, CLOSED)
            .on(OPEN, FundEvent.UnspentMoneyNoted.class, OPEN)
            .on(FROZEN, FundEvent.UnspentMoneyNoted.class, FROZEN)
            .on(CLOSED, FundEvent.UnspentMoneyNoted.class, CLOSED)
            .on(OPEN, FundEvent.UnspentMoneyFreed.class, OPEN)
            .on(FROZEN, FundEvent.UnspentMoneyFreed.class, FROZEN)
            .on(OPEN, FundEvent.UnspentMoneyReturned.class, OPEN)
            .on(CLOSED, FundEvent.UnspentMoneyReturned.class, CLOSED)
            .on(OPEN, FundEvent.FundFrozen.class, FROZEN)
            .on(FROZEN, FundEvent.FundUnfrozen.class, OPEN)
            .on(OPEN, FundEvent.FundClosed.class, CLOSED)
            .build();
}
