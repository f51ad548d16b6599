package org.tallystick.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/** Questions that auditors put to the history. */
public sealed interface ControlQuery {

    /** Every test with its result at a glance, as it was run on schedule last. */
    record ControlTests() implements ControlQuery, Query<List<TestGlance>> {}

    /**
     * Runs a test now, over all that the read models have.
     *
     * @param from only what took effect on this day or later
     * @param until only what took effect on this day or earlier
     * @param days where the test has it; none for its standard
     * @param limitPence where the test has it, in pence; none for its standard
     * @param percent where the test has it; none for its standard
     */
    record OneControlTest(
            ControlTest test,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long days,
            @Nullable Long limitPence,
            @Nullable Long percent)
            implements ControlQuery, Query<TestResult> {
        public OneControlTest {
            Require.given(test, "test");
            check(ControlParameter.Kind.DAYS, days);
            check(ControlParameter.Kind.LIMIT_PENCE, limitPence);
            check(ControlParameter.Kind.PERCENT, percent);
            if (from != null && until != null && until.isBefore(from)) {
                throw Require.invalid("until", "must not be before the first day.");
            }
        }

        /** With all its standards. */
        public static OneControlTest standard(ControlTest test) {
            return new OneControlTest(test, null, null, null, null, null);
        }

        /**
         * Refuses what the test does not have.
         *
         * @return the parameters of this run, with the standards of those that are not given
         */
        public Parameters parameters() {
            if (!test.hasDays() && (from != null || until != null)) {
                throw Rejection.of(
                        Refusal.INVALID, from == null ? "until" : "from", "This test looks at all there is.");
            }
            return new Parameters(
                    from,
                    until,
                    value(ControlParameter.Kind.DAYS, days),
                    value(ControlParameter.Kind.LIMIT_PENCE, limitPence),
                    value(ControlParameter.Kind.PERCENT, percent));
        }

        private @Nullable Long value(ControlParameter.Kind kind, @Nullable Long given) {
            Long standard = test.parameter(kind).map(ControlParameter::standard).orElse(null);
            if (standard == null && given != null) {
                throw Rejection.of(Refusal.INVALID, kind.field(), "This test has no " + kind.field() + " to set.");
            }
            return given == null ? standard : given;
        }

        private static void check(ControlParameter.Kind kind, @Nullable Long given) {
            if (given != null && (given < 0 || given > kind.most())) {
                throw Require.invalid(kind.field(), "must be between 0 and " + kind.most() + ".");
            }
        }
    }

    /**
     * Exceptions that the runs on schedule found, that are still there, and that nobody has explained as they are now;
     * the latest first; of one test or of all.
     */
    record OpenExceptions(@Nullable ControlTest test, int page, int size)
            implements ControlQuery, Query<Paged<OpenException>> {}

    /** An exception that is still there, and when it was found first. */
    record OpenException(ControlTest test, Instant firstSeenAt, Finding finding) {}

    /** What an exception is about, and has a page of its own. */
    enum Subject {
        EVENT,
        AWARD,
        ORGANISATION,
        FUND,
        CALL,
        BID
    }

    /**
     * A test in words, and how it came out last.
     *
     * @param address under which it is run: its last part
     * @param last none where it was not run on schedule yet
     * @param explained how many of the exceptions that are still there are explained
     */
    record TestGlance(
            ControlTest test,
            String address,
            String title,
            String rule,
            String basis,
            boolean prevented,
            List<ControlParameter> parameters,
            @Nullable LastRun last,
            long explained) {}

    /** How a test came out when it was run on schedule last. */
    record LastRun(Instant ranAt, long position, long population, long exceptions, long newExceptions) {}

    /**
     * How a test came out.
     *
     * @param position of the history it was run at: everything up to there was looked at, nothing after it
     * @param checkpoint the published checkpoint that covers the position, if there is one yet
     * @param population how many things were tested
     * @param exceptions how many exceptions there are
     * @param findings the exceptions, the latest first; at most 500
     */
    record TestResult(
            OneControlTest asked,
            Parameters parameters,
            long position,
            @Nullable SignedAt checkpoint,
            Instant ranAt,
            long population,
            long exceptions,
            List<Finding> findings) {}

    /** With what a test was run; none where the test has it not, or the days are open. */
    record Parameters(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long days,
            @Nullable Long limitPence,
            @Nullable Long percent) {}

    /** A published checkpoint. */
    record SignedAt(long size, String root, Instant signedAt) {}

    /**
     * An exception with its evidence.
     *
     * @param key by which it is the same one in the next run
     * @param sentence what was found
     * @param subjectName what the subject is called, or its id
     * @param positions of the events that show it
     * @param amountPence the money it is about; 0 where it is about none
     * @param explanation what an auditor said of it, if one did
     */
    record Finding(
            String key,
            String sentence,
            Subject subject,
            String subjectId,
            String subjectName,
            List<Long> positions,
            long amountPence,
            @Nullable Explanation explanation) {

        /** Whether it has an explanation that was given for all that shows it now. */
        public boolean isExplained() {
            return explanation != null && explanation.positions().containsAll(positions);
        }
    }

    /**
     * What an auditor said of an exception.
     *
     * @param position of the event that records it
     * @param positions of the events that showed the exception then
     */
    record Explanation(String words, String explainedBy, Instant explainedAt, long position, List<Long> positions) {}
}
