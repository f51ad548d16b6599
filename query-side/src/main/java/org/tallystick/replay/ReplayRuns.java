package org.tallystick.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.platform.Columns;

/**
 * Which process runs which replay. A run that its process has not been heard of for half a minute is taken over: what
 * it has done so far is kept, since each batch is written with its position.
 */
final class ReplayRuns {

    private static final long ONE_AT_A_TIME = 0x7461_6c6c_7265_706cL;
    private static final String HEARD_OF = "heard_at > clock_timestamp() - interval '30 seconds'";
    private static final int LONGEST_FAILURE = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Over connections in the schema of the live read models. */
    ReplayRuns(DataSource source, Clock clock) {
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.clock = clock;
    }

    /** A run that is this process's own to make. */
    record Run(
            long number,
            String replayId,
            ReplayScope scope,
            long upTo,
            @Nullable LocalDate effectiveUntil) {

        /** The schema it is made in. */
        String schema() {
            return schemaOf(number);
        }
    }

    /** The schema of a run. */
    static String schemaOf(long number) {
        return "replay_" + number;
    }

    /** Takes the next run that nobody else makes, unless so many are being made already. */
    Optional<Run> claim(String claimant, long most) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, ONE_AT_A_TIME);
            jdbc.update("INSERT INTO audit.replay_run (replay_id) SELECT replay_id FROM replay r"
                    + " WHERE state = 'REQUESTED'"
                    + " AND NOT EXISTS (SELECT FROM audit.replay_run n WHERE n.replay_id = r.replay_id)"
                    + " ORDER BY requested_at, replay_id");
            List<Run> next = jdbc.query(
                    "SELECT n.number, r.replay_id, r.scope, r.up_to, r.effective_until FROM audit.replay_run n"
                            + " JOIN replay r USING (replay_id) WHERE r.state = 'REQUESTED' AND n.finished_at IS NULL"
                            + " AND (n.claimed_by IS NULL OR NOT " + HEARD_OF + ")"
                            + " AND (SELECT count(*) FROM audit.replay_run WHERE claimed_by IS NOT NULL"
                            + " AND finished_at IS NULL AND " + HEARD_OF + ") < ? ORDER BY n.number LIMIT 1",
                    (row, _) -> run(row),
                    most);
            next.forEach(run -> jdbc.update(
                    "UPDATE audit.replay_run SET claimed_by = ?, heard_at = clock_timestamp(),"
                            + " began_at = clock_timestamp(), began_from = position WHERE number = ?",
                    claimant,
                    run.number()));
            return next.stream().findFirst();
        }));
    }

    /** Whether nobody has cancelled or dropped it. */
    boolean wanted(Run run) {
        return jdbc.queryForList("SELECT state FROM replay WHERE replay_id = ?", String.class, run.replayId())
                .contains(ReplayState.REQUESTED.name());
    }

    /**
     * Notes how far a run has come, in the transaction that is open on those connections.
     *
     * @throws ClaimLost where another process has taken it over
     */
    static void advance(JdbcTemplate jdbc, Run run, String claimant, long position) {
        int noted = jdbc.update(
                "UPDATE audit.replay_run SET position = ?, heard_at = clock_timestamp()"
                        + " WHERE number = ? AND claimed_by = ?",
                position,
                run.number(),
                claimant);
        if (noted == 0) {
            throw new ClaimLost(run);
        }
    }

    /** It has come to its end, or cannot. */
    void finish(Run run, String claimant, @Nullable String failure) {
        String said = failure == null || failure.length() <= LONGEST_FAILURE
                ? failure
                : failure.substring(0, LONGEST_FAILURE) + "…";
        jdbc.update(
                "UPDATE audit.replay_run SET finished_at = ?, failure = ?, claimed_by = NULL"
                        + " WHERE number = ? AND claimed_by = ?",
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                said,
                run.number(),
                claimant);
    }

    /** It is not this process's any more; another goes on where it stands. */
    void release(Run run, String claimant) {
        jdbc.update(
                "UPDATE audit.replay_run SET claimed_by = NULL WHERE number = ? AND claimed_by = ?",
                run.number(),
                claimant);
    }

    /** Deletes the schemas of runs that nobody wants any more and nobody is at work on, and says which. */
    List<String> deleteUnwanted() {
        List<Long> unwanted = jdbc.queryForList(
                "SELECT n.number FROM audit.replay_run n JOIN replay r USING (replay_id)"
                        + " WHERE r.state <> 'REQUESTED' AND NOT n.deleted AND (n.claimed_by IS NULL OR NOT " + HEARD_OF
                        + ")",
                Long.class);
        for (long number : unwanted) {
            jdbc.execute("DROP SCHEMA IF EXISTS " + schemaOf(number) + " CASCADE");
            jdbc.update("UPDATE audit.replay_run SET deleted = true, claimed_by = NULL WHERE number = ?", number);
        }
        return unwanted.stream().map(ReplayRuns::schemaOf).toList();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("number"),
                Columns.text(row, "replay_id"),
                Columns.word(row, "scope", ReplayScope.class),
                row.getLong("up_to"),
                Columns.dayOrNull(row, "effective_until"));
    }

    /** Another process thought this one dead. */
    static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClaimLost(Run run) {
            super("Another process goes on with the replay " + run.replayId() + ".");
        }
    }
}
