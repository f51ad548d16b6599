package org.tallystick.opendata;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.opendata.PublicQuery.FunderTotal;
import org.tallystick.opendata.PublicQuery.PublicTotals;
import org.tallystick.opendata.PublicQuery.Totals;
import org.tallystick.opendata.PublicQuery.YearTotal;
import org.tallystick.platform.Columns;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Progress;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;
import org.tallystick.platform.UkTime;
import org.tallystick.registry.ByAndFor;

/** Totals over all awards that came into being: those declined or rescinded are not among them. */
public final class PublicAnswers {

    private static final String SUMS = "count(*) AS awards, COALESCE(sum(a.awarded_pence), 0)::bigint AS awarded,"
            + " COALESCE(sum(a.paid_pence), 0)::bigint AS paid";

    private final DataSource source;
    private final Progress progress;
    private final Clock clock;

    /** Over the live read models. */
    public PublicAnswers(DataSource source, Progress progress, Clock clock) {
        this.source = source;
        this.progress = progress;
        this.clock = clock;
    }

    @QueryHandler
    PublicTotals totals(Totals query) {
        long position = progress.of("award");
        List<FunderTotal> funders = awards("LEFT JOIN organisation g ON g.organisation_id = a.funder")
                .grouped(
                        "a.funder, COALESCE(g.name, a.funder) AS name, " + SUMS,
                        "a.funder, g.name ORDER BY awarded DESC, a.funder",
                        (row, _) -> new FunderTotal(
                                Columns.text(row, "funder"),
                                Columns.text(row, "name"),
                                row.getLong("awards"),
                                row.getLong("awarded"),
                                row.getLong("paid")));
        List<YearTotal> years = awards("")
                .grouped(
                        "extract(year FROM a.awarded_on - interval '3 months')::integer AS year, " + SUMS,
                        "1 ORDER BY 1",
                        (row, _) -> new YearTotal(
                                new FinancialYear(row.getInt("year")),
                                row.getLong("awards"),
                                row.getLong("awarded"),
                                row.getLong("paid")));
        return awards("LEFT JOIN organisation o ON o.organisation_id = a.recipient")
                .with("today", UkTime.dayOf(clock.instant()))
                .only(
                        SUMS + ", count(DISTINCT a.recipient) AS organisations, COALESCE(sum(a.awarded_pence) FILTER"
                                + " (WHERE " + ByAndFor.holds("o") + "), 0)::bigint"
                                + " AS by_and_for",
                        (row, _) -> new PublicTotals(
                                position,
                                row.getLong("awards"),
                                row.getLong("organisations"),
                                row.getLong("awarded"),
                                row.getLong("paid"),
                                row.getLong("by_and_for"),
                                funders,
                                years),
                        "total");
    }

    private Rows awards(String join) {
        return Rows.of(source, "award a " + join)
                .where("a.state NOT IN ('DECLINED', 'EXPIRED', 'RESCINDED') AND " + Sight.TOLD);
    }
}
