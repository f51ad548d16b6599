package org.tallystick.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.SequencerSession.Round;
import org.tallystick.platform.SequencerSession.StreamPlace;

/**
 * Gives each committed event its position: dense, without gaps, and final. Every node runs one; a row lock on the head
 * lets one work at a time, and where one dies the next goes on.
 *
 * <p><b>Nothing is passed over.</b> A round takes every event above the low-water mark that has no position yet,
 * however late it was committed. So an event could only be lost below the mark, and the mark moves to an insertion
 * number <i>n</i> only when nothing numbered up to <i>n</i> can commit any more:
 *
 * <ol>
 *   <li>A transaction takes its transaction id before it draws an insertion number (see {@code next_insertion()}).
 *   <li>A round reads the last number drawn, <i>n</i>, and only then takes a transaction id <i>x</i> of its own. Ids
 *   are
 *       given out in ascending order, so every transaction with a number up to <i>n</i> has an id below <i>x</i>.
 *   <li>In a later round the snapshot of the scan itself shows that the oldest transaction still running is <i>x</i> or
 *       above. All those transactions have then ended, and what they committed was in that scan or has a position
 *       already. Where the scan was cut off by its limit, that holds up to the last row it returned.
 * </ol>
 *
 * <p>It must be a transaction id taken after the number was read, not the {@code xmax} of a snapshot: that one follows
 * the newest <i>finished</i> transaction, and a running one may have a higher id. <i>n</i> and <i>x</i> are kept in
 * memory, for the life of one connection, never in the database.
 *
 * <p><b>Order within an aggregate is kept</b>, because the writer of version n + 1 has seen n committed.
 */
public final class Sequencer implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Under load a moment's pause lets more commits share a round, and leaves them the processor. */
    private static final int BUSY_EVENTS = 4;

    private static final long BUSY_MILLIS = 4;
    /** Where no command waits for its position, only projections are a moment later. */
    private static final long SHORTEST_UNAWAITED_MILLIS = 8;

    private static final long LONGEST_UNAWAITED_MILLIS = 50;

    private record Waiter(StreamPlace place, CompletableFuture<Long> position) {}

    /**
     * How it is run.
     *
     * @param poll looks for events of other nodes at least so often
     * @param limit events in one round at most
     */
    public record Settings(Duration poll, int limit) {
        /** Polls every 200 ms; 2,000 events a round. */
        public static Settings standard() {
            return new Settings(Duration.ofMillis(200), 2_000);
        }
    }

    private final DataSource source;
    private final Settings settings;
    private final Semaphore signals = new Semaphore(0);
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile long head;
    private @Nullable Thread thread;

    /** A sequencer over a source of the command side's role; holds one connection of it for as long as it runs. */
    public Sequencer(DataSource source) {
        this(source, Settings.standard());
    }

    /** As above, with other settings. */
    public Sequencer(DataSource source, Settings settings) {
        this.source = source;
        this.settings = settings;
    }

    /** Says that something was committed; returns at once. */
    public void wake() {
        if (signals.availablePermits() == 0) {
            signals.release();
        }
    }

    /**
     * Waits until a committed event has its position, whichever node gives it.
     *
     * @return the position
     * @throws SequencingTimeout where it has none after the time-out; the event is stored nevertheless
     */
    public long awaitPosition(String aggregateId, long sequence, Duration timeout) {
        Waiter waiter = new Waiter(new StreamPlace(aggregateId, sequence), new CompletableFuture<>());
        waiters.add(waiter);
        wake();
        try {
            return waiter.position().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SequencingTimeout(aggregateId, sequence, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SequencingTimeout(aggregateId, sequence, timeout);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A position is never answered with a failure", e);
        } finally {
            waiters.remove(waiter);
        }
    }

    /** Age of the oldest committed event without a position, zero where there is none. One query. */
    public Duration oldestUnsequencedAge() {
        Long micros = new JdbcTemplate(source)
                .queryForObject(
                        "SELECT (extract(epoch FROM clock_timestamp() - min(e.recorded_at)) * 1000000)::bigint"
                                + " FROM history.event e"
                                + " WHERE e.insertion > (SELECT low_water FROM history.event_log_head)"
                                + " AND NOT EXISTS"
                                + " (SELECT FROM history.event_log l WHERE l.insertion = e.insertion"
                                + " AND l.insertion > (SELECT low_water FROM history.event_log_head))",
                        Long.class);
        return micros == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, micros) * 1_000);
    }

    /** The last position this node has seen, 0 before its first round. */
    public long headPosition() {
        return head;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("sequencer").start(this::run);
        }
    }

    /** Ends after the round in hand. */
    @Override
    public synchronized void stop() {
        running = false;
        wake();
        Thread stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(Duration.ofSeconds(10));
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

    /** Started before and stopped after what sends commands. */
    @Override
    public int getPhase() {
        return -1_000;
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (running) {
            long begun = head;
            try (SequencerSession session = new SequencerSession(source.getConnection(), settings.limit())) {
                sequence(session);
            } catch (Throwable e) { // whatever it was, events must go on being sequenced
                if (running) {
                    pause = head > begun ? SHORTEST_PAUSE : pause;
                    LOGGER.warn("Sequencing was interrupted and is taken up again in {} ms", pause.toMillis(), e);
                    backOff(pause);
                    pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
                }
            }
        }
    }

    /** Whatever is committed meanwhile: a fault that lasts must not be met again with each commit. */
    private void backOff(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        try {
            while (running && System.nanoTime() < until) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void sequence(SequencerSession session) throws SQLException, InterruptedException {
        while (running) {
            List<Waiter> before = List.copyOf(waiters);
            long begunNanos = System.nanoTime();
            Round round = session.round();
            head = round.head();
            answer(session, before, round.positions());
            if (round.cutOff()) {
                continue;
            }
            int found = round.positions().size();
            if (found > 0 && waiters.isEmpty()) {
                pauseUntilAwaited(System.nanoTime() - begunNanos);
            } else if (found >= BUSY_EVENTS) {
                Thread.sleep(BUSY_MILLIS);
            } else {
                await(settings.poll().toMillis());
            }
        }
    }

    /** A round's flush to disk holds up those of the writers: on a slow disk there are fewer rounds. */
    private void pauseUntilAwaited(long roundNanos) throws InterruptedException {
        long millis = TimeUnit.NANOSECONDS.toMillis(3 * roundNanos);
        long pause = Math.clamp(millis, SHORTEST_UNAWAITED_MILLIS, LONGEST_UNAWAITED_MILLIS);
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
        while (running && waiters.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(2);
        }
    }

    /**
     * Those who waited before the round began and weren't in it: their event has a position from before, or elsewhere.
     */
    private void answer(SequencerSession session, List<Waiter> before, Map<StreamPlace, Long> sequenced)
            throws SQLException {
        if (waiters.isEmpty()) {
            return;
        }
        Map<StreamPlace, Long> positions = new HashMap<>(sequenced);
        List<StreamPlace> missing = before.stream()
                .map(Waiter::place)
                .filter(place -> !positions.containsKey(place))
                .toList();
        if (!missing.isEmpty()) {
            positions.putAll(session.find(missing));
        }
        for (Waiter waiter : waiters) {
            Long position = positions.get(waiter.place());
            if (position != null) {
                waiter.position().complete(position);
            }
        }
    }

    private void await(long millis) {
        try {
            if (signals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                signals.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
