package org.tallystick.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a text can mean to somebody who searches; several readings may fit at once, and each is looked for.
 *
 * @param text as typed
 * @param position it can be of an event: "1042", "1,042", "#1042"
 * @param amountPence it can be a sum: "1,250.00", "£1250"; a whole number is pounds
 * @param from the first of the days it can mean: "31 March 2026", "31/3/2026", "March 2026", "2026-27", "1 May 2026 to
 *     9 May 2026"
 * @param until the last of them
 * @param eventId it can be, or empty
 * @param leafHash it can be, in small hex digits, or empty
 * @param references what the bank may have written: letters and digits alone, each with at least one digit
 */
public record SearchedFor(
        String text,
        @Nullable Long position,
        @Nullable Long amountPence,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String eventId,
        String leafHash,
        List<String> references) {

    private static final Pattern POSITION = Pattern.compile("#?(\\d{1,3}(?:,\\d{3})+|\\d{1,15})");
    private static final Pattern SUM = Pattern.compile("£?(\\d{1,3}(?:,\\d{3})+|\\d{1,11})(?:\\.(\\d{2}))?");
    private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LEAF_HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int PENCE = 100;
    private static final int SHORTEST_REFERENCE = 3;

    /** Reads a text. */
    public static SearchedFor of(String text) {
        String bare = text.strip();
        String small = bare.toLowerCase(Locale.ROOT);
        SearchedDays days = SearchedDays.of(small);
        return new SearchedFor(
                bare,
                positionIn(bare),
                penceIn(bare),
                days.from(),
                days.until(),
                EVENT_ID.matcher(small).matches() ? small : "",
                LEAF_HASH.matcher(small).matches() ? small : "",
                referencesIn(bare));
    }

    /** A reference as it is compared: what the bank leaves of it, letters and digits in capitals. */
    public static String plainReference(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static @Nullable Long positionIn(String text) {
        Matcher matcher = POSITION.matcher(text);
        return matcher.matches() ? Long.valueOf(matcher.group(1).replace(",", "")) : null;
    }

    private static @Nullable Long penceIn(String text) {
        Matcher matcher = SUM.matcher(text.replaceAll("\\s", ""));
        if (!matcher.matches()) {
            return null;
        }
        long pounds = Long.parseLong(matcher.group(1).replace(",", ""));
        String pence = matcher.group(2);
        return pounds * PENCE + (pence == null ? 0 : Long.parseLong(pence));
    }

    /** The whole text, and each word of it: a bank writes other things around a reference. */
    private static List<String> referencesIn(String text) {
        List<String> references = new ArrayList<>();
        Stream.concat(Stream.of(text), Stream.of(text.split("\\s+")))
                .map(SearchedFor::plainReference)
                .filter(word -> word.length() >= SHORTEST_REFERENCE)
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .distinct()
                .forEach(references::add);
        return List.copyOf(references);
    }
}
