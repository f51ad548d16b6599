package org.tallystick.opendata;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings a grant's identifier to the form of the standard: {@code 360G-<publisher>-<ref>}, no slash, no space. */
final class GrantIds {

    /** Longest identifier taken, in characters. */
    static final int MAX_LENGTH = 100;

    private static final Pattern GOOD = Pattern.compile("360G-([A-Za-z0-9_]+)-[A-Za-z0-9][A-Za-z0-9._~-]*");
    private static final Pattern NEARLY =
            Pattern.compile("360[Gg]\\W{1,3}([A-Za-z0-9_]+)\\W{1,3}(\\w.*)", Pattern.DOTALL);

    private GrantIds() {}

    /** The publisher's prefix in a grant's or an organisation's identifier; null where it has none. */
    static @Nullable String prefix(String id) {
        Matcher matcher = NEARLY.matcher(id);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /**
     * The identifier in its form.
     *
     * @param prefix the publisher's prefix, for an identifier that has none of its own; null where nobody knows one
     */
    static Understood<String> normalised(String text, @Nullable String prefix) {
        if (text.length() > MAX_LENGTH) {
            return Understood.not("The identifier is longer than " + MAX_LENGTH + " characters.");
        }
        if (GOOD.matcher(text).matches()) {
            return Understood.as(text);
        }
        Matcher nearly = NEARLY.matcher(text);
        String own = nearly.matches() ? nearly.group(1) : prefix;
        String reference = reference(nearly.matches() ? nearly.group(2) : text);
        boolean only = text.toUpperCase(Locale.ROOT).startsWith("360G") && !nearly.matches();
        if (own == null || reference.isEmpty() || only) {
            return Understood.not(
                    "The identifier is not of the form 360G-publisher-reference, such as 360G-example-2024-17.");
        }
        String id = "360G-" + own + "-" + reference;
        return id.length() > MAX_LENGTH
                ? Understood.not("The identifier is longer than " + MAX_LENGTH + " characters.")
                : Understood.as(id, "The identifier was brought to its form: " + id + ".");
    }

    /** What may follow the prefix: other characters than letters, digits and {@code . _ ~ -} become one hyphen. */
    static String reference(String text) {
        return text.replaceAll("[^A-Za-z0-9._~]+", "-").replaceAll("^[._~-]+|-+$", "");
    }
}
