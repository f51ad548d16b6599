package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes all read models again from the first event on, in a schema of their own, and compares every row. */
public final class ReplayBeside {

    private static final String SCHEMA = "replayed";
    /** What says how far a projection has come, and not what it has made. */
    private static final Set<String> NOT_MADE = Set.of("token_entry", "progress", "flyway_schema_history");

    private final TrialInstallation trial;

    /** Of an installation whose live read models have come to the end of the log. */
    public ReplayBeside(TrialInstallation trial) {
        this.trial = trial;
    }

    /** What was compared, and in which tables the live rows are not those that follow from the events. */
    public record Compared(long events, Set<String> tables, List<String> differences) {}

    /** Replays and compares; the schema is dropped then. */
    public Compared run() {
        DataSource source = trial.querySide(SCHEMA);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        try {
            new ReadModelMigration(source).migrate(SCHEMA);
            long events = replay(source);
            Set<String> tables = new TreeSet<>(jdbc.queryForList(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                            + " AND table_type = 'BASE TABLE'",
                    String.class,
                    SCHEMA));
            tables.removeAll(NOT_MADE);
            List<String> differences = new ArrayList<>();
            for (String table : tables) {
                long live = without(jdbc, ReadModelMigration.SCHEMA, SCHEMA, table);
                long replayed = without(jdbc, SCHEMA, ReadModelMigration.SCHEMA, table);
                if (live + replayed > 0) {
                    differences.add(
                            "%s: %d rows are live only, %d in the replay only".formatted(table, live, replayed));
                }
            }
            return new Compared(events, tables, differences);
        } finally {
            jdbc.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        }
    }

    private static long without(JdbcTemplate jdbc, String schema, String other, String table) {
        Long rows = jdbc.queryForObject(
                "SELECT count(*) FROM (TABLE %s.%s EXCEPT ALL TABLE %s.%s) AS rows"
                        .formatted(schema, table, other, table),
                Long.class);
        return rows == null ? 0 : rows;
    }

    /** By the way that every replay is made. */
    private static long replay(DataSource source) {
        long head = new SequencedLog(source).headPosition();
        ProjectionRun run = new ProjectionRun(source, QuerySide.projections(source), null);
        long position = 0;
        while (position < head) {
            position = run.next(head, _ -> {});
        }
        return position;
    }
}
