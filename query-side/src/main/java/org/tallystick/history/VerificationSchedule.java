package org.tallystick.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tallystick.history.VerificationQuery.Verdict;
import org.tallystick.history.VerificationQuery.VerificationView;
import org.tallystick.platform.Repeated;

/**
 * Verifies the whole history every so many hours, and every hour for as long as it does not come out good. Of several
 * query sides one does so.
 */
public final class VerificationSchedule extends Repeated {

    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofHours(1);

    /** Any number that nothing else in the database locks. */
    private static final long LOCK = 7_106_402_554L;

    private final DataSource source;
    private final Supplier<Optional<Verified>> verify;
    private final Verifications verifications;
    private final Clock clock;
    private final Duration every;
    private boolean begun;

    /**
     * Every so often, or never where it is no time at all.
     *
     * @param verify verifies now; nothing where no checkpoint is published that it could be verified against
     */
    public VerificationSchedule(DataSource source, Clock clock, Duration every, Supplier<Optional<Verified>> verify) {
        super("verification", LOOK, LOOK);
        this.source = source;
        this.verify = verify;
        this.verifications = new Verifications(source, clock);
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

    /** Verifies now, unless somebody else does. */
    public void runNow() {
        alone(this::run);
    }

    /** Verifies if the last time is so long ago. */
    void runDue() {
        alone(() -> {
            if (verifications.newest().map(this::isDue).orElse(true)) {
                run();
            }
        });
    }

    private boolean isDue(VerificationView last) {
        boolean good = last.verdict() == Verdict.GOOD;
        Duration wait = good || every.compareTo(SOON) < 0 ? every : SOON;
        Instant since = clock.instant().minus(wait);
        return !last.verifiedAt().isAfter(since);
    }

    private void run() {
        verify.get().ifPresent(verified -> verifications.keep(verified, false));
    }

    /** The lock is that of a connection of its own: what is done meanwhile has its own transactions. */
    private void alone(Runnable work) {
        try (Connection connection = source.getConnection()) {
            JdbcTemplate lock = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            if (Boolean.TRUE.equals(lock.queryForObject("SELECT pg_try_advisory_lock(?)", Boolean.class, LOCK))) {
                try {
                    work.run();
                } finally {
                    lock.queryForObject("SELECT pg_advisory_unlock(?)", Boolean.class, LOCK);
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No connection to verify beside", e);
        }
    }
}
