package org.tallystick.opendata;

import java.util.List;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Query;

/** Questions anyone may ask. */
public sealed interface PublicQuery {

    /** What has been awarded and paid, by whom and when. */
    record Totals() implements PublicQuery, Query<PublicTotals> {}

    /** Sums over all awards, in pence. */
    record PublicTotals(
            long position,
            long awards,
            long organisations,
            long awardedPence,
            long paidPence,
            long byAndForAwardedPence,
            List<FunderTotal> funders,
            List<YearTotal> years) {}

    /** One funder. */
    record FunderTotal(String funder, String funderName, long awards, long awardedPence, long paidPence) {}

    /** One financial year, by the date of the decision. */
    record YearTotal(FinancialYear financialYear, long awards, long awardedPence, long paidPence) {}
}
