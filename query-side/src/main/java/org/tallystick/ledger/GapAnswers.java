package org.tallystick.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.bid.GapCarrier;
import org.tallystick.ledger.LedgerQuery.Carried;
import org.tallystick.ledger.LedgerQuery.GapBy;
import org.tallystick.ledger.LedgerQuery.GapLine;
import org.tallystick.ledger.LedgerQuery.Gaps;
import org.tallystick.ledger.LedgerQuery.GapsView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** Answers about the gap between what work really costs and what is paid for it. */
public final class GapAnswers {

    private static final String SUMS = "count(*) AS awards, sum(g.awarded_pence)::bigint AS awarded_pence,"
            + " sum(g.full_cost_pence)::bigint AS full_cost_pence, "
            + Arrays.stream(GapCarrier.values())
                    .map(carrier -> "sum(g." + carrier + ")::bigint AS " + carrier)
                    .collect(Collectors.joining(", "));

    /** Whose gap it is; where there is none, whose award. */
    private static final String CARRYING = "COALESCE(gap.organisation_id, a.recipient)";

    private final DataSource source;

    /** Over the live read models. */
    public GapAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    GapsView gaps(Gaps query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        GapBy by = Objects.requireNonNullElse(query.by(), GapBy.AWARD);
        GapLine all = rows(onRecord(GapBy.AWARD, actor), actor)
                .all(SUMS + ", '' AS id, '' AS label", "1", GapAnswers::line)
                .getFirst();
        Paged<GapLine> lines = rows(grouped(by, actor), actor)
                .page(
                        "l.*",
                        "gap DESC, full_cost_pence DESC, id",
                        new Paged.Request(query.page(), query.size()),
                        GapAnswers::line);
        return new GapsView(by, all.awards(), all.awardedPence(), all.fullCostPence(), all.carried(), lines);
    }

    private Rows rows(String from, Actor actor) {
        return Rows.of(source, from).with("me", actor.organisationId());
    }

    /** A row for each award that came to something and has its full cost on record; or for each who carries its gap. */
    private static String onRecord(GapBy by, Actor actor) {
        String carried = Arrays.stream(GapCarrier.values())
                .map(carrier -> "COALESCE(sum(gap.amount_pence) FILTER (WHERE gap.carrier = '" + carrier
                        + "'), 0)::bigint AS " + carrier)
                .collect(Collectors.joining(", "));
        return "(SELECT a.award_id, a.awarded_pence, a.full_cost_pence, " + idOf(by) + " AS id, " + labelOf(by)
                + " AS label, " + carried + " FROM award a LEFT JOIN award_gap gap USING (award_id)"
                + " LEFT JOIN organisation r ON r.organisation_id = " + CARRYING
                + " LEFT JOIN organisation f ON f.organisation_id = a.funder"
                + " LEFT JOIN grant_call c ON c.call_id = a.call_id"
                + " WHERE a.full_cost_pence IS NOT NULL AND a.state NOT IN ('DECLINED', 'RESCINDED', 'EXPIRED') AND "
                + Sight.awardsInFull(actor, "a.fund_id", "a.recipient") + " GROUP BY a.award_id, id, label) g";
    }

    private static String grouped(GapBy by, Actor actor) {
        String gap = Arrays.stream(GapCarrier.values())
                .map(carrier -> "sum(g." + carrier + ")")
                .collect(Collectors.joining(" + "));
        return "(SELECT g.id, g.label, " + gap + " AS gap, " + SUMS + " FROM " + onRecord(by, actor)
                + " GROUP BY g.id, g.label) l";
    }

    private static String idOf(GapBy by) {
        return switch (by) {
            case AWARD -> "a.award_id";
            case ORGANISATION -> CARRYING;
            case FUNDER -> "a.funder";
            case CALL -> "COALESCE(a.call_id, '')";
        };
    }

    private static String labelOf(GapBy by) {
        return switch (by) {
            case AWARD -> "a.title";
            case ORGANISATION -> "COALESCE(r.name, " + CARRYING + ")";
            case FUNDER -> "COALESCE(f.name, a.funder)";
            case CALL -> "COALESCE(c.title, a.call_id, '')";
        };
    }

    private static GapLine line(ResultSet row, int number) throws SQLException {
        List<Carried> carried = new ArrayList<>();
        for (GapCarrier carrier : GapCarrier.values()) {
            long pence = row.getLong(carrier.name());
            if (pence > 0) {
                carried.add(new Carried(carrier, pence));
            }
        }
        return new GapLine(
                Columns.text(row, "id"),
                Columns.text(row, "label"),
                row.getLong("awards"),
                row.getLong("awarded_pence"),
                row.getLong("full_cost_pence"),
                carried);
    }
}
