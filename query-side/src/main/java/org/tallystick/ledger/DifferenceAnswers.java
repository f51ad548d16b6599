package org.tallystick.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceBetween;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceBy;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceLine;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceView;
import org.tallystick.ledger.LedgerTimeQuery.EntriesBetween;
import org.tallystick.ledger.LedgerTimeQuery.EntryBetween;
import org.tallystick.ledger.LedgerTimeQuery.KnownEvent;
import org.tallystick.ledger.LedgerTimeQuery.LastKnown;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.NameAnswers;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;

/**
 * Answers about what is different between two points in time: an entry makes a difference where it counts at one of
 * them and not at the other.
 */
public final class DifferenceAnswers {

    private static final int MOST_EVENTS = 20;
    private static final String MONEY = "account NOT LIKE 'gap:%' AND account NOT LIKE 'unfunded:%'";

    private final DataSource source;
    private final LedgerReach reach;
    private final NameAnswers names;

    /** Two points that the ledger has come to, the earlier one first. */
    private record Between(Reached from, Reached to, boolean turned) {

        /** Whether an entry counts at the second point, where it counts at one of them only. */
        String added() {
            return to.counts("p");
        }

        String makesADifference() {
            return "(" + from.counts("p") + ") <> (" + to.counts("p") + ")";
        }

        Rows rows(DataSource source, String from) {
            return to.in(this.from.in(Rows.of(source, from)));
        }
    }

    /** Over the read models of the schema its connections are in. */
    public DifferenceAnswers(DataSource source) {
        this.source = source;
        this.reach = new LedgerReach(source);
        this.names = new NameAnswers(source);
    }

    @QueryHandler
    KnownEvent lastKnown(LastKnown query) {
        return reach.lastKnown(PointInTime.of(null, query.known()));
    }

    @QueryHandler
    DifferenceView difference(DifferenceBetween query) {
        DifferenceBy by = Objects.requireNonNullElse(query.by(), DifferenceBy.ACCOUNT);
        Between between = between(query.fromEffective(), query.fromKnown(), query.toEffective(), query.toKnown());
        Paged<DifferenceLine> lines = between.rows(source, lines(between, by))
                .page(
                        "*",
                        by == DifferenceBy.AWARD
                                ? "award_id COLLATE \"C\", account COLLATE \"C\""
                                : "account COLLATE \"C\"",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> line(row));
        return between.rows(source, sides(between))
                .where("before <> after")
                .all(
                        "count(*) / 2 AS entries, count(DISTINCT position) AS events, " + changed("debit", MONEY)
                                + " AS debit, " + changed("credit", MONEY) + " AS credit, "
                                + changed("debit", "NOT (" + MONEY + ")") + " AS memo",
                        "1",
                        (row, _) -> new DifferenceView(
                                reach.point(between.from()),
                                reach.point(between.to()),
                                between.turned(),
                                by,
                                row.getLong("entries"),
                                row.getLong("events"),
                                row.getLong("debit"),
                                row.getLong("credit"),
                                row.getLong("memo"),
                                lines))
                .getFirst();
    }

    @QueryHandler
    Paged<EntryBetween> entries(
            EntriesBetween query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        Between between = between(query.fromEffective(), query.fromKnown(), query.toEffective(), query.toKnown());
        Paged<EntryBetween> entries = between.rows(source, "posting p")
                .where(between.makesADifference())
                .whereGiven("(p.debit_account = :account OR p.credit_account = :account)", "account", query.account())
                .whereGiven("p.award_id = :award", "award", query.awardId())
                .page(
                        "p.*, (" + between.added() + ") AS added",
                        "p.position, p.line",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> new EntryBetween(JournalRow.line(row), row.getBoolean("added")));
        List<JournalLine> named = LedgerAnswers.named(
                entries.items().stream().map(EntryBetween::entry).toList(), names, actor);
        List<EntryBetween> items = IntStream.range(0, named.size())
                .mapToObj(i ->
                        new EntryBetween(named.get(i), entries.items().get(i).added()))
                .toList();
        return new Paged<>(items, entries.total(), entries.page(), entries.size());
    }

    private Between between(
            @Nullable LocalDate fromEffective,
            @Nullable String fromKnown,
            @Nullable LocalDate toEffective,
            @Nullable String toKnown) {
        Reached from = reach.reached("from", PointInTime.of(fromEffective, fromKnown, "fromKnown"), "fromKnown");
        Reached to = reach.reached("to", PointInTime.of(toEffective, toKnown, "toKnown"), "toKnown");
        boolean turned = to.isWithin(from) && !from.isWithin(to);
        return turned
                ? new Between(
                        new Reached("from", to.position(), to.effective()),
                        new Reached("to", from.position(), from.effective()),
                        true)
                : new Between(from, to, false);
    }

    /** Each account, or account of an award, that something happened to, though its balance may be the same. */
    private static String lines(Between between, DifferenceBy by) {
        boolean ofAwards = by == DifferenceBy.AWARD;
        String award = ofAwards ? "award_id" : "NULL::text";
        return "(SELECT " + award + " AS award_id, account,"
                + " COALESCE(sum(pence) FILTER (WHERE before), 0)::bigint AS before_pence,"
                + " COALESCE(sum(pence) FILTER (WHERE after), 0)::bigint AS after_pence, "
                + changed("debit", "TRUE") + " AS debit_pence, " + changed("credit", "TRUE") + " AS credit_pence,"
                + " count(*) FILTER (WHERE before <> after) AS entries,"
                + " array_agg(DISTINCT position ORDER BY position) FILTER (WHERE before <> after) AS events"
                + " FROM " + sides(between)
                + (ofAwards ? " WHERE award_id IS NOT NULL GROUP BY award_id, account" : " GROUP BY account")
                + " HAVING bool_or(before <> after)) d";
    }

    /** What was debited or credited: a credit that counts no more is a debit. */
    private static String changed(String side, String condition) {
        String sign = side.equals("debit") ? " = " : " <> ";
        return "COALESCE(sum(abs(pence)) FILTER (WHERE before <> after AND after" + sign + "(pence > 0) AND "
                + condition + "), 0)::bigint";
    }

    /** Both sides of every entry, and whether it counts at either point. */
    private static String sides(Between between) {
        return "(SELECT p.position, p.award_id, side.account, side.pence, ("
                + between.from().counts("p")
                + ") AS before, (" + between.to().counts("p") + ") AS after FROM posting p CROSS JOIN LATERAL (VALUES"
                + " (p.debit_account, p.amount_pence), (p.credit_account, -p.amount_pence)) side (account, pence)) s";
    }

    private static DifferenceLine line(ResultSet row) throws SQLException {
        Long[] events = (Long[]) row.getArray("events").getArray();
        return new DifferenceLine(
                row.getString("award_id"),
                Columns.text(row, "account"),
                row.getLong("before_pence"),
                row.getLong("debit_pence"),
                row.getLong("credit_pence"),
                row.getLong("after_pence"),
                row.getLong("entries"),
                List.of(events).subList(0, Math.min(MOST_EVENTS, events.length)));
    }
}
