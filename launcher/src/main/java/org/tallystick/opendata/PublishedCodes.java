package org.tallystick.opendata;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the short codes of a register: currency, yes and no, durations, types of regrant. */
final class PublishedCodes {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0");
    private static final Pattern DURATION =
            Pattern.compile("(\\d{1,4})(?:\\.0+)?(?: ?(m|mo|mth|mths|month|months|y|yr|yrs|year|years))?");
    private static final int MOST_MONTHS = 1_200;

    /** The titles of the standard's code list regrantType, 1.4. */
    private static final Map<String, String> REGRANTS = Map.of(
            "common regrant", "FRG010",
            "transfer to intermediary", "FRG020",
            "match funding", "FRG030",
            "funder collaboration", "FRG040",
            "fiscal sponsor", "FRG050",
            "endowment", "FRG060",
            "multipurpose", "FRG070");

    private PublishedCodes() {}

    /** Whether a currency is the pound sterling. */
    static boolean pounds(String text) {
        String code = PublishedText.code(text).toUpperCase(Locale.ROOT);
        return code.equals("GBP") || code.equals("£");
    }

    /** Yes or no; null, with a note, for anything else. */
    static Understood<Boolean> yesOrNo(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean exact = text.equals("Yes") || text.equals("No");
        if (YES.contains(lower) || NO.contains(lower)) {
            return new Understood<>(YES.contains(lower), null, exact ? null : "This was read as Yes or No.");
        }
        return new Understood<>(null, null, "This is neither Yes nor No: it is left out.");
    }

    /** Months; null, with a note, where the text says none. */
    static Understood<Integer> months(String text) {
        Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return new Understood<>(null, null, "This is not a whole number of months: it is left out.");
        }
        String unit = matcher.group(2);
        int months = Integer.parseInt(matcher.group(1)) * (unit != null && unit.startsWith("y") ? 12 : 1);
        if (months < 1 || months > MOST_MONTHS) {
            return new Understood<>(null, null, "A grant lasts 1 to 1,200 months: this is left out.");
        }
        return new Understood<>(months, null, unit == null ? null : "The duration was written with its unit.");
    }

    /** A code of the list regrantType; null, with a note, where it is none. */
    static Understood<String> regrant(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (REGRANTS.containsValue(upper)) {
            return Understood.as(upper);
        }
        String code = REGRANTS.get(text.toLowerCase(Locale.ROOT));
        return code == null
                ? new Understood<>(null, null, "This is no code of the list regrantType: it is left out.")
                : Understood.as(code, "The type was given by its title.");
    }
}
