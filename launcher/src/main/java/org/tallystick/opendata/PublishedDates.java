package org.tallystick.opendata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days. The standard writes them YYYY-MM-DD or as a date-time; a day written with strokes, full stops or hyphens
 * is taken in the order of the United Kingdom, day before month, and one with the month in words as it stands.
 */
final class PublishedDates {

    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final String TIME = "(?:[T ] ?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?";
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})" + TIME + " ?(Z|z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern UK_ORDER = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})" + TIME + ")?");
    private static final Pattern IN_WORDS = Pattern.compile("(\\d{1,2})[ -]([A-Za-z]{3,9})(?:, | |-)(\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String WANTED = "This is not a date that can be read for certain: write it like 2024-03-31.";

    private PublishedDates() {}

    /** The day a text means; wrong, with the reason, where it means none or more than one. */
    static Understood<LocalDate> day(String text) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return iso(iso);
            }
            Matcher order = UK_ORDER.matcher(text);
            if (order.matches()) {
                if (order.group(5) != null) {
                    time(order, 5);
                }
                LocalDate day = LocalDate.of(number(order, 4), number(order, 3), number(order, 1));
                return Understood.as(day, "The date was read as day, month, year.");
            }
            Matcher words = IN_WORDS.matcher(text);
            int month = words.matches() ? month(words.group(2)) : 0;
            return month == 0
                    ? Understood.not(WANTED)
                    : Understood.as(
                            LocalDate.of(number(words, 3), month, number(words, 1)), "The date was written in words.");
        } catch (DateTimeException impossible) {
            return Understood.not("There is no such day or time in the calendar.");
        }
    }

    private static Understood<LocalDate> iso(Matcher iso) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        if (iso.group(4) == null) {
            return Understood.as(day);
        }
        LocalTime time = time(iso, 4);
        String zone = iso.group(7);
        ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone.toUpperCase(Locale.ROOT));
        // Midnight with any offset is a day in the clothes of a date-time; another hour is a moment, and the day it
        // fell on is that of the United Kingdom (23:00Z in summer is the next day there).
        if (zone == null || time.equals(LocalTime.MIDNIGHT)) {
            return Understood.as(day);
        }
        LocalDate here =
                OffsetDateTime.of(day, time, offset).atZoneSameInstant(UK).toLocalDate();
        return here.equals(day)
                ? Understood.as(day)
                : Understood.as(here, "The moment falls on another day in the United Kingdom than it is written with.");
    }

    private static LocalTime time(Matcher matcher, int group) {
        int second = matcher.group(group + 2) == null ? 0 : number(matcher, group + 2);
        return LocalTime.of(number(matcher, group), number(matcher, group + 1), second);
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            String full = Month.of(i + 1).name().toLowerCase(Locale.ROOT);
            if (lower.equals(MONTHS.get(i)) || lower.equals(full) || (i == 8 && lower.equals("sept"))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
