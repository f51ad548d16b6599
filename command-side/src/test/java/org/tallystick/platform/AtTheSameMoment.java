package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets many threads do something at the same moment and says what each of them got. */
final class AtTheSameMoment {

    private AtTheSameMoment() {}

    /** What one of them got: an answer, or a refusal. */
    record Outcome<T>(
            @org.jspecify.annotations.Nullable T answer,
            @org.jspecify.annotations.Nullable Refusal refusal) {
        boolean succeeded() {
            return refusal == null;
        }
    }

    /** Every failure that is no refusal is a failure of the test. */
    static <T> List<Outcome<T>> run(int threads, IntFunction<Callable<T>> work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<Outcome<T>>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                Callable<T> mine = work.apply(i);
                running.add(executor.submit(() -> {
                    start.await();
                    return outcome(mine);
                }));
            }
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> one : running) {
                outcomes.add(one.get(2, TimeUnit.MINUTES));
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> Outcome<T> outcome(Callable<T> work) throws Exception {
        try {
            return new Outcome<>(work.call(), null);
        } catch (Rejection rejection) {
            return new Outcome<>(null, rejection.refusal());
        }
    }
}
