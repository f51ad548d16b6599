package org.tallystick.call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.tallystick.platform.Require;
import org.tallystick.platform.UkTime;

/**
 * When everything of a call happens; days in UK time.
 *
 * @param opensAt from when bids are taken
 * @param closesAt from when on no bid is taken any more; a millisecond earlier one still is
 * @param decidedBy the day by which it is decided
 * @param informedBy the day by which applicants hear, all together
 * @param startsFrom the earliest day an award begins
 */
public record Timetable(
        Instant opensAt, Instant closesAt, LocalDate decidedBy, LocalDate informedBy, LocalDate startsFrom) {

    /** A call is open for a day at least: nobody can bid in less. */
    public static final Duration SHORTEST_OPEN = Duration.ofDays(1);

    public Timetable {
        opensAt = Require.given(opensAt, "opensAt").truncatedTo(ChronoUnit.MILLIS);
        closesAt = Require.given(closesAt, "closesAt").truncatedTo(ChronoUnit.MILLIS);
        Require.date(UkTime.dayOf(opensAt), "opensAt");
        Require.date(UkTime.dayOf(closesAt), "closesAt");
        Require.date(decidedBy, "decidedBy");
        Require.date(informedBy, "informedBy");
        Require.date(startsFrom, "startsFrom");
        if (closesAt.isBefore(opensAt.plus(SHORTEST_OPEN))) {
            throw Require.invalid("closesAt", "must be at least a day after the call opens.");
        }
        requireInOrder(UkTime.dayOf(closesAt), decidedBy, "decidedBy", "the day the call closes");
        requireInOrder(decidedBy, informedBy, "informedBy", "the day it is decided");
        requireInOrder(informedBy, startsFrom, "startsFrom", "the day applicants hear");
    }

    private static void requireInOrder(LocalDate first, LocalDate second, String field, String what) {
        if (second.isBefore(first)) {
            throw Require.invalid(field, "must not be before " + what + ".");
        }
    }
}
