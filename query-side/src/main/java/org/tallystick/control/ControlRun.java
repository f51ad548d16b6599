package org.tallystick.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.ControlQuery.Parameters;
import org.tallystick.control.ControlQuery.Subject;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Progress;

/**
 * Runs control tests over one state of the read models of a schema, the live one or a replay's, and the events up to
 * where those have come. One run sees one moment: what is written meanwhile is not in it.
 */
final class ControlRun {

    /** How many exceptions are shown. */
    static final int MOST = 500;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
    private static final int SECONDS = 120;
    private static final String POSITION = "position";

    private final DataSource source;
    private final TransactionTemplate oneMoment;

    ControlRun(DataSource source) {
        this.source = source;
        this.oneMoment = new TransactionTemplate(new DataSourceTransactionManager(source));
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setReadOnly(true);
        oneMoment.setTimeout(SECONDS);
    }

    /** How a test came out. */
    record Outcome(long position, long population, long exceptions, List<Finding> findings) {}

    /** Runs a test, at the position that all read models have come to. */
    Outcome of(ControlTest test, Parameters given) {
        return Objects.requireNonNull(oneMoment.execute(_ -> run(test, given)));
    }

    /** Draws a sample, at the position that all read models have come to. */
    SampleRun.Drawn sample(SampleQuery.SampleOf asked) {
        return Objects.requireNonNull(oneMoment.execute(_ -> {
            Map<String, Object> values = values(asked.from(), asked.until());
            SampleRun.Drawn drawn = SampleRun.draw(JdbcClient.create(source), asked, values);
            return drawn.named(position(values), named(drawn.findings()));
        }));
    }

    private Map<String, Object> values(@Nullable LocalDate from, @Nullable LocalDate until) {
        Map<String, Long> reached = new Progress(source).all();
        Map<String, Object> values = new HashMap<>();
        values.put(POSITION, reached.isEmpty() ? 0L : Collections.min(reached.values()));
        values.put("beyond", reached.isEmpty() ? 0L : Collections.max(reached.values()));
        values.put("from", from == null ? FIRST : from);
        values.put("until", until == null ? LAST : until);
        return values;
    }

    private Outcome run(ControlTest test, Parameters given) {
        Map<String, Object> values = values(given.from(), given.until());
        values.put("days", number(given.days()));
        values.put("pence", number(given.limitPence()));
        values.put("percent", number(given.percent()));
        ControlSql sql = ControlSql.of(test);
        JdbcClient jdbc = JdbcClient.create(source);
        long population =
                jdbc.sql(sql.population()).params(values).query(Long.class).single();
        long[] total = new long[1];
        List<Finding> found = jdbc.sql(sql.exceptions()
                        .replace("-- found\n", "SELECT *, count(*) OVER () AS total FROM (\n")
                        .concat(") found ORDER BY positions[cardinality(positions)] DESC, key LIMIT " + MOST))
                .params(values)
                .query((row, _) -> {
                    total[0] = row.getLong("total");
                    return finding(row);
                })
                .list();
        return new Outcome(position(values), population, total[0], Explanations.beside(source, test, named(found)));
    }

    static Finding finding(ResultSet row) throws SQLException {
        Subject subject = Columns.word(row, "subject", Subject.class);
        String id = Columns.text(row, "subject_id");
        return new Finding(
                Columns.text(row, "key"),
                Columns.text(row, "sentence"),
                subject,
                id,
                place(subject, id),
                List.of((Long[]) row.getArray("positions").getArray()),
                row.getLong("pence"),
                null);
    }

    private static String place(Subject subject, String id) {
        return switch (subject) {
            case AWARD -> "{award:" + id + "}";
            case ORGANISATION -> "{organisation:" + id + "}";
            case FUND -> "{fund:" + id + "}";
            case CALL -> "{call:" + id + "}";
            case EVENT -> "Event " + id;
            case BID -> "Bid " + id;
        };
    }

    private List<Finding> named(List<Finding> found) {
        List<String> sentences = new ArrayList<>();
        found.forEach(finding -> {
            sentences.add(finding.sentence());
            sentences.add(finding.subjectName());
        });
        Places places = Places.of(source, sentences);
        return found.stream()
                .map(finding -> new Finding(
                        finding.key(),
                        places.filled(finding.sentence()),
                        finding.subject(),
                        finding.subjectId(),
                        places.filled(finding.subjectName()),
                        finding.positions(),
                        finding.amountPence(),
                        finding.explanation()))
                .toList();
    }

    private static long position(Map<String, Object> values) {
        return (long) Objects.requireNonNull(values.get(POSITION));
    }

    private static long number(@Nullable Long given) {
        return given == null ? 0 : given;
    }
}
