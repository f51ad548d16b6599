package org.tallystick.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.bid.BidQuery.Partnership;
import org.tallystick.bid.BidQuery.Partnerships;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;

/** Where an organisation takes part in bids that others lead, for its own people. */
public final class PartnershipAnswers {

    private static final String PARTNERSHIPS = "bid_partner q JOIN bid b USING (bid_id)"
            + " JOIN grant_call c USING (call_id) LEFT JOIN organisation o ON o.organisation_id = b.applicant";

    /** The next to close first; then those that it takes part in no more, the latest first. */
    private static final String ORDER =
            "CASE WHEN q.state IN ('INVITED', 'AGREED') THEN 1 ELSE 2 END, CASE WHEN c.state = 'OPEN' THEN c.closes_at END"
                    + " NULLS LAST, q.asked_since DESC";

    private final DataSource source;

    /** Over the live read models. */
    public PartnershipAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    Paged<Partnership> partnerships(
            Partnerships query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return Rows.of(source, PARTNERSHIPS)
                .with("me", actor.organisationId())
                .where("q.partner = :me")
                .page(
                        "q.*, b.call_id, b.applicant, COALESCE(o.name, b.applicant) AS lead_name, b.title,"
                                + " c.title AS call_title, c.state AS call_state, c.closes_at",
                        ORDER,
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> line(row));
    }

    private static Partnership line(ResultSet row) throws SQLException {
        PartnerState state = Columns.word(row, "state", PartnerState.class);
        return new Partnership(
                Columns.text(row, "bid_id"),
                Columns.text(row, "call_id"),
                Columns.text(row, "call_title"),
                Columns.word(row, "call_state", GrantCallState.class),
                Columns.instant(row, "closes_at"),
                Columns.text(row, "applicant"),
                Columns.text(row, "lead_name"),
                state.takesPart() ? Columns.text(row, "title") : "",
                Columns.text(row, "work"),
                state,
                Columns.text(row, "reason"));
    }
}
