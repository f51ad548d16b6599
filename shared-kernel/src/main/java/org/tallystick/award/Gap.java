package org.tallystick.award;

import java.util.Collection;
import org.tallystick.bid.GapCarrier;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

/**
 * Part of what the work of an award really costs that nobody pays for, and who carries it. It is no money: the ledger
 * keeps it on memo accounts, beside the money.
 *
 * @param financialYear the year of the cost
 * @param carrier who carries it
 * @param amountPence more than zero
 */
public record Gap(FinancialYear financialYear, GapCarrier carrier, long amountPence) {

    public Gap {
        Require.given(financialYear, "financialYear");
        Require.given(carrier, "carrier");
        Require.pence(amountPence, "amountPence");
    }

    /** The total, in pence. */
    public static long sumPence(Collection<Gap> gaps) {
        return gaps.stream().mapToLong(Gap::amountPence).reduce(0, Math::addExact);
    }
}
