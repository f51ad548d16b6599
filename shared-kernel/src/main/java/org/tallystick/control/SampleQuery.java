package org.tallystick.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.ControlQuery.SignedAt;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;

/** What auditors choose to look at by hand: the same seed over the same history always chooses the same. */
public sealed interface SampleQuery {

    /** What is chosen from. */
    enum Population {
        PAYMENTS,
        AWARDS,
        POSTINGS
    }

    /**
     * How it is chosen.
     */
    enum Method {
        /** Each thing is as likely as any other: those with the lowest SHA-256 of seed, colon and key. */
        RANDOM,
        /** Each pound is as likely as any other: from a start within the interval, every interval's pound. */
        MONETARY_UNIT
    }

    /**
     * A sample.
     *
     * @param seed any number from 0; it decides what is chosen
     * @param size 1 to 500: how many are wanted
     * @param from only what took effect on this day or later
     * @param until only what took effect on this day or earlier
     */
    record SampleOf(
            Population population,
            Method method,
            long seed,
            int size,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements SampleQuery, Query<Sample> {

        /** The most that is chosen at once. */
        public static final int MOST = 500;

        public SampleOf {
            Require.given(population, "population");
            Require.given(method, "method");
            if (seed < 0) {
                throw Require.invalid("seed", "must not be below 0.");
            }
            Require.between(size, 1, MOST, "size");
            if (from != null && until != null && until.isBefore(from)) {
                throw Require.invalid("until", "must not be before the first day.");
            }
        }
    }

    /**
     * What was chosen.
     *
     * @param position of the history: everything up to there could be chosen, nothing after it
     * @param checkpoint the published checkpoint that covers the position, if there is one yet
     * @param population how many things there are
     * @param totalPence what they come to
     * @param intervalPence by money: a pound is looked at every so many; 0 else
     * @param startPence by money: the first of them, counted from 1; 0 else
     */
    record Sample(
            SampleOf asked,
            long position,
            @Nullable SignedAt checkpoint,
            Instant drawnAt,
            long population,
            long totalPence,
            long intervalPence,
            long startPence,
            List<Sampled> items) {}

    /**
     * Something chosen.
     *
     * @param hits how often it was: more than once where it is larger than the interval
     */
    record Sampled(Finding item, long hits) {}
}
