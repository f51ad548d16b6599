package org.tallystick.history;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.VerificationQuery.Verdict;
import org.tallystick.history.VerificationQuery.VerificationView;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Rows;

/** How the history came out each time it was verified. It is kept beside the history, and made from no events. */
public final class Verifications {

    private final DataSource source;
    private final Clock clock;

    /** Over the connections of a query side; a clock that stands in the past knows nothing of what came later. */
    public Verifications(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @QueryHandler
    Paged<VerificationView> all(VerificationQuery.Verifications query) {
        return Rows.of(source, "audit.verification")
                .with("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .where("verified_at <= :now")
                .page(
                        "*",
                        "number DESC",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> new VerificationView(
                                Columns.instant(row, "verified_at"),
                                row.getBoolean("asked_for"),
                                Columns.word(row, "verdict", Verdict.class),
                                row.getLong("position"),
                                row.getObject("wrong_position", Long.class),
                                Columns.text(row, "wrong")));
    }

    /** The newest, if the history was ever verified. */
    public Optional<VerificationView> newest() {
        return all(new VerificationQuery.Verifications(1, 1)).items().stream().findFirst();
    }

    /** Keeps how one came out. */
    public void keep(Verified verified, boolean askedFor) {
        Instant now = clock.instant();
        new JdbcTemplate(source)
                .update(
                        "INSERT INTO audit.verification (verified_at, asked_for, verdict, position, wrong_position, wrong)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        askedFor,
                        verified.verdict().name(),
                        verified.position(),
                        verified.wrongPosition(),
                        verified.wrong());
    }
}
