package org.tallystick.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.fund.FundQuery.Allocation;
import org.tallystick.fund.FundQuery.Balance;
import org.tallystick.fund.FundQuery.BurnPoint;
import org.tallystick.fund.FundQuery.Contribution;
import org.tallystick.fund.FundQuery.FreeMoney;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.fund.FundQuery.UnspentMoney;
import org.tallystick.ledger.Account;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;
import org.tallystick.platform.UkTime;
import tools.jackson.core.type.TypeReference;

/** Answers about funds; every sum is the ledger's. */
public final class FundAnswers {

    private static final String FROM = "fund f LEFT JOIN organisation o ON o.organisation_id = f.holder"
            + " LEFT JOIN LATERAL (SELECT"
            + " -COALESCE(sum(net_pence) FILTER (WHERE kind = 'CONTRIBUTOR'), 0) AS received,"
            + kind("AVAILABLE") + kind("ALLOCATED") + kind("COMMITTED") + kind("OBLIGATED") + kind("PAYABLE")
            + kind("RECEIVED").replace("AS received", "AS paid") + kind("RETURNED") + kind("LAPSED")
            + " count(*) FROM fund_balance b WHERE b.fund_id = f.fund_id) b ON true";
    private static final String SUMMARY = "f.*, COALESCE(o.name, f.holder) AS holder_name, b.*,"
            + " (SELECT COALESCE(sum(pledged_pence), 0)"
            + " FROM fund_contribution c WHERE c.fund_id = f.fund_id)::bigint"
            + " AS pledged, ARRAY(SELECT DISTINCT c.restriction FROM fund_contribution c"
            + " WHERE c.fund_id = f.fund_id ORDER BY 1) AS restrictions, (SELECT jsonb_agg(jsonb_build_object("
            + "'financialYear', y, 'restriction', r, 'amountPence', n) ORDER BY y, r)::text FROM (SELECT y, r, sum(n)"
            + " AS n FROM (SELECT financial_year AS y, restriction AS r, CASE WHEN debit_account = account"
            + " THEN amount_pence ELSE -amount_pence END AS n FROM posting, concat('fund:', f.fund_id, ':available')"
            + " account WHERE fund_id = f.fund_id AND account IN (debit_account, credit_account)"
            + " UNION ALL SELECT financial_year, restriction, greatest(pledged_pence - received_pence, 0)"
            + " FROM fund_contribution c WHERE c.fund_id = f.fund_id AND f.commit_against = 'PLEDGED') parts"
            + " GROUP BY y, r HAVING sum(n) <> 0) free) AS free";
    private static final TypeReference<List<FreeMoney>> FREE = new TypeReference<>() {};
    private static final String SEARCHED = "(f.fund_id = :search OR position(lower(:search) IN lower(f.name)) > 0"
            + " OR word_similarity(:search, f.name) >= 0.45)";
    private static final String BURN_DOWN = "date_trunc('month', effective_on)::date AS month,"
            + " sum(CASE WHEN event_type = 'fund.ContributionReceived' THEN amount_pence"
            + " WHEN event_type IN ('fund.ContributionReturned', 'fund.UnspentMoneyReturned') THEN -amount_pence"
            + " ELSE 0 END)::bigint AS received,"
            + " sum(CASE WHEN event_type = 'fund.MoneyCommitted' THEN amount_pence"
            + " WHEN event_type IN ('fund.CommitmentReleased', 'award.MoneyLapsed', 'award.InstalmentReduced', 'award.MoneyReturned')"
            + " THEN -amount_pence"
            + " ELSE 0 END)::bigint AS committed,"
            + " sum(CASE WHEN event_type = 'award.PaymentPaid' THEN amount_pence"
            + " WHEN event_type IN ('award.MoneyReturned', 'award.PaymentBounced') THEN -amount_pence"
            + " ELSE 0 END)::bigint AS paid";

    private static final String UNSPENT = "CASE WHEN :returned IN (debit_account, credit_account) THEN 'RETURNED'"
            + " ELSE 'LAPSED' END AS unspent, contributor, COALESCE(o.name, contributor) AS contributor_name,"
            + " financial_year, restriction,"
            + " sum(CASE WHEN debit_account IN (:returned, :lapsed) THEN amount_pence ELSE -amount_pence END)::bigint"
            + " AS amount_pence";

    private final DataSource source;
    private final Clock clock;

