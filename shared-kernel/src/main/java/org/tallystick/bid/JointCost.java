package org.tallystick.bid;

import java.util.Collection;
import java.util.List;
import org.tallystick.platform.FinancialYear;

/**
 * What a bid costs, and who pays, over all organisations that make it.
 *
 * @param parts of the lead first, then of its partners
 */
public record JointCost(List<FullCost> parts) {

    public JointCost {
        parts = List.copyOf(parts);
    }

    /**
     * Works it out.
     *
     * @throws org.tallystick.platform.Rejection where one of them cannot be
     */
    public static JointCost of(Collection<Budget> budgets) {
        return new JointCost(budgets.stream().map(FullCost::of).toList());
    }

    /** All organisations and years together. */
    public Recovery recovery() {
        return Recovery.together(parts.stream().map(FullCost::recovery).toList());
    }

    /** All organisations year by year, in their order. */
    public List<Year> years() {
        return parts.stream()
                .flatMap(part -> part.years().stream())
                .map(YearCost::financialYear)
                .distinct()
                .sorted()
                .map(this::year)
                .toList();
    }

    private Year year(FinancialYear financialYear) {
        List<YearCost> costs = parts.stream()
                .flatMap(part -> part.years().stream())
                .filter(year -> year.financialYear().equals(financialYear))
                .toList();
        return new Year(
                financialYear,
                costs.stream().mapToLong(YearCost::directPence).reduce(0, Math::addExact),
                costs.stream().mapToLong(YearCost::overheadPence).reduce(0, Math::addExact),
                Recovery.together(costs.stream().map(YearCost::recovery).toList()));
    }

    /**
     * A year of all organisations.
     *
     * @param directPence what they spend on this work alone
     * @param overheadPence its share of what it takes to run them
     */
    public record Year(FinancialYear financialYear, long directPence, long overheadPence, Recovery recovery) {

        /** What a cap on overheads leaves of it, in hundredths of a percent of all direct cost. */
        public OverheadCap capped(int capBasisPoints) {
            return new OverheadCap(capBasisPoints, directPence, overheadPence);
        }
    }
}
