package org.tallystick.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the live read models again from the history, beside those that answer, and puts them in their place in one
 * moment: whoever asks meanwhile is answered from the old ones or from the new ones, never from half of them.
 */
public final class ReadModelRebuild {

    private static final String BESIDE = "read_rebuilt";
    private static final String BEFORE = "read_before";
    private static final int MOST_LOOKS = 1_200;
    private static final long PAUSE_MILLIS = 50;
    private static final long ONE_AT_A_TIME = 0x7461_6c6c_7265_626cL;

    private final DataSource live;
    private final Function<String, HikariDataSource> connections;
    private final Function<DataSource, List<Projection>> projections;

    /**
     * Of one database.
     *
     * @param live connections in the schema of the live read models
     * @param connections opens connections of the query side in a schema
     * @param projections all projections over connections
     */
    public ReadModelRebuild(
            DataSource live,
            Function<String, HikariDataSource> connections,
            Function<DataSource, List<Projection>> projections) {
        this.live = live;
        this.connections = connections;
        this.projections = projections;
    }

    /**
     * Makes them again; those that project into them meanwhile go on where the new ones are.
     *
     * @param told is told now and then which position of how many has been reached
     * @return the position at which they took their place
     * @throws Rejection where somebody else is doing this
     */
    public long run(BiConsumer<Long, Long> told) {
        try (HikariDataSource guarding = connections.apply(ReadModelMigration.SCHEMA)) {
            TransactionTemplate guarded = new TransactionTemplate(new JdbcTransactionManager(guarding));
            JdbcTemplate guard = new JdbcTemplate(guarding);
            return Objects.requireNonNull(guarded.execute(_ -> {
                if (!Boolean.TRUE.equals(
                        guard.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, ONE_AT_A_TIME))) {
                    throw Rejection.of(Refusal.WRONG_STATE, "Somebody else is making the read models again.");
                }
                return rebuilt(
                        told, Objects.requireNonNull(guard.queryForObject("SELECT pg_backend_pid()", Integer.class)));
            }));
        }
    }

    private long rebuilt(BiConsumer<Long, Long> told, Integer ownConnection) {
        JdbcTemplate jdbc = new JdbcTemplate(live);
        // What a killed one left behind.
        drop(jdbc, BESIDE);
        drop(jdbc, BEFORE);
        new ReadModelMigration(live).migrate(BESIDE);
        long position;
        try (HikariDataSource source = connections.apply(BESIDE)) {
            ProjectionRun run = new ProjectionRun(source, projections.apply(source), null);
            SequencedLog log = new SequencedLog(source);
            long head = log.headPosition();
            for (position = run.position(); position < head; head = log.headPosition()) {
                position = run.next(head, _ -> {});
                told.accept(position, head);
            }
            position = swap(source, run, log);
        }
        if (othersHaveGoneOn(jdbc, ownConnection)) {
            drop(jdbc, BEFORE);
        }
        return position;
    }

    /**
     * Nobody projects while this takes the last few events up and changes the names. Claims on the projections are
     * taken along; a token that lags behind its position has events offered again, which are then left out.
     */
    private static long swap(HikariDataSource source, ProjectionRun run, SequencedLog log) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        Progress progress = new Progress(source);
        return Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> {
            progress.lockAll();
            long head = log.headPosition();
            long position = run.position();
            while (position < head) {
                position = run.next(head, _ -> {});
            }
            jdbc.update("INSERT INTO token_entry SELECT * FROM " + ReadModelMigration.SCHEMA + ".token_entry");
            jdbc.execute("ALTER SCHEMA " + ReadModelMigration.SCHEMA + " RENAME TO " + BEFORE);
            jdbc.execute("ALTER SCHEMA " + BESIDE + " RENAME TO " + ReadModelMigration.SCHEMA);
            // Here nothing may be forgotten that is said to have been done.
            jdbc.execute("SET LOCAL synchronous_commit TO on");
            return position;
        }));
    }

    /**
     * Waits until whoever had begun before the names changed has ended: one that had used an old table might want
     * another of them. Where one takes too long the old tables stay, for the next to delete.
     */
    private static boolean othersHaveGoneOn(JdbcTemplate jdbc, Integer ownConnection) {
        OffsetDateTime changed = jdbc.queryForObject("SELECT clock_timestamp()", OffsetDateTime.class);
        for (int look = 0; look < MOST_LOOKS; look++) {
            Long before = jdbc.queryForObject(
                    "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user AND xact_start <= ?"
                            + " AND pid NOT IN (pg_backend_pid(), ?)",
                    Long.class,
                    changed,
                    ownConnection);
            if (before != null && before == 0) {
                return true;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException inAHurry) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static void drop(JdbcTemplate jdbc, String schema) {
        jdbc.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }
}
