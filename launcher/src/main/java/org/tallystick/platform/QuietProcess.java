package org.tallystick.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.tallystick.history.HistoryQuery.LogState;
import org.tallystick.history.HistoryQuery.LogView;
import org.tallystick.history.HistoryQuery.ProjectionState;
import org.tallystick.history.HistoryQuery.SigningState;

/**
 * One side or both, without any endpoint, on an installation's data, for a command of the command line. Works beside
 * whoever serves from the same data.
 *
 * <p>Where the process is told to stop (Ctrl-C), it asks {@link #stopping()} to be looked at, and ends only when
 * what was begun has been ended and this is closed.
 */
public final class QuietProcess implements AutoCloseable {

    private static final int LONGEST_END_SECONDS = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Installation installation;
    private final ConfigurableApplicationContext context;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stopping");
    private volatile boolean stopping;

    private QuietProcess(Installation installation, ConfigurableApplicationContext context) {
        this.installation = installation;
        this.context = context;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The side that decides. */
    public static QuietProcess commandSide(@Nullable Path data) {
        return start(data, Processes.COMMAND_SIDE);
    }

    /** Both sides. */
    public static QuietProcess bothSides(@Nullable Path data) {
        return start(data, Processes.BOTH_SIDES);
    }

    private static QuietProcess start(@Nullable Path data, Processes sides) {
        Installation installation = Installation.beside(data);
        try {
            Map<String, Object> settings = new HashMap<>(installation.settings());
            settings.put("logging.level.root", "WARN");
            Settings read =
                    Settings.read(name -> settings.get(name) instanceof String value ? value : System.getenv(name));
            if (!installation.joined() && read.has(Setting.DB_OWNER_PASSWORD)) {
                HistoryMigration.run(read);
            }
            return new QuietProcess(installation, sides.startQuietly(settings));
        } catch (RuntimeException failed) {
            installation.close();
            throw failed;
        }
    }

    /** One of its parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * Waits until the read models have come to where the log ends now, whichever process brings them on.
     *
     * @return the position
     * @throws Refused where they do not get on for a minute
     */
    public long caughtUp() {
        QueryPort queries = part(QueryPort.class);
        LogView log = queries.ask(new LogState(), Actor.OPERATOR, 0);
        long sum = -1;
        long since = System.nanoTime();
        while (log.oldestUnsequencedMillis() > 0
                || log.projections().stream().anyMatch(projection -> projection.behind() > 0)) {
            long now = log.head()
                    + log.projections().stream()
                            .mapToLong(ProjectionState::position)
                            .sum();
            if (now != sum) {
                sum = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > LONGEST_PAUSE.toNanos()) {
                throw new Refused("The read models do not get on: " + log.projections() + ".");
            }
            pause();
            log = queries.ask(new LogState(), Actor.OPERATOR, 0);
        }
        return log.head();
    }

    /**
     * Waits until the read models have caught up, and the log is signed up to there and published.
     *
     * @return the position up to which it is published
     * @throws Refused where it is not within a minute, with what is known of the reason
     */
    public long signed() {
        long head = caughtUp();
        long since = System.nanoTime();
        while (true) {
            SigningState signing =
                    part(QueryPort.class).ask(new LogState(), Actor.OPERATOR, 0).signing();
            long published =
                    signing.checkpoint() == null ? 0 : signing.checkpoint().size();
            if (published >= head) {
                return published;
            }
            if (System.nanoTime() - since > LONGEST_PAUSE.toNanos()) {
                throw new Refused("The log is published up to position " + published + " of " + head
                        + ": look at the key it is signed with, and at its witnesses.");
            }
            pause();
        }
    }

    /** Whether it is time to end. */
    public boolean stopping() {
        return stopping;
    }

    @Override
    public void close() {
        context.close();
        installation.close();
        closed.countDown();
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.");
        }
    }

    private void stop() {
        stopping = true;
        try {
            closed.await(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }
}
