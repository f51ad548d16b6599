package org.tallystick.bid;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.tallystick.platform.Json;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Rows;

/** What the other submitted bids and live awards of an organisation are paid of its shared costs. */
final class PoolsElsewhere {

    private final DataSource source;

    PoolsElsewhere(DataSource source) {
        this.source = source;
    }

    /** Of an organisation, without one of its bids. */
    List<PoolShare> of(String organisationId, String bidId) {
        return Rows.of(source, "read.bid b JOIN read.bid_part p ON p.bid_id = b.bid_id AND p.part = 'BUDGET'")
                .with("organisation", organisationId)
                .with("bid", bidId)
                .where("b.applicant = :organisation AND b.bid_id <> :bid AND b.state = 'SUBMITTED'")
                .all("p.content", "b.bid_id", (row, _) -> row.getString("content"))
                .stream()
                .flatMap(PoolsElsewhere::shares)
                .toList();
    }

    private static Stream<PoolShare> shares(String budget) {
        try {
            return FullCost.of(Json.mapper().readValue(budget, Budget.class)).poolShares().stream();
        } catch (Rejection _) {
            return Stream.empty();
        }
    }
}
