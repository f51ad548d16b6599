package org.tallystick.verifier;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads the segments of a log with all processors, and gives them one after another in their order. */
final class Segments implements AutoCloseable {

    // More than these would not be faster, and their segments take memory.
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Pack pack;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    Segments(Pack pack) {
        this.pack = pack;
    }

    /** Gives every segment to a consumer, in order. */
    void each(Predicate<String> wanted, Consumer<Segment> consumer) {
        Deque<Future<Segment>> underway = new ArrayDeque<>();
        long count = Segment.count(pack.claims().size());
        for (long number = 0; number < count + THREADS; number++) {
            if (number < count) {
                long which = number;
                underway.add(submit(() -> Segment.read(pack, which, wanted)));
            }
            if (number >= THREADS) {
                consumer.accept(result(underway.remove()));
            }
        }
    }

    /** Has something done by another thread. */
    <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    /** What another thread has done. */
    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case IOException cause -> throw Unusable.damaged(cause);
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("It was stopped.", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
