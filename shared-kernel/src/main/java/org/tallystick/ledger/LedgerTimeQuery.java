package org.tallystick.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;

/** Questions about the ledger's two clocks: what was known when, and what is different between two points in time. */
public sealed interface LedgerTimeQuery {

    /**
     * The last event that was known at a point.
     *
     * @param known a position, a moment, or a day or a time in the United Kingdom; now, where it is not given
     */
    record LastKnown(@Nullable String known) implements LedgerTimeQuery, Query<KnownEvent> {
        public LastKnown {
            PointInTime.of(null, known);
        }
    }

    /** What the lines of a difference are about. */
    enum DifferenceBy {
        ACCOUNT,
        AWARD
    }

    /**
     * What is different between two points in time, in every account that something happened to; points that are given
     * the wrong way round are turned.
     *
     * @param fromKnown a position, a moment, or a day or a time in the United Kingdom; now, where it is not given
     * @param fromEffective the last effective date that counts at the first point; all, where it is not given
     * @param toKnown as {@code fromKnown}, of the second point
     * @param toEffective as {@code fromEffective}, of the second point
     * @param by lines for each account, which is so where nothing is said, or for each account of each award
     */
    record DifferenceBetween(
            @Nullable String fromKnown,
            @Nullable LocalDate fromEffective,
            @Nullable String toKnown,
            @Nullable LocalDate toEffective,
            @Nullable DifferenceBy by,
            int page,
            int size)
            implements LedgerTimeQuery, Query<DifferenceView> {
        public DifferenceBetween {
            PointInTime.of(fromEffective, fromKnown, "fromKnown");
            PointInTime.of(toEffective, toKnown, "toKnown");
        }
    }

    /**
     * The entries that make a difference, in the order of the history.
     *
     * @param account only those to or from this account
     * @param awardId only those about this award
     */
    record EntriesBetween(
            @Nullable String fromKnown,
            @Nullable LocalDate fromEffective,
            @Nullable String toKnown,
            @Nullable LocalDate toEffective,
            @Nullable String account,
            @Nullable String awardId,
            int page,
            int size)
            implements LedgerTimeQuery, Query<Paged<EntryBetween>> {
        public EntriesBetween {
            PointInTime.of(fromEffective, fromKnown, "fromKnown");
            PointInTime.of(toEffective, toKnown, "toKnown");
        }
    }

    /**
     * How money grew from one point in time to another, in even steps of both clocks: in a fund, or in all that the
     * asker sees.
     *
     * @param fromKnown before the first event, where neither it nor {@code fromEffective} is given; else as
     *     {@code toKnown}
     * @param fromEffective the last effective date that counts at the first point
     * @param toEffective the same at the last point; where only {@code fromEffective} is given, that of the latest
     *     entry
     * @param steps from one point to the next, 1 to 60; 0 means 12
     */
    record Growth(
            @Nullable String fundId,
            @Nullable String fromKnown,
            @Nullable LocalDate fromEffective,
            @Nullable String toKnown,
            @Nullable LocalDate toEffective,
            int steps)
            implements LedgerTimeQuery, Query<GrowthView> {
        public Growth {
            PointInTime.of(fromEffective, fromKnown, "fromKnown");
            PointInTime.of(toEffective, toKnown, "toKnown");
            steps = steps == 0 ? 12 : Require.between(steps, 1, 60, "steps");
        }
    }

    /**
     * The last event that counts at a point.
     *
     * @param position its place in the history; 0 where nothing was known yet
     * @param recordedAt when it was recorded; none at position 0
     */
    record KnownEvent(long position, @Nullable Instant recordedAt) {}

    /**
     * A point in time.
     *
     * @param known the last event that counts
     * @param effective the last effective date that counts; all where there is none
     */
    record Point(KnownEvent known, @Nullable LocalDate effective) {}

    /**
     * What is different.
     *
     * @param turned whether the points were given the wrong way round
     * @param entries that count at one of the points and not at the other
     * @param events that made them
     * @param debitPence what they debit to accounts of money, and credit to others
     * @param memoPence the same of what nobody pays for, which is no money
     * @param lines accounts, or accounts of awards, by name
     */
    record DifferenceView(
            Point from,
            Point to,
            boolean turned,
            DifferenceBy by,
            long entries,
            long events,
            long debitPence,
            long creditPence,
            long memoPence,
            Paged<DifferenceLine> lines) {}

    /**
     * What is different in an account. Balances are positive where the debit is the larger side.
     *
     * @param awardId only of what is about this award
     * @param afterPence {@code beforePence} with what was debited, without what was credited
     * @param entries that make the difference
     * @param events the positions of the first of the events that made them, at most 20
     */
    record DifferenceLine(
            @Nullable String awardId,
            String account,
            long beforePence,
            long debitPence,
            long creditPence,
            long afterPence,
            long entries,
            List<Long> events) {

        /** How much larger the balance is. */
        public long changePence() {
            return afterPence - beforePence;
        }
    }

    /**
     * An entry that makes a difference.
     *
     * @param added whether it counts at the second point and not at the first; the other way round else, as where the
     *     second looks at an earlier effective date
     */
    record EntryBetween(JournalLine entry, boolean added) {}

    /** How money grew. */
    record GrowthView(Point from, Point to, List<GrowthPoint> points) {}

    /**
     * How much money it was at a point.
     *
     * @param receivedPence what contributors had put in, without what went back to them
     * @param promisedPence what awards were to get or had got: committed, signed, payable and paid
     * @param paidPence what organisations had got of it, without what they sent back
     */
    record GrowthPoint(Point at, long receivedPence, long promisedPence, long paidPence) {}
}
