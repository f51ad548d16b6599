package org.tallystick.bid;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.FinancialYear;

/**
 * How much a call lets one ask for.
 *
 * @param capBasisPoints the most overheads it pays, in hundredths of a percent of the direct cost; none without a cap
 * @param largestPence the largest award, over all years
 * @param given the years of which it has money
 */
record AskLimit(@Nullable Integer capBasisPoints, long largestPence, Set<FinancialYear> given) {

    /** That of a call. */
    static AskLimit of(CallTerms terms) {
        CallTerms.OverheadCap cap = terms.overheadCap();
        return new AskLimit(
                cap == null ? null : cap.basisPoints(),
                terms.largestPence(),
                terms.envelope().stream()
                        .map(CallTerms.Envelope::financialYear)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The most that can be asked for in a year: what others do not pay of it, within the cap and the largest award.
     *
     * @param askedElsewherePence what is asked for in the other years
     */
    long mostPence(YearCost year, long askedElsewherePence) {
        if (!given.contains(year.financialYear())) {
            return 0;
        }
        long open = year.fullCostPence() - year.funding().otherPence();
        long within = capBasisPoints == null
                ? open
                : Math.min(open, year.capped(capBasisPoints).mostPence());
        return Math.max(0, Math.min(within, largestPence - askedElsewherePence));
    }
}
