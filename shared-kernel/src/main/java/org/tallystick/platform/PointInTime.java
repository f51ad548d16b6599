package org.tallystick.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a question is asked about, by two clocks: what had taken effect by a day, of what was known by then. They are
 * different questions, and together a third: what did we know on 31 March about what was true on 31 March?
 *
 * @param effective the last effective date that counts; all where there is none
 * @param known how much of the history counts; all of it where there is none
 */
public record PointInTime(
        @Nullable LocalDate effective, @Nullable Known known) {

    /** All that is known now, whenever it takes effect. */
    public static final PointInTime NOW = new PointInTime(null, null);

    /** From parameters. */
    public static PointInTime of(@Nullable LocalDate effective, @Nullable String known) {
        return of(effective, known, "known");
    }

    /** From parameters, of which the second has a name of its own. */
    public static PointInTime of(@Nullable LocalDate effective, @Nullable String known, String field) {
        return new PointInTime(effective, known == null || known.isBlank() ? null : Known.parse(known, field));
    }

    /**
     * From parameters that have two names each: a position is what was known, a date is when it took effect. Refuses
     * two names of one clock that say different things.
     */
    public static PointInTime of(
            @Nullable Long position, @Nullable LocalDate date, @Nullable LocalDate effective, @Nullable String known) {
        PointInTime given = of(effective == null ? date : effective, known);
        if (date != null && !date.equals(given.effective())) {
            throw Require.invalid("effective", "says another day than date: give one of them.");
        }
        if (position == null) {
            return given;
        }
        Known at = new Known.AtPosition(position);
        if (given.known() != null && !at.equals(given.known())) {
            throw Require.invalid("known", "says something else than position: give one of them.");
        }
        return new PointInTime(given.effective(), at);
    }

    /** What was known, as a parameter; none where it is all. */
    public @Nullable String knownText() {
        return known == null ? null : known.toString();
    }

    /** The same of what was known at a position. */
    public PointInTime knownAt(long position) {
        return new PointInTime(effective, new Known.AtPosition(position));
    }
}
