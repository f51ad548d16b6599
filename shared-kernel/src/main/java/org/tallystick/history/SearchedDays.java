package org.tallystick.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that a text means, in the ways people write them; both null where it means none.
 *
 * @param from the first
 * @param until the last, which may be the same
 */
record SearchedDays(@Nullable LocalDate from, @Nullable LocalDate until) {

    private static final SearchedDays NONE = new SearchedDays(null, null);
    private static final Pattern BETWEEN = Pattern.compile("\\s+(?:to|until|till|and|-|–|—)\\s+|\\s*\\.\\.+\\s*");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern BRITISH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[\\s/.-]+(\\d{1,2}|[a-z]{3,9})[\\s/.,-]+(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("([a-z]{3,9})\\s+(\\d{4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern FINANCIAL_YEAR = Pattern.compile("(\\d{4})[-–/](\\d{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int APRIL = 4;
    private static final int CENTURY = 100;

    /** Reads a text in small letters: a day, a month, a financial year, or from one of them to another. */
    static SearchedDays of(String text) {
        String[] ends = BETWEEN.split(text.replaceFirst("^(from|between)\\s+", ""), 2);
        SearchedDays first = one(ends[0].strip());
        if (ends.length == 1) {
            return first;
        }
        SearchedDays last = one(ends[1].strip());
        if (first.from() == null || last.until() == null) {
            return NONE;
        }
        return first.from().isAfter(last.until())
                ? new SearchedDays(last.from(), first.until())
                : new SearchedDays(first.from(), last.until());
    }

    private static SearchedDays one(String text) {
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return day(iso.group(1), number(iso.group(2)), iso.group(3));
            }
            Matcher british = BRITISH.matcher(text);
            if (british.matches()) {
                return day(british.group(3), month(british.group(2)), british.group(1));
            }
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                return month(number(month.group(2)), month(month.group(1)));
            }
            return monthOrYear(text);
        } catch (DateTimeException noSuchDay) {
            return NONE;
        }
    }

    /** "2026-03" is a month; "2026-27" can be none and is the year from April. */
    private static SearchedDays monthOrYear(String text) {
        Matcher year = FINANCIAL_YEAR.matcher(text);
        if (year.matches() && number(year.group(2)) == (number(year.group(1)) + 1) % CENTURY) {
            LocalDate from = LocalDate.of(number(year.group(1)), APRIL, 1);
            return new SearchedDays(from, from.plusYears(1).minusDays(1));
        }
        Matcher month = ISO_MONTH.matcher(text);
        return month.matches() ? month(number(month.group(1)), number(month.group(2))) : NONE;
    }

    private static SearchedDays day(String year, int month, String day) {
        LocalDate one = LocalDate.of(number(year), month, number(day));
        return new SearchedDays(one, one);
    }

    private static SearchedDays month(int year, int month) {
        YearMonth one = YearMonth.of(year, month);
        return new SearchedDays(one.atDay(1), one.atEndOfMonth());
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0)) ? number(text) : MONTHS.indexOf(text.substring(0, 3)) + 1;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
