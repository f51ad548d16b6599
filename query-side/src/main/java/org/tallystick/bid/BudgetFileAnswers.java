package org.tallystick.bid;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
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
        List<Budget> seen = BidSight.one(source, actor, query.bidId())
                .only(
                        "b.applicant, " + BidBudgets.COLUMN + ", " + BidSight.asPartner(actor),
                        (row, _) -> seen(row, query.organisationId(), actor),
                        "bid");
        Budget budget = seen.stream().findFirst().orElseThrow(() -> Rows.notFound("budget"));
        out.write(BudgetCsv.write(budget).getBytes(StandardCharsets.UTF_8));
        return new StreamedQuery.Written();
    }

    /** The one that is asked for, unless a partner that sees its own part only asks for another. */
    private static List<Budget> seen(ResultSet row, @Nullable String organisationId, Actor actor) throws SQLException {
        String wanted = organisationId == null ? Columns.text(row, "applicant") : organisationId;
        String sight = row.getString("sight");
        boolean hidden = sight != null && !PartnerSight.valueOf(sight).readsAll() && !actor.actsFor(wanted);
        return BidBudgets.of(row).stream()
                .filter(budget -> !hidden && budget.organisationId().equals(wanted))
                .toList();
    }
}
