package org.tallystick.bid;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.bid.BidQuery.BudgetFile;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.StreamedQuery;

/** The budget of a bid as a file, for those who may read the bid. */
public final class BudgetFileAnswers {

    private final DataSource source;

    /** Over the live read models. */
    public BudgetFileAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    StreamedQuery.Written file(
            BudgetFile query,
            @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor,
            @MetaDataValue(value = QueryDispatcher.OUT, required = true) OutputStream out)
            throws IOException {
        String bidId = BidSight.of(source, actor)
                .with("id", query.bidId())
                .where("b.bid_id = :id")
                .only("b.bid_id", (row, _) -> Columns.text(row, "bid_id"), "bid");
        Budget budget = BidParts.of(source, bidId, false).content().budget();
        if (budget == null) {
            throw Rows.notFound("budget");
        }
        out.write(BudgetCsv.write(budget).getBytes(StandardCharsets.UTF_8));
        return new StreamedQuery.Written();
    }
}
