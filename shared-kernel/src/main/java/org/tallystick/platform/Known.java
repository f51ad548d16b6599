package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** How much of the history was known: all up to a position, or all that was recorded by a moment. */
public sealed interface Known {

    /** All events up to a position; 0 for none. */
    record AtPosition(long position) implements Known {
        @Override
        public String toString() {
            return Long.toString(position);
        }
    }

    /** All events up to the last one recorded at a moment or before. */
    record AtTime(Instant time) implements Known {
        @Override
        public String toString() {
            return time.toString();
        }
    }

    /**
     * Reads a position (1042), a moment (2026-03-31T13:05:00Z), a time in the United Kingdom (2026-03-31T14:05), or a
     * day there (2026-03-31), which is its end. Of a time that comes twice when the clocks go back it is the second.
     *
     * @param field the field that is at fault where it is none of them
     */
    static Known parse(String text, String field) {
        String bare = text.strip();
        if (bare.matches("\\d{1,18}")) {
            return new AtPosition(Long.parseLong(bare));
        }
        try {
            // In an address a plus sign is a space, where nobody wrote it as %2B.
            return new AtTime(time(bare.contains("T") ? bare.replace(' ', '+') : bare, field));
        } catch (DateTimeParseException none) {
            throw Require.invalid(
                    field,
                    "must be a position of the history such as 1042, a day such as 2026-03-31, or a time such as"
                            + " 2026-03-31T14:05.");
        }
    }

    /** All that was recorded by the end of a day. */
    static Known endOf(LocalDate day) {
        // The database keeps times to the microsecond.
        return new AtTime(day.plusDays(1).atStartOfDay(UkTime.ZONE).toInstant().minus(1, ChronoUnit.MICROS));
    }

    private static Instant time(String text, String field) {
        if (text.length() <= "2026-03-31".length()) {
            return ((AtTime) endOf(Require.date(LocalDate.parse(text), field))).time();
        }
        if (text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d")) {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            Require.date(UkTime.dayOf(instant), field);
            return instant;
        }
        LocalDateTime local = LocalDateTime.parse(text);
        Require.date(local.toLocalDate(), field);
        if (UkTime.ZONE.getRules().getValidOffsets(local).isEmpty()) {
            throw Require.invalid(field, "is a time that did not come: the clocks went forward.");
        }
        return local.atZone(UkTime.ZONE).withLaterOffsetAtOverlap().toInstant();
    }
}
