package org.tallystick.registry;

import java.util.List;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

/**
 * What it takes to run an organisation for a year: the basis of full-cost budgets.
 *
 * @param financialYear the year
 * @param overheadPools shared costs with their amounts and where the figures come from, 0 to 50
 * @param fullTimeEquivalentHundredths staff in hundredths of a full-time equivalent: 650 is 6.5 people
 * @param weeklyHours full-time hours a week, 1 to 60
 * @param runningCostPence all running cost of the year, in pence
 */
public record CostProfile(
        FinancialYear financialYear,
        List<OverheadPool> overheadPools,
        int fullTimeEquivalentHundredths,
        int weeklyHours,
        long runningCostPence) {

    public CostProfile {
        Require.given(financialYear, "financialYear");
        overheadPools = Require.list(overheadPools, "overheadPools", 0, 50);
        Require.between(fullTimeEquivalentHundredths, 0, 10_000_000, "fullTimeEquivalentHundredths");
        Require.between(weeklyHours, 1, 60, "weeklyHours");
        Require.penceOrZero(runningCostPence, "runningCostPence");
    }

    /**
     * One shared cost.
     *
     * @param name such as "Premises and office"
     * @param amountPence for the year, in pence
     * @param source such as "Accounts to 31 March 2026, note 7"
     */
    public record OverheadPool(String name, long amountPence, String source) {

        public OverheadPool {
            name = Require.line(name, "name", 100);
            Require.penceOrZero(amountPence, "amountPence");
            source = Require.line(source, "source", 200);
        }
    }
}
