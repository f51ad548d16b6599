package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Require;

/**
 * What one organisation's part in a bid really costs, and who pays.
 *
 * @param organisationId whose part
 * @param years in their order
 */
public record FullCost(String organisationId, List<YearCost> years) {

    public FullCost {
        years = List.copyOf(years);
    }

    /**
     * Works it out.
     *
     * @throws org.tallystick.platform.Rejection where a shared cost has nobody to share it, or a sum is out of bounds
     */
    public static FullCost of(Budget budget) {
        List<Uplift> rises = new ArrayList<>();
        List<YearCost> years = new ArrayList<>();
        for (Budget.Year year : budget.years()) {
            rises.add(year.uplift());
            years.add(YearCost.of(year, rises));
        }
        return new FullCost(budget.organisationId(), years);
    }

    /** All years together. */
    public Recovery recovery() {
        return Recovery.together(years.stream().map(YearCost::recovery).toList());
    }

    /** How much of each pool of each year is paid for. */
    public List<PoolShare> poolShares() {
        return years.stream()
                .flatMap(year -> year.poolShares(organisationId).stream())
                .toList();
    }

    /** Refuses a budget that asks for nothing, or for more than it costs, or whose gap is not carried to the penny. */
    public void requireComplete() {
        if (recovery().askedPence() == 0) {
            throw Require.invalid("askedPence", "must be more than nothing in one year at least.");
        }
        requireCarried();
    }

    /** Refuses one that asks for more than it costs, or whose gap is not carried to the penny. */
    public void requireCarried() {
        for (YearCost year : years) {
            Recovery recovery = year.recovery();
            if (recovery.gapPence() < 0) {
                throw Require.invalid(
                        "askedPence",
                        "must be at most what the work costs: in " + year.financialYear()
                                + " it is, with other income, " + Pounds.of(-recovery.gapPence()) + " more.");
            }
            if (year.uncarriedPence() != 0) {
                throw Require.invalid(
                        "carried",
                        "must be the gap: in " + year.financialYear() + " nobody pays for "
                                + Pounds.of(recovery.gapPence()) + ", and "
                                + Pounds.of(year.funding().carriedPence()) + " of it is carried.");
            }
        }
    }
}
