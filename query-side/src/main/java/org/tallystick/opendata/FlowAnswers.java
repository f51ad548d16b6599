package org.tallystick.opendata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.LedgerReach;
import org.tallystick.ledger.Reached;
import org.tallystick.opendata.PublicQuery.FlowView;
import org.tallystick.opendata.PublicQuery.MoneyFlow;
import org.tallystick.opendata.PublicQuery.Station;
import org.tallystick.opendata.PublicQuery.Stream;
import org.tallystick.platform.Actor;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** The way of awarded money, by where each award's money came from; small streams are taken together. */
public final class FlowAnswers {

    private static final int MOST_STATIONS = 8;

    /** What streams: of each award, how much came from each contributor. */
    private static final String NOW = "(SELECT a.award_id, m.contributor, m.\"amountPence\" AS pence FROM award a"
            + " CROSS JOIN LATERAL jsonb_to_recordset(a.sources) AS m(contributor text, \"amountPence\" bigint)"
            + " WHERE a.state NOT IN ('DECLINED', 'EXPIRED', 'RESCINDED'))";

    private final DataSource source;
    private final LedgerReach reach;

    /** Over the read models of the schema its connections are in. */
    public FlowAnswers(DataSource source) {
        this.source = source;
        this.reach = new LedgerReach(source);
    }

    @QueryHandler
    FlowView flow(MoneyFlow query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        String fundId = query.fundId();
        if (fundId != null) {
            Rows.of(source, "fund f")
                    .with("me", actor.organisationId())
                    .with("id", fundId)
                    .where("f.fund_id = :id")
                    .where(Sight.funds(actor, "f.fund_id"))
                    .only("f.name", (row, _) -> row.getString("name"), "fund");
        }
        Reached then = query.at().equals(PointInTime.NOW) ? null : reach.reached("then", query.at());
        String flow = "SELECT a.award_id, m.contributor, a.fund_id AS fund, COALESCE(a.call_id, '') AS call,"
                + " a.recipient, m.pence FROM " + (then == null ? NOW : then.committed())
                + " m JOIN award a ON a.award_id = m.award_id WHERE m.pence > 0"
                + (fundId == null ? "" : " AND a.fund_id = :fund") + " AND " + Sight.TOLD;
        long number = rows("(SELECT DISTINCT award_id FROM (" + flow + ") f) n", fundId, then)
                .count();
        List<Stream> streams = rows("(" + grouped(flow) + ") s " + names(), fundId, then)
                .all(
                        "s.*, o.name AS contributor_name, f.name AS fund_name, c.title AS call_name,"
                                + " r.name AS recipient_name",
                        "s.pence DESC, 1, 2, 3, 4",
                        (row, _) -> stream(row));
        return new FlowView(number, streams);
    }

    private Rows rows(String from, @Nullable String fundId, @Nullable Reached then) {
        Rows rows = Rows.of(source, from).with("fund", Objects.requireNonNullElse(fundId, ""));
        return then == null ? rows : then.in(rows);
    }

    private static String grouped(String flow) {
        return "WITH flow AS (" + flow + ") SELECT " + largest("contributor") + ", " + largest("fund") + ", "
                + largest("call") + ", " + largest("recipient")
                + ", sum(pence)::bigint AS pence FROM flow GROUP BY 1, 2, 3, 4";
    }

    /** The station where it is one of the largest of its kind; all others are one. */
    private static String largest(String station) {
        return "CASE WHEN " + station + " IN (SELECT " + station + " FROM flow GROUP BY 1 ORDER BY sum(pence) DESC, 1"
                + " LIMIT " + MOST_STATIONS + ") THEN " + station + " ELSE '" + Station.OTHERS + "' END AS " + station;
    }

    private static String names() {
        return "LEFT JOIN organisation o ON o.organisation_id = s.contributor"
                + " LEFT JOIN fund f ON f.fund_id = s.fund LEFT JOIN grant_call c ON c.call_id = s.call"
                + " LEFT JOIN organisation r ON r.organisation_id = s.recipient";
    }

    private static Stream stream(ResultSet row) throws SQLException {
        return new Stream(
                station(row, "contributor"),
                station(row, "fund"),
                station(row, "call"),
                station(row, "recipient"),
                row.getLong("pence"));
    }

    private static Station station(ResultSet row, String kind) throws SQLException {
        String id = row.getString(kind);
        return new Station(id, Objects.requireNonNullElse(row.getString(kind + "_name"), id));
    }
}
