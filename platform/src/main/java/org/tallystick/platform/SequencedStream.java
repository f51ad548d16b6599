package org.tallystick.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way along the log. While there is more than a page to go, the next page is fetched as the present one is
 * being handled; at the end of the log nothing is asked of the database until the listener has seen it grow, or, in
 * case the listener can't, a second has gone by.
 */
final class SequencedStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Executor PREFETCH =
            task -> Thread.ofVirtual().name("log-prefetch").start(task);
    private static final long RECHECK_NANOS = Duration.ofSeconds(1).toNanos();

    private final SequencedEventSource source;
    private final LogListener listener;
    private final Queue<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private final Object grown = new Object();
    private volatile Runnable onAvailable = () -> {};
    private volatile boolean closed;
    private volatile long fetchedPosition;
    private volatile long fetchedAtNanos = System.nanoTime() - RECHECK_NANOS;
    private @Nullable CompletableFuture<List<SequencedEvent>> ahead;
    private final Runnable subscription = this::logHasGrown;

    SequencedStream(SequencedEventSource source, LogListener listener, long afterPosition) {
        this.source = source;
        this.listener = listener;
        this.fetchedPosition = afterPosition;
        listener.subscribe(subscription);
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.ofNullable(buffer.peek()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long until = System.nanoTime() + unit.toNanos(timeout);
        while (!fill()) {
            long leftNanos = until - System.nanoTime();
            if (leftNanos <= 0 || closed) {
                return false;
            }
            awaitGrowth(Math.min(leftNanos, RECHECK_NANOS));
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            synchronized (this) {
                TrackedEventMessage<?> next = fill() ? buffer.poll() : null;
                if (next != null) {
                    return next;
                }
            }
            if (closed) {
                throw new IllegalStateException("The stream is closed");
            }
            hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        listener.unsubscribe(subscription);
        synchronized (grown) {
            grown.notifyAll();
        }
    }

    /** Whether there is a message in the buffer, after fetching where it had run empty. */
    private synchronized boolean fill() {
        while (buffer.isEmpty() && !closed && mayHaveMore()) {
            List<SequencedEvent> page = nextPage();
            fetchedAtNanos = System.nanoTime();
            if (!page.isEmpty()) {
                fetchedPosition = page.getLast().position();
            }
            if (page.size() == source.pageSize()) {
                long after = fetchedPosition;
                ahead = CompletableFuture.supplyAsync(() -> source.page(after), PREFETCH);
            }
            // An upcaster may drop events, so a page can leave the buffer empty.
            buffer.addAll(source.messages(page));
        }
        return !buffer.isEmpty();
    }

    private boolean mayHaveMore() {
        return ahead != null
                || listener.head() > fetchedPosition
                || System.nanoTime() - fetchedAtNanos >= RECHECK_NANOS;
    }

    private List<SequencedEvent> nextPage() {
        CompletableFuture<List<SequencedEvent>> fetching = ahead;
        ahead = null;
        try {
            return fetching == null ? source.page(fetchedPosition) : fetching.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void awaitGrowth(long nanos) throws InterruptedException {
        synchronized (grown) {
            if (listener.head() <= fetchedPosition && !closed) {
                TimeUnit.NANOSECONDS.timedWait(grown, nanos);
            }
        }
    }

    /** The listener's head has grown before this is called, so whoever is woken here finds it when looking. */
    private void logHasGrown() {
        synchronized (grown) {
            grown.notifyAll();
        }
        onAvailable.run();
    }
}
