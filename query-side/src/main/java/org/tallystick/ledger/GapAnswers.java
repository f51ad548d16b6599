package org.tallystick.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.bid.GapCarrier;
import org.tallystick.ledger.GapQuery.Carried;
import org.tallystick.ledger.GapQuery.GapBy;
import org.tallystick.ledger.GapQuery.GapLine;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.GapQuery.GapsView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
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

    private static final String CAME_TO_SOMETHING = "a.state NOT IN ('DECLINED', 'RESCINDED', 'EXPIRED')";

    private final DataSource source;
    private final LedgerReach reach;

    /** Awards, and what is carried of each, as they are or as they were. */
    private record Tables(String award, String gap, Consumer<Rows> values) {
        static final Tables NOW =
                new Tables("(SELECT * FROM award a WHERE " + CAME_TO_SOMETHING + ")", "award_gap", _ -> {});

        static Tables then(Reached then) {
            return new Tables(awardsThen(then), gapsThen(then), then::in);
        }
    }

    /** Over the read models of the schema its connections are in. */
    public GapAnswers(DataSource source) {
        this.source = source;
        this.reach = new LedgerReach(source);
    }

    @QueryHandler
    GapsView gaps(Gaps query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        GapBy by = Objects.requireNonNullElse(query.by(), GapBy.AWARD);
        Tables tables =
                query.at().equals(PointInTime.NOW) ? Tables.NOW : Tables.then(reach.reached("then", query.at()));
        GapLine all = rows(onRecord(GapBy.AWARD, actor, tables), actor, tables)
                .all(SUMS + ", '' AS id, '' AS label", "1", GapAnswers::line)
                .getFirst();
        Paged<GapLine> lines = rows(grouped(by, actor, tables), actor, tables)
                .page(
                        "l.*",
                        "gap DESC, full_cost_pence DESC, id",
                        new Paged.Request(query.page(), query.size()),
                        GapAnswers::line);
        return new GapsView(by, all.awards(), all.awardedPence(), all.fullCostPence(), all.carried(), lines);
    }

    private Rows rows(String from, Actor actor, Tables tables) {
        Rows rows = Rows.of(source, from).with("me", actor.organisationId());
        tables.values().accept(rows);
        return rows;
    }

    /** What was committed then; a full cost is recorded together with the commitment. */
    private static String awardsThen(Reached then) {
        return "(SELECT a.award_id, a.fund_id, a.call_id, a.recipient, a.funder, a.title, m.awarded_pence,"
                + " cost.full_cost_pence FROM award a JOIN (SELECT award_id, sum(pence)::bigint AS awarded_pence FROM "
                + then.committed() + " c GROUP BY award_id HAVING sum(pence) > 0) m ON m.award_id = a.award_id"
                + " CROSS JOIN LATERAL (SELECT (convert_from(e.payload, 'UTF8')::jsonb ->> 'fullCostPence')::bigint"
                + " AS full_cost_pence FROM history.event e JOIN history.event_log l ON l.insertion = e.insertion"
                + " WHERE e.aggregate_id = a.award_id AND e.type = 'award.GapRecorded'"
                + " AND l.position <= :then_position ORDER BY l.position DESC LIMIT 1) cost)";
    }

    private static String gapsThen(Reached then) {
        return "(SELECT p.award_id, p.organisation_id, upper(replace(split_part(side.account, ':', 3), '-', '_')) AS"
                + " carrier, sum(side.pence)::bigint AS amount_pence FROM posting p CROSS JOIN LATERAL (VALUES"
                + " (p.debit_account, p.amount_pence), (p.credit_account, -p.amount_pence)) side (account, pence)"
                + " WHERE side.account LIKE 'gap:%' AND " + then.counts("p") + " GROUP BY 1, 2, 3"
                + " HAVING sum(side.pence) > 0)";
    }

    /** A row for each award that came to something and has its full cost on record; or for each who carries its gap. */
    private static String onRecord(GapBy by, Actor actor, Tables tables) {
        String carried = Arrays.stream(GapCarrier.values())
                .map(carrier -> "COALESCE(sum(gap.amount_pence) FILTER (WHERE gap.carrier = '" + carrier
                        + "'), 0)::bigint AS " + carrier)
                .collect(Collectors.joining(", "));
        return "(SELECT a.award_id, a.awarded_pence, a.full_cost_pence, " + idOf(by) + " AS id, " + labelOf(by)
                + " AS label, " + carried + " FROM " + tables.award() + " a LEFT JOIN " + tables.gap()
                + " gap USING (award_id)"
                + " LEFT JOIN organisation r ON r.organisation_id = " + CARRYING
                + " LEFT JOIN organisation f ON f.organisation_id = a.funder"
                + " LEFT JOIN grant_call c ON c.call_id = a.call_id"
                + " WHERE a.full_cost_pence IS NOT NULL AND "
                + Sight.awardsInFull(actor, "a.fund_id", "a.recipient")
                + " GROUP BY a.award_id, a.awarded_pence, a.full_cost_pence, id, label) g";
    }

    private static String grouped(GapBy by, Actor actor, Tables tables) {
        String gap = Arrays.stream(GapCarrier.values())
                .map(carrier -> "sum(g." + carrier + ")")
                .collect(Collectors.joining(" + "));
        return "(SELECT g.id, g.label, " + gap + " AS gap, " + SUMS + " FROM " + onRecord(by, actor, tables)
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
