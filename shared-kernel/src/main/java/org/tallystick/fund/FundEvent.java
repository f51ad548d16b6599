package org.tallystick.fund;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Event;

/** What happened to a fund. */
public sealed interface FundEvent extends Event {

    /** The fund's id. */
    String fundId();

    /** Money moved: each has a rule in {@link org.tallystick.ledger.PostingRules}. */
    sealed interface Money extends FundEvent {

        /** The money that moved, by where it came from. */
        List<Slice> slices();
    }

    /** A governor opened it. */
    record FundOpened(
            String fundId,
            String name,
            String holder,
            String purpose,
            Currency currency,
            DrawOrder drawOrder,
            CommitAgainst commitAgainst)
            implements FundEvent {}

    /** A contributor promised money; no money moved. */
    record ContributionPledged(String fundId, Slice pledge) implements FundEvent {}

    /** The contributor took so much of the promise back; no money moved. */
    record PledgeWithdrawn(String fundId, Slice pledge) implements FundEvent {}

    /** Money arrived. */
    record ContributionReceived(String fundId, List<Slice> slices, String reference) implements Money {}

    /** Free money went back to its contributor. */
    record ContributionReturned(String fundId, List<Slice> slices) implements Money {}

    /** Free money was set aside for a call. */
    record MoneyAllocated(String fundId, String callId, List<Slice> slices) implements Money {}

    /** Money set aside for a call became free again. */
    record AllocationReleased(String fundId, String callId, List<Slice> slices) implements Money {}

    /** Money was committed to an award: out of what a call had set aside, or, without a call, out of what was free. */
    record MoneyCommitted(
            String fundId, String awardId, @Nullable String callId, String recipient, List<Slice> slices)
            implements Money {}

    /** An award came to nothing before it was signed; its money is free again. */
    record CommitmentReleased(String fundId, String awardId, List<Slice> slices) implements Money {}

    /**
     * Money that has arrived is kept for an instalment that became payable: only funds that commit against pledges must
     * know, so that they never pay out what was promised and did not come.
     */
    record PaymentCovered(String fundId, String awardId, int instalment, List<Slice> slices) implements FundEvent {}

    /** The instalment is payable no more; the money that had arrived for it is there for others. */
    record PaymentUncovered(String fundId, String awardId, int instalment, List<Slice> slices) implements FundEvent {}

    /** An award did not spend money: the award's own event moved it, and the fund knows from now that it has it. */
    record UnspentMoneyNoted(String fundId, String awardId, Unspent unspent, List<Slice> slices) implements FundEvent {}

    /** Money that awards did not spend is free for others. */
    record UnspentMoneyFreed(String fundId, Unspent unspent, List<Slice> slices) implements Money {}

    /** Money that awards did not spend went back to its contributor. */
    record UnspentMoneyReturned(String fundId, Unspent unspent, List<Slice> slices) implements Money {}

    /** Nothing new may be set aside or committed. */
    record FundFrozen(String fundId) implements FundEvent {}

    /** It may be drawn on again. */
    record FundUnfrozen(String fundId) implements FundEvent {}

    /** It is over. */
    record FundClosed(String fundId) implements FundEvent {}
}
