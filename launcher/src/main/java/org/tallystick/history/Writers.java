package org.tallystick.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A number of writers, each appending one event after the other to tallies of its own. */
final class Writers {

    /** One append. */
    interface Append {
        void at(String tallyId, long sequence) throws Exception;
    }

    /** What brings the clock to a stop: for example that all is sequenced. */
    interface Finish {
        void awaitAll(long appended) throws Exception;
    }

    private static final int NOTCHES = 10;

    private Writers() {}

    /** Appends a second, in the time until the last is finished. */
    static double rate(int writers, Duration time, Append append, Finish finish) throws Exception {
        long begun = System.nanoTime();
        long until = begun + time.toNanos();
        long appended = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                work.add(() -> write(until, append));
            }
            for (Future<Long> done : threads.invokeAll(work)) {
                appended += done.get();
            }
        }
        finish.awaitAll(appended);
        return appended * 1e9 / (System.nanoTime() - begun);
    }

    private static long write(long until, Append append) throws Exception {
        long appended = 0;
        String tally = UUID.randomUUID().toString();
        // Once at least, however slow the machine: nothing cannot be compared.
        do {
            append.at(tally, appended % NOTCHES);
            appended++;
            if (appended % NOTCHES == 0) {
                tally = UUID.randomUUID().toString();
            }
        } while (System.nanoTime() < until);
        return appended;
    }
}
