package org.tallystick.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.platform.Repeated;

/**
 * Runs all control tests every so many hours, with their standards, and keeps what they find. Of several query sides
 * one does so.
 */
public final class ControlSchedule extends Repeated {

    private static final Duration LOOK = Duration.ofMinutes(1);

    /** Any number that nothing else in the database locks. */
    private static final long LOCK = 7_106_402_553L;

    private final ControlRun live;
    private final ControlRuns runs;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate once;
    private final Clock clock;
    private final Duration every;
    private boolean begun;

    /** Over the live read models; every so often, or never where it is no time at all. */
    public ControlSchedule(DataSource source, Clock clock, Duration every) {
        super("control tests", LOOK, LOOK);
        this.live = new ControlRun(source);
        this.runs = new ControlRuns(source);
        this.jdbc = new JdbcTemplate(source);
        this.once = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.clock = clock;
        this.every = every;
    }

    /** Not while everything starts, but a while after. */
    @Override
    protected void once() {
        if (begun && !every.isZero()) {
            runDue();
        }
        begun = true;
    }

    /** Runs all of them now, unless somebody else does. */
    public void runNow() {
        runIf(Instant.MAX);
    }

    /** Runs them if the last time is so long ago. */
    void runDue() {
        runIf(clock.instant().minus(every));
    }

    private void runIf(Instant notSince) {
        once.executeWithoutResult(_ -> {
            boolean free = Boolean.TRUE.equals(
                    jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
            if (free && runs.newest().map(last -> !last.isAfter(notSince)).orElse(true)) {
                Instant now = clock.instant();
                for (ControlTest test : ControlTest.values()) {
                    outcome(test).ifPresent(outcome -> runs.keep(test, outcome, now));
                }
            }
        });
    }

    /** None where it did not come to an end: the others are kept all the same. */
    private Optional<ControlRun.Outcome> outcome(ControlTest test) {
        try {
            return Optional.of(live.of(test, OneControlTest.standard(test).parameters()));
        } catch (DataAccessException | TransactionException fault) {
            failed(fault);
            return Optional.empty();
        }
    }
}