    /** Over the live read models. */
    public FundAnswers(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @QueryHandler
    Paged<FundSummary> funds(Funds query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return Rows.of(source, FROM)
                .with("me", actor.organisationId())
                .where(Sight.funds(actor, "f.fund_id"))
                .whereGiven(SEARCHED, "search", query.search())
                .page(
                        SUMMARY,
                        "lower(f.name), f.fund_id",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> summary(row));
    }

    @QueryHandler
    FundView fund(OneFund query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return Rows.of(source, FROM)
                .with("me", actor.organisationId())
                .with("id", query.fundId())
                .where("f.fund_id = :id")
                .where(Sight.funds(actor, "f.fund_id"))
                .only(SUMMARY, (row, _) -> view(row), "fund");
    }

    private FundView view(ResultSet row) throws SQLException {
        FundSummary summary = summary(row);
        return new FundView(
                summary,
                Columns.text(row, "purpose"),
                Columns.word(row, "draw_order", DrawOrder.class),
                Columns.word(row, "commit_against", CommitAgainst.class),
                contributions(summary.fundId()),
                allocations(summary.fundId()),
                unspent(summary.fundId()),
                burnDown(summary.fundId()));
    }

    private List<Contribution> contributions(String fundId) {
        return part("fund_contribution c LEFT JOIN organisation o ON o.organisation_id = c.contributor", fundId)
                .all(
                        "c.*, COALESCE(o.name, c.contributor) AS contributor_name",
                        "min(c.position) OVER (PARTITION BY c.contributor), c.contributor, c.financial_year, c.position",
                        (row, _) -> new Contribution(
                                Columns.text(row, "contributor"),
                                Columns.text(row, "contributor_name"),
                                Columns.year(row, "financial_year"),
                                Columns.text(row, "restriction"),
                                row.getLong("pledged_pence"),
                                row.getLong("received_pence")));
    }

    private List<Allocation> allocations(String fundId) {
        return part("fund_allocation a LEFT JOIN grant_call c USING (call_id)", fundId)
                .where("amount_pence <> 0")
                .all(
                        "a.*, COALESCE(c.title, call_id) AS title",
                        "call_id",
                        (row, _) -> new Allocation(
                                Columns.text(row, "call_id"), Columns.text(row, "title"), row.getLong("amount_pence")));
    }

    private List<UnspentMoney> unspent(String fundId) {
        return part("posting LEFT JOIN organisation o ON o.organisation_id = contributor", fundId)
                .with("returned", Account.returned(fundId))
                .with("lapsed", Account.lapsed(fundId))
                .where("(debit_account IN (:returned, :lapsed) OR credit_account IN (:returned, :lapsed))")
                .grouped(
                        UNSPENT,
                        "1, 2, 3, 4, 5 HAVING sum(CASE WHEN debit_account IN (:returned, :lapsed) THEN amount_pence"
                                + " ELSE -amount_pence END) <> 0 ORDER BY 1 DESC, 4, 3, 5",
                        (row, _) -> new UnspentMoney(
                                Columns.word(row, "unspent", Unspent.class),
                                Columns.text(row, "contributor"),
                                Columns.text(row, "contributor_name"),
                                Columns.year(row, "financial_year"),
                                Columns.text(row, "restriction"),
                                row.getLong("amount_pence")));
    }

    /** One point at the end of each month from the first movement on, the last of them today. */
    private List<BurnPoint> burnDown(String fundId) {
        LocalDate today = UkTime.dayOf(clock.instant());
        List<BurnPoint> months = part("posting", fundId)
                .with("today", today)
                .where("effective_on <= :today")
                .grouped(
                        BURN_DOWN,
                        "1 ORDER BY 1",
                        (row, _) -> new BurnPoint(
                                Columns.day(row, "month"),
                                row.getLong("received"),
                                row.getLong("committed"),
                                row.getLong("paid")));
        List<BurnPoint> points = new ArrayList<>();
        BurnPoint sum = new BurnPoint(today, 0, 0, 0);
        for (int i = 0; i < months.size(); i++) {
            YearMonth month = YearMonth.from(months.get(i).day());
            YearMonth next = i + 1 < months.size()
                    ? YearMonth.from(months.get(i + 1).day())
                    : YearMonth.from(today).plusMonths(1);
            sum = sum(sum, months.get(i));
            for (; month.isBefore(next); month = month.plusMonths(1)) {
                LocalDate end = month.atEndOfMonth();
                LocalDate day = end.isAfter(today) ? today : end;
                points.add(new BurnPoint(day, sum.receivedPence(), sum.committedPence(), sum.paidPence()));
            }
        }
        return points;
    }

    private static BurnPoint sum(BurnPoint some, BurnPoint more) {
        return new BurnPoint(
                more.day(),
                some.receivedPence() + more.receivedPence(),
                some.committedPence() + more.committedPence(),
                some.paidPence() + more.paidPence());
    }

    private Rows part(String table, String fundId) {
        return Rows.of(source, table).with("id", fundId).where("fund_id = :id");
    }

    private static String kind(String kind) {
        return " COALESCE(sum(net_pence) FILTER (WHERE kind = '" + kind + "'), 0) AS "
                + kind.toLowerCase(java.util.Locale.ROOT) + ",";
    }

    private static FundSummary summary(ResultSet row) throws SQLException {
        return new FundSummary(
                Columns.text(row, "fund_id"),
                Columns.text(row, "name"),
                Columns.text(row, "holder"),
                Columns.text(row, "holder_name"),
                Columns.word(row, "state", FundState.class),
                new Balance(
                        row.getLong("received"),
                        row.getLong("available"),
                        row.getLong("allocated"),
                        row.getLong("committed"),
                        row.getLong("obligated"),
                        row.getLong("payable"),
                        row.getLong("paid"),
                        row.getLong("returned"),
                        row.getLong("lapsed")),
                row.getLong("pledged"),
                Columns.texts(row, "restrictions"),
                row.getString("free") == null ? List.of() : Json.mapper().readValue(row.getString("free"), FREE));
    }
}
