package org.tallystick.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days as people type them, in three fields or one: "22 November 2026", "22/11/2026", "2026-11-22". */
public final class DateText {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern BRITISH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[\\s/.-]+(\\d{1,2}|\\p{L}{3,9})[\\s/.,-]+(\\d{4})");
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private DateText() {}

    /**
     * Reads one field.
     *
     * @param text as typed
     * @param what the day as part of a sentence, such as "the day the money arrived"
     */
    public static Typed<LocalDate> parse(String text, String what) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return new Typed.Unclear<>("Enter " + what + ".");
        }
        Matcher iso = ISO.matcher(bare);
        if (iso.matches()) {
            return parse(iso.group(3), iso.group(2), iso.group(1), what);
        }
        Matcher british = BRITISH.matcher(bare);
        if (british.matches()) {
            return parse(british.group(1), british.group(2), british.group(3), what);
        }
        return unclear(what, "must be a date, like 22 November 2026 or 22/11/2026.");
    }

    /** Reads three fields; the month may be a number or a name. */
    public static Typed<LocalDate> parse(String day, String month, String year, String what) {
        if (day.isBlank() && month.isBlank() && year.isBlank()) {
            return new Typed.Unclear<>("Enter " + what + ".");
        }
        if (day.isBlank() || month.isBlank() || year.isBlank()) {
            String missing = day.isBlank() ? "a day" : month.isBlank() ? "a month" : "a year";
            return unclear(what, "must include " + missing + ".");
        }
        int yearNumber = number(year);
        if (yearNumber < EARLIEST_YEAR || yearNumber > LATEST_YEAR) {
            return unclear(what, "must have a year of four digits, like 2026.");
        }
        try {
            return new Typed.Read<>(LocalDate.of(yearNumber, monthNumber(month), number(day)));
        } catch (DateTimeException noSuchDay) {
            return unclear(what, "must be a real date, like 22 11 2026.");
        }
    }

    private static int monthNumber(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        return bare.length() >= 3 && !Character.isDigit(bare.charAt(0))
                ? MONTHS.indexOf(bare.substring(0, 3)) + 1
                : number(bare);
    }

    /** Zero, which is no day, month or year, for what is not a number of up to four digits. */
    private static int number(String text) {
        String bare = text.strip();
        return bare.matches("\\d{1,4}") ? Integer.parseInt(bare) : 0;
    }

    private static Typed<LocalDate> unclear(String what, String rest) {
        return new Typed.Unclear<>(Character.toUpperCase(what.charAt(0)) + what.substring(1) + " " + rest);
    }
}
