package org.tallystick.control;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.ControlQuery.LastRun;
import org.tallystick.control.ControlQuery.OpenException;
import org.tallystick.control.ControlQuery.Subject;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Rows;

/** What control tests found when they were run on schedule. It is beside the history, and made from no events. */
final class ControlRuns {

    private static final String EXCEPTION = """
            INSERT INTO audit.control_exception AS e (test, key, sentence, subject, subject_id, subject_name, positions,
                amount_pence, first_seen_at, first_run, last_run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (test, key) DO UPDATE SET sentence = excluded.sentence, subject_name = excluded.subject_name,
                positions = excluded.positions, amount_pence = excluded.amount_pence, last_run = excluded.last_run,
                first_seen_at = CASE WHEN e.gone_at IS NULL THEN e.first_seen_at ELSE excluded.first_seen_at END,
                first_run = CASE WHEN e.gone_at IS NULL THEN e.first_run ELSE excluded.first_run END,
                gone_at = NULL
            """;

    /** What these read models know of: those of a replay end before later runs. */
    private static final String KNOWN = "position <= (SELECT min(position) FROM progress)";

    private static final String BESIDE =
            "audit.control_exception e LEFT JOIN exception_explanation x ON x.test = e.test AND x.key = e.key";

    /** Found by the last run that these read models know of. */
    private static final String FOUND_LAST = "e.first_run IN (SELECT run_id FROM audit.control_run WHERE " + KNOWN
            + ") AND (e.gone_at IS NULL OR e.gone_at > (SELECT max(r.ran_at) FROM audit.control_run r"
            + " WHERE r.test = e.test AND " + KNOWN + "))";

    private final DataSource source;
    private final JdbcTemplate jdbc;

    ControlRuns(DataSource source) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
    }

    /** When a test was run last, whichever it was. */
    Optional<Instant> newest() {
        return Optional.ofNullable(jdbc.queryForObject("SELECT max(ran_at) FROM audit.control_run", Timestamp.class))
                .map(Timestamp::toInstant);
    }

    /** Each test's last run. */
    Map<ControlTest, LastRun> last() {
        Map<ControlTest, LastRun> last = new EnumMap<>(ControlTest.class);
        jdbc.query(
                "SELECT DISTINCT ON (test) test, ran_at, position, population, exceptions, new_exceptions"
                        + " FROM audit.control_run WHERE " + KNOWN + " ORDER BY test, run_id DESC",
                row -> {
                    last.put(
                            Columns.word(row, "test", ControlTest.class),
                            new LastRun(
                                    Columns.instant(row, "ran_at"),
                                    row.getLong("position"),
                                    row.getLong("population"),
                                    row.getLong("exceptions"),
                                    row.getLong("new_exceptions")));
                });
        return last;
    }

    /** Of each test how many of the exceptions that the last run still found are explained. */
    Map<ControlTest, Long> explained() {
        Map<ControlTest, Long> explained = new EnumMap<>(ControlTest.class);
        jdbc.query(
                "SELECT e.test, count(*) FROM " + BESIDE + " WHERE " + FOUND_LAST + " AND " + Explanations.HOLDS
                        + " GROUP BY e.test",
                row -> {
                    explained.put(Columns.word(row, "test", ControlTest.class), row.getLong("count"));
                });
        return explained;
    }

    /** Exceptions that the last run still found and nobody has explained as they are, the latest first. */
    Paged<OpenException> open(@Nullable ControlTest test, Paged.Request request) {
        return Rows.of(source, BESIDE)
                .where(FOUND_LAST)
                .where("NOT (" + Explanations.HOLDS + ")")
                .whereGiven("e.test = :test", "test", test)
                .page(
                        "e.*, " + Explanations.COLUMNS,
                        "e.first_seen_at DESC, e.positions[cardinality(e.positions)] DESC, e.test, e.key",
                        request,
                        (row, _) -> new OpenException(
                                Columns.word(row, "test", ControlTest.class),
                                Columns.instant(row, "first_seen_at"),
                                new Finding(
                                        Columns.text(row, "key"),
                                        Columns.text(row, "sentence"),
                                        Columns.word(row, "subject", Subject.class),
                                        Columns.text(row, "subject_id"),
                                        Columns.text(row, "subject_name"),
                                        List.of((Long[])
                                                row.getArray("positions").getArray()),
                                        row.getLong("amount_pence"),
                                        Explanations.of(row))));
    }

    /** Keeps how a test came out, and which of its exceptions are new, and which are no more. */
    void keep(ControlTest test, ControlRun.Outcome outcome, Instant at) {
        Timestamp now = Timestamp.from(at);
        long run = Objects.requireNonNull(jdbc.queryForObject(
                "INSERT INTO audit.control_run (test, position, ran_at, population, exceptions, new_exceptions)"
                        + " VALUES (?, ?, ?, ?, ?, 0) RETURNING run_id",
                Long.class,
                test.name(),
                outcome.position(),
                now,
                outcome.population(),
                outcome.exceptions()));
        outcome.findings().forEach(finding -> keep(test, finding, now, run));
        // Where there are more than are shown, it is not known which are no more.
        if (outcome.exceptions() <= outcome.findings().size()) {
            jdbc.update(
                    "UPDATE audit.control_exception SET gone_at = ?"
                            + " WHERE test = ? AND gone_at IS NULL AND last_run <> ?",
                    now,
                    test.name(),
                    run);
        }
        jdbc.update(
                "UPDATE audit.control_run SET new_exceptions = (SELECT count(*) FROM audit.control_exception"
                        + " WHERE first_run = ?) WHERE run_id = ?",
                run,
                run);
    }

    private void keep(ControlTest test, Finding finding, Timestamp now, long run) {
        jdbc.update(connection -> {
            Array positions =
                    connection.createArrayOf("bigint", finding.positions().toArray());
            PreparedStatement insert = connection.prepareStatement(EXCEPTION);
            Object[] values = {
                test.name(),
                finding.key(),
                finding.sentence(),
                finding.subject().name(),
                finding.subjectId(),
                finding.subjectName(),
                positions,
                finding.amountPence(),
                now,
                run,
                run
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            return insert;
        });
    }
}
