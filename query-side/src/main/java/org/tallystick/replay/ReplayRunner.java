package org.tallystick.replay;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;
import org.tallystick.ledger.LedgerProjection;
import org.tallystick.platform.Projection;
import org.tallystick.platform.ProjectionRun;
import org.tallystick.platform.ReadModelMigration;
import org.tallystick.platform.Repeated;
import org.tallystick.replay.ReplayRuns.ClaimLost;
import org.tallystick.replay.ReplayRuns.Run;

/**
 * Makes replays, one after another; a process may have several. It writes rows into a schema of the replay's own and
 * nothing else, over connections of its own, and rests between batches so that whoever works live is served first.
 */
public final class ReplayRunner extends Repeated {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(10);

    /** It rests a third of the time it works, but not longer than this. */
    private static final long LONGEST_REST_MILLIS = 200;

    private static final long WORK_PER_REST = 3;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Replays replays;
    private final ReplayRuns runs;
    private final Function<DataSource, List<Projection>> projections;
    private final String claimant;
    private final long mostAtOnce;

    /**
     * A runner.
     *
     * @param replays knows the connections to each replay
     * @param clock tells when one is done
     * @param projections all projections over connections
     * @param claimant its name among all runners of all processes
     * @param mostAtOnce no more replays are made at the same time, by all of them
     */
    public ReplayRunner(
            Replays replays,
            Clock clock,
            Function<DataSource, List<Projection>> projections,
            String claimant,
            long mostAtOnce) {
        super("replays", PAUSE, PAUSE_AFTER_FAULT);
        this.replays = replays;
        this.runs = new ReplayRuns(replays.live(), clock);
        this.projections = projections;
        this.claimant = claimant;
        this.mostAtOnce = mostAtOnce;
    }

    @Override
    protected void once() {
        runs.deleteUnwanted().forEach(replays::forget);
        runs.claim(claimant, mostAtOnce).ifPresent(this::run);
    }

    private void run(Run run) {
        try {
            if (replayed(run)) {
                runs.finish(run, claimant, null);
            } else {
                runs.release(run, claimant);
            }
        } catch (ClaimLost taken) {
            // Whoever has it goes on.
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException away) {
            // The database is away or busy: it is gone on with when nobody has heard of this run for a while.
            throw away;
        } catch (RuntimeException fault) {
            runs.finish(run, claimant, String.valueOf(fault.getMessage()));
            failed(fault);
        }
    }

    /** Whether it came to its end; not, where it is not wanted any more or this process stops. */
    private boolean replayed(Run run) {
        new ReadModelMigration(replays.live()).migrate(run.schema());
        try (HikariDataSource source = replays.connect(run.schema())) {
            List<Projection> all = run.scope() == ReplayScope.LEDGER
                    ? List.of(new LedgerProjection(source))
                    : projections.apply(source);
            ProjectionRun projected = new ProjectionRun(source, all, run.effectiveUntil());
            JdbcTemplate jdbc = new JdbcTemplate(source);
            long position = projected.position();
            while (position < run.upTo()) {
                if (!runs.wanted(run)) {
                    return false;
                }
                long began = System.nanoTime();
                position = projected.next(run.upTo(), at -> ReplayRuns.advance(jdbc, run, claimant, at));
                if (!rested(System.nanoTime() - began)) {
                    return false;
                }
            }
            return runs.wanted(run);
        }
    }

    private static boolean rested(long nanosOfWork) {
        try {
            Thread.sleep(Math.min(LONGEST_REST_MILLIS, nanosOfWork / NANOS_PER_MILLI / WORK_PER_REST));
            return true;
        } catch (InterruptedException stopped) {
            // Not kept: what is left to do is to let the run go, over a connection.
            return false;
        }
    }
}
