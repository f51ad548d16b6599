package org.tallystick.platform;

import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bounds on what comes in, checked when a command is made, so that no aggregate ever sees a malformed one. */
public final class Require {

    /** The largest sum the ledger takes in one posting: a hundred billion pounds, far from the bounds of a long. */
    public static final long MAXIMUM_PENCE = 10_000_000_000_000L;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private Require() {}

    /** An id: 1 to 100 letters, digits, dots, hyphens or underscores, starting with a letter or digit. */
    public static String id(@Nullable String value, String field) {
        String id = given(value, field);
        if (!ID.matcher(id).matches()) {
            throw invalid(field, "must be 1 to 100 letters, digits, dots, hyphens or underscores.");
        }
        return id;
    }

    /** A text of 1 to {@code longest} characters that is not blank, without control characters but line breaks. */
    public static String text(@Nullable String value, String field, int longest) {
        String text = given(value, field).strip();
        if (text.codePoints().allMatch(Require::isInvisible)) {
            throw invalid(field, "must not be empty.");
        }
        if (text.length() > longest) {
            throw invalid(field, "must be at most " + longest + " characters; it has " + text.length() + ".");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw invalid(field, "must not contain control characters.");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw invalid(field, "must not contain half a character: it could not be written down.");
        }
        return text;
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /** A text of one line: as {@link #text}, and every run of white space in it, line breaks too, is one space. */
    public static String line(@Nullable String value, String field, int longest) {
        return text(WHITE_SPACE.matcher(given(value, field)).replaceAll(" "), field, longest);
    }

    /** A line that may be left out: null and blank are the empty text. */
    public static String optionalLine(@Nullable String value, String field, int longest) {
        return value == null || value.isBlank() ? "" : line(value, field, longest);
    }

    /** A text that may be left out: null and blank are the empty text. */
    public static String optionalText(@Nullable String value, String field, int longest) {
        return value == null || value.isBlank() ? "" : text(value, field, longest);
    }

    /** A sum of more than zero and at most {@link #MAXIMUM_PENCE}. */
    public static long pence(long value, String field) {
        if (value < 1 || value > MAXIMUM_PENCE) {
            throw invalid(field, "must be between 1 penny and £100 billion.");
        }
        return value;
    }

    /** A sum of zero or more and at most {@link #MAXIMUM_PENCE}. */
    public static long penceOrZero(long value, String field) {
        return value == 0 ? 0 : pence(value, field);
    }

    /** A number within bounds, both included. */
    public static int between(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw invalid(field, "must be between " + least + " and " + most + ".");
        }
        return value;
    }

    /** A date between 1900 and 2200. */
    public static LocalDate date(@Nullable LocalDate value, String field) {
        LocalDate date = given(value, field);
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw invalid(field, "must be a date between 1900 and 2200.");
        }
        return date;
    }

    /** A date that may be left out; else as {@link #date}. */
    public static @Nullable LocalDate optionalDate(@Nullable LocalDate value, String field) {
        return value == null ? null : date(value, field);
    }

    /** Any value that must be there. */
    public static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw invalid(field, "is missing.");
        }
        return value;
    }

    /** A collection of some size, bounds included, without nulls. */
    public static <T> java.util.List<T> list(@Nullable Collection<T> value, String field, int least, int most) {
        Collection<T> items = given(value, field);
        if (items.size() < least || items.size() > most) {
            throw invalid(field, "must have between " + least + " and " + most + " entries.");
        }
        if (items.stream().anyMatch(java.util.Objects::isNull)) {
            throw invalid(field, "must not have empty entries.");
        }
        return java.util.List.copyOf(items);
    }

    /** A refusal that names the field and says what is wrong with it. */
    public static Rejection invalid(String field, String problem) {
        return Rejection.of(Refusal.INVALID, field, field + " " + problem);
    }
}
