package org.tallystick.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears that the sequenced log has grown: one connection per process that listens, connects again when it is lost, and
 * looks at the head from time to time anyway, so that nothing depends on a notification arriving.
 *
 * <p>A notification is only a reason to look: its text isn't trusted, since every role of a database may send one. The
 * connection is held for good, so it must lead to PostgreSQL itself and not through a pooler in transaction mode.
 */
public final class LogListener implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(LogListener.class);
    private static final int SLICE_MILLIS = 100;
    private static final int NETWORK_TIMEOUT_MILLIS = 30_000;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final DataSource source;
    private final Duration poll;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile boolean running;
    private volatile long head;
    private @Nullable Thread thread;
    private long pauseMillis = SLICE_MILLIS;

    /** A listener that looks every second when it hears nothing. */
    public LogListener(DataSource source) {
        this(source, Duration.ofSeconds(1));
    }

    /** A listener that looks at least so often. */
    public LogListener(DataSource source, Duration poll) {
        this.source = source;
        this.poll = poll;
    }

    /** The last position known here; the log may have grown since. */
    public long head() {
        return head;
    }

    /** Calls back, on this listener's thread and after {@link #head()} has grown, each time the log is seen to grow. */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #subscribe} began. */
    public void unsubscribe(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("log-listener").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before and stopped after what reads the log. */
    @Override
    public int getPhase() {
        return -1_000;
    }

    private void run() {
        while (running) {
            try (Connection connection = source.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOGGER.warn(
                            "The connection that listens to the log was lost; connecting again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN event_log");
            while (running) {
                look(statement);
                pauseMillis = SLICE_MILLIS;
                awaitNotification(postgres);
            }
            statement.execute("UNLISTEN event_log");
        }
    }

    private void awaitNotification(PGConnection postgres) throws SQLException {
        long until = System.nanoTime() + poll.toNanos();
        while (running && System.nanoTime() < until) {
            var heard = postgres.getNotifications(SLICE_MILLIS);
            if (heard != null && heard.length > 0) {
                return;
            }
        }
    }

    private void look(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT position FROM history.event_log_head")) {
            if (row.next() && row.getLong(1) > head) {
                head = row.getLong(1);
                for (Runnable listener : listeners) {
                    call(listener);
                }
            }
        }
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOGGER.warn("What was told that the log has grown failed", e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
