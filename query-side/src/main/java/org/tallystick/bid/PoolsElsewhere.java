package org.tallystick.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.tallystick.assessment.Recommendations;
import org.tallystick.assessment.YearAmount;
import org.tallystick.platform.Json;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Rows;

/** What the other submitted bids and live awards of an organisation are paid of its shared costs. */
final class PoolsElsewhere {

    private static final String BIDS =
            "bid b JOIN grant_call c ON c.call_id = b.call_id" + " LEFT JOIN award a ON a.award_id = b.award_id";

    /** Also those that were decided about, as long as nobody is told; none of a call that was withdrawn. */
    private static final String WAITING =
            "((b.state = 'SUBMITTED' AND c.state <> 'WITHDRAWN') OR (b.state IN ('RESERVED', 'DECLINED', 'INELIGIBLE')"
                    + " AND c.state NOT IN ('INFORMED', 'ARCHIVED')))";

    private static final String AWARDED =
            "(b.state = 'AWARDED' AND COALESCE(a.state, '') NOT IN ('DECLINED', 'RESCINDED', 'EXPIRED'))";
    private static final String TOLD = "(b.state = 'AWARDED' AND c.state IN ('INFORMED', 'ARCHIVED'))";

    private final DataSource source;

    PoolsElsewhere(DataSource source) {
        this.source = source;
    }

    /** Of an organisation, without one of the bids that it makes or takes part in. */
    List<PoolShare> of(String organisationId, String bidId) {
        return Rows.of(source, BIDS)
                .with("organisation", organisationId)
                .with("bid", bidId)
                .where("(b.applicant = :organisation OR EXISTS (SELECT FROM bid_partner v"
                        + " WHERE v.bid_id = b.bid_id AND v.partner = :organisation AND v.budget IS NOT NULL))")
                .where("b.bid_id <> :bid AND (" + WAITING + " OR " + AWARDED + ")")
                .all(BidBudgets.COLUMN + ", b.amounts, " + TOLD + " AS told", "b.bid_id", (row, _) -> budgets(row))
                .stream()
                .flatMap(List::stream)
                .filter(budget -> budget.organisationId().equals(organisationId))
                .flatMap(PoolsElsewhere::shares)
                .toList();
    }

    /** As it is asked for, or, once that is told, as it was awarded. */
    private static List<Budget> budgets(ResultSet row) throws SQLException {
        List<Budget> budgets = BidBudgets.of(row);
        return row.getBoolean("told")
                ? Recommendations.paid(
                        budgets, Arrays.asList(Json.mapper().readValue(row.getString("amounts"), YearAmount[].class)))
                : budgets;
    }

    private static Stream<PoolShare> shares(Budget budget) {
        try {
            return FullCost.of(budget).poolShares().stream();
        } catch (Rejection _) {
            return Stream.empty();
        }
    }
}
