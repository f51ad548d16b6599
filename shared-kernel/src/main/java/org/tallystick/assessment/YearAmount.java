package org.tallystick.assessment;

import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

/** A sum for a financial year. */
public record YearAmount(FinancialYear financialYear, long amountPence) {
    public YearAmount {
        Require.given(financialYear, "financialYear");
        Require.pence(amountPence, "amountPence");
    }
}
