package org.tallystick.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.LedgerTimeQuery.Growth;
import org.tallystick.ledger.LedgerTimeQuery.GrowthPoint;
import org.tallystick.ledger.LedgerTimeQuery.GrowthView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Require;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** Answers about how money grew: the ledger is read once, and each entry counts from the first point that has it. */
public final class GrowthAnswers {

    private final DataSource source;
    private final LedgerReach reach;

    /** What an entry adds, from which step on. */
    private record Added(int step, String kind, long pence) {}

    /** Over the read models of the schema its connections are in. */
    public GrowthAnswers(DataSource source) {
        this.source = source;
        this.reach = new LedgerReach(source);
    }

    @QueryHandler
    GrowthView growth(Growth query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        if (query.fundId() != null) {
            rows("fund f", actor, query.fundId())
                    .where("f.fund_id = :fund AND " + Sight.funds(actor, "f.fund_id"))
                    .only("f.name", (row, _) -> row.getString("name"), "fund");
        }
        Reached to = to(query);
        List<Reached> points = points(from(query, to), to, query.steps());
        long[] received = new long[points.size()];
        long[] promised = new long[points.size()];
        long[] paid = new long[points.size()];
        for (Added added : added(points, query.fundId(), actor)) {
            switch (added.kind()) {
                case "contributor" -> received[added.step()] -= added.pence();
                case "received" -> {
                    promised[added.step()] += added.pence();
                    paid[added.step()] += added.pence();
                }
                default -> promised[added.step()] += added.pence();
            }
        }
        List<GrowthPoint> grown = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i > 0) {
                received[i] += received[i - 1];
                promised[i] += promised[i - 1];
                paid[i] += paid[i - 1];
            }
            grown.add(new GrowthPoint(reach.point(points.get(i)), received[i], promised[i], paid[i]));
        }
        return new GrowthView(grown.getFirst().at(), grown.getLast().at(), grown);
    }

    /** Where only the first point has an effective date, the last one has that of the latest entry. */
    private Reached to(Growth query) {
        LocalDate day = query.toEffective();
        if (day == null && query.fromEffective() != null) {
            day = Rows.of(source, "posting p")
                    .with("from", query.fromEffective())
                    .all("greatest(max(p.effective_on), :from) AS day", "1", (row, _) -> Columns.day(row, "day"))
                    .getFirst();
        }
        return reach.reached("to", PointInTime.of(day, query.toKnown(), "toKnown"), "toKnown");
    }

    private Reached from(Growth query, Reached to) {
        PointInTime asked = PointInTime.of(query.fromEffective(), query.fromKnown(), "fromKnown");
        LocalDate effective = asked.effective() == null ? to.effective() : asked.effective();
        long position =
                asked.known() != null ? reach.of(asked, "fromKnown") : asked.effective() == null ? 0 : to.position();
        Reached from = new Reached("from", position, effective);
        if (!from.isWithin(to)) {
            throw Require.invalid(
                    position > to.position() ? "fromKnown" : "fromEffective",
                    "must not be later than where the growth ends.");
        }
        return from;
    }

    /** The first, the last, and those between them in even steps. */
    private static List<Reached> points(Reached from, Reached to, int steps) {
        List<Reached> points = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            long position = from.position() + (to.position() - from.position()) * i / steps;
            points.add(new Reached("at", position, day(from.effective(), to.effective(), i, steps)));
        }
        return points;
    }

    private static @Nullable LocalDate day(@Nullable LocalDate from, @Nullable LocalDate to, int step, int steps) {
        return from == null || to == null ? null : from.plusDays(ChronoUnit.DAYS.between(from, to) * step / steps);
    }

    private List<Added> added(List<Reached> points, @Nullable String fundId, Actor actor) {
        String positions =
                points.stream().map(point -> Long.toString(point.position())).collect(array());
        String step = "width_bucket(p.position - 1, '" + positions + "'::bigint[])";
        if (points.getFirst().effective() != null) {
            String days = points.stream()
                    .map(point -> Long.toString(
                            Objects.requireNonNull(point.effective()).toEpochDay()))
                    .collect(array());
            step = "greatest(" + step + ", width_bucket(p.effective_on - DATE '1970-01-01' - 1, '" + days
                    + "'::int[]))";
        }
        String from = "(SELECT " + step + " AS step, CASE WHEN side.account LIKE 'contributor:%' THEN 'contributor'"
                + " ELSE split_part(side.account, ':', 3) END AS kind, side.pence FROM posting p CROSS JOIN LATERAL"
                + " (VALUES (p.debit_account, p.amount_pence), (p.credit_account, -p.amount_pence))"
                + " side (account, pence) WHERE side.account NOT LIKE 'gap:%' AND "
                + Sight.funds(actor, "p.fund_id") + (fundId == null ? "" : " AND p.fund_id = :fund") + ") s";
        return rows(from, actor, Objects.requireNonNullElse(fundId, ""))
                .where("kind IN ('contributor', 'committed', 'obligated', 'payable', 'received')")
                .where("step < " + points.size())
                .grouped(
                        "step, kind, sum(pence)::bigint AS pence",
                        "step, kind",
                        (row, _) -> new Added(row.getInt("step"), row.getString("kind"), row.getLong("pence")));
    }

    private static Collector<CharSequence, ?, String> array() {
        return Collectors.joining(",", "{", "}");
    }

    private Rows rows(String from, Actor actor, String fundId) {
        return Rows.of(source, from).with("me", actor.organisationId()).with("fund", fundId);
    }
}
