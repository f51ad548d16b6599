package org.tallystick.opendata;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.Query;

/** Questions anyone may ask. */
public sealed interface PublicQuery {

    /** What has been awarded and paid, by whom and when. */
    record Totals() implements PublicQuery, Query<PublicTotals> {}

    /**
     * The way of the awarded money: from whom, through which fund and call, to whom. Of everything for everybody, or of
     * one fund for those who see it.
     *
     * @param effective the last effective date that counts
     * @param known a position, a moment, or a day or a time in the United Kingdom
     */
    record MoneyFlow(
            @Nullable String fundId,
            @Nullable LocalDate effective,
            @Nullable String known) implements PublicQuery, Query<FlowView> {
        public MoneyFlow {
            PointInTime.of(effective, known);
        }

        /** As it is now. */
        public MoneyFlow(@Nullable String fundId) {
            this(fundId, null, null);
        }

        /** The point it is asked for. */
        public PointInTime at() {
            return PointInTime.of(effective, known);
        }
    }

    /**
     * The streams of money, the broadest first.
     *
     * @param awards how many they are the money of
     */
    record FlowView(long awards, List<Stream> streams) {}

    /** A station of a stream; its id is {@link #OTHERS} where several small ones are taken together. */
    record Station(String id, String label) {

        /** The id of those that are taken together. */
        public static final String OTHERS = "*";
    }

    /** A stream of money; the call's id is empty where there was none. */
    record Stream(Station contributor, Station fund, Station call, Station recipient, long amountPence) {}

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
