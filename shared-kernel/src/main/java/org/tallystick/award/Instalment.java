package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Slices;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

/**
 * One payment of an award's schedule, with the money set aside for it.
 *
 * @param number counted from 1
 * @param dueOn the day it is to be paid by
 * @param slices where its money comes from; its amount is their sum
 */
public record Instalment(int number, LocalDate dueOn, List<Slice> slices) {

    /** The most an award has: a published one may name 100 payments, and what is left to pay is one more. */
    public static final int MOST = 101;

    /** Its amount in pence. */
    public long amountPence() {
        return Slices.sumPence(slices);
    }

    /**
     * An instalment as it is asked for, before it is known whose money pays it.
     *
     * @param dueOn the day it is to be paid by
     * @param financialYear the year of the money
     * @param amountPence more than zero
     */
    public record Planned(LocalDate dueOn, FinancialYear financialYear, long amountPence) {

        public Planned {
            Require.date(dueOn, "dueOn");
            Require.given(financialYear, "financialYear");
            Require.pence(amountPence, "amountPence");
        }
    }
}
