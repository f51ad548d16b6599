package org.tallystick.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Require;

/**
 * What is to become of a bid.
 *
 * @param outcome award, reserve, decline, or ineligible
 * @param awardId of the award that is to be made; only where one is
 * @param fundId that the award draws on, one only
 * @param restriction of the money
 * @param amounts by financial year; none where there is no award
 * @param reason in words that the applicant will read
 */
public record Recommendation(
        String bidId,
        Outcome outcome,
        @Nullable String awardId,
        @Nullable String fundId,
        @Nullable String restriction,
        List<YearAmount> amounts,
        String reason) {

    /** What can become of a bid. */
    public enum Outcome {
        AWARD,
        /** Next, should money become free. */
        RESERVE,
        DECLINE,
        /** Found not to be one that could be made. */
        INELIGIBLE
    }

    public Recommendation {
        Require.id(bidId, "bidId");
        Require.given(outcome, "outcome");
        reason = Require.text(reason, "reason", 4000);
        if (outcome == Outcome.AWARD) {
            Require.id(awardId, "awardId");
            Require.id(fundId, "fundId");
            restriction = Slice.restriction(restriction);
            amounts = Require.list(amounts, "amounts", 1, 10);
            if (amounts.stream().map(YearAmount::financialYear).distinct().count() < amounts.size()) {
                throw Require.invalid("amounts", "must name each year once.");
            }
        } else {
            awardId = null;
            fundId = null;
            restriction = null;
            amounts = Require.list(amounts, "amounts", 0, 0);
        }
    }

    /** Whether money is to be given. */
    public boolean givesMoney() {
        return outcome == Outcome.AWARD;
    }

    /** What is to be given over all years. */
    public long totalPence() {
        return amounts.stream().mapToLong(YearAmount::amountPence).reduce(0, Math::addExact);
    }
}
