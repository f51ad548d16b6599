package org.tallystick.opendata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallystick.registry.OrganisationIdentifier;

/** Makes organisation identifiers from what registers say instead of one: bare numbers, near misses, names. */
final class PartyNumbers {

    private static final Pattern SCOTLAND =
            Pattern.compile("(?:GB-(?:SC|CHC|SCO|OSCR)-)?(?:SC|SCO|OSCR)?-?0*(\\d{5,6})");
    private static final Pattern NORTHERN_IRELAND = Pattern.compile("(?:GB-(?:NIC|CHC)-)?NIC?-?(\\d{6})");
    private static final Pattern ENGLAND_AND_WALES = Pattern.compile("[1-9]\\d{5,6}");
    private static final Pattern PUBLISHER_ALONE = Pattern.compile("360[Gg]-([A-Za-z0-9_]+)");
    private static final Pattern OWN = Pattern.compile("360[Gg]\\W{1,3}([A-Za-z0-9_]+)\\W{1,3}(\\w.*)");
    private static final Set<String> UNITED_KINGDOM = Set.of(
            "UK",
            "GB",
            "GBR",
            "UNITED KINGDOM",
            "GREAT BRITAIN",
            "BRITAIN",
            "ENGLAND",
            "WALES",
            "CYMRU",
            "SCOTLAND",
            "NORTHERN IRELAND",
            "UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND");
    private static final String ABROAD =
            "The organisation is not in the United Kingdom, so this is the number of another "
                    + "country's register: it is not used.";
    private static final int SLUG_LENGTH = 40;
    private static final int HASH_BYTES = 4;

    private PartyNumbers() {}

    /** An identifier as it stands in the file, with the near misses whose meaning is certain put right. */
    static Understood<OrganisationIdentifier> identifier(String text, @Nullable OrganisationIdentifier publisher) {
        String joined = text.replace(" ", "");
        try {
            OrganisationIdentifier identifier = OrganisationIdentifier.parse(joined);
            return identifier.value().equals(text)
                    ? Understood.as(identifier)
                    : Understood.as(identifier, "The identifier was brought to its form: " + identifier + ".");
        } catch (IllegalArgumentException wrong) {
            OrganisationIdentifier mended = mended(joined, publisher);
            return mended == null
                    ? Understood.not(String.valueOf(wrong.getMessage()))
                    : Understood.as(mended, "The identifier was brought to its form: " + mended + ".");
        }
    }

    /** A charity number alone: without a letter one of England and Wales; the others' forms say where they are of. */
    static Understood<OrganisationIdentifier> charity(String number, @Nullable String country) {
        String joined = number.replace(" ", "").toUpperCase(Locale.ROOT);
        if (joined.startsWith("GB-")) {
            return identifier(number, null);
        }
        if (joined.startsWith("S") || joined.startsWith("N") || joined.startsWith("OSCR")) {
            OrganisationIdentifier elsewhere = scotlandOrNorthernIreland(joined);
            return elsewhere == null
                    ? Understood.not("This is not a charity number that can be used.")
                    : Understood.as(elsewhere);
        }
        if (abroad(country)) {
            return Understood.not(ABROAD);
        }
        return ENGLAND_AND_WALES.matcher(joined).matches()
                ? Understood.as(new OrganisationIdentifier("GB-CHC-" + joined))
                : Understood.not("A charity number of England and Wales has 6 or 7 digits: this one is not used.");
    }

    /** A company number alone, with or without its leading noughts. */
    static Understood<OrganisationIdentifier> company(String number, @Nullable String country) {
        String joined = number.replace(" ", "");
        if (abroad(country)) {
            return Understood.not(ABROAD);
        }
        try {
            String prefixed = joined.toUpperCase(Locale.ROOT).startsWith("GB-") ? joined : "GB-COH-" + joined;
            return Understood.as(OrganisationIdentifier.parse(prefixed));
        } catch (IllegalArgumentException _) {
            return Understood.not("A company number has 8 characters: this one is not used.");
        }
    }

    /** The publisher's own number for an organisation, kept apart from the numbers of its grants by "org". */
    static Understood<OrganisationIdentifier> internal(String prefix, String number) {
        String reference = GrantIds.reference(number);
        if (reference.isEmpty() || reference.length() > SLUG_LENGTH) {
            return Understood.not("The publisher's own number for the organisation can't be used in an identifier.");
        }
        OrganisationIdentifier made = own(prefix, "org-" + reference);
        return made == null
                ? Understood.not("The publisher's own number for the organisation is too long for an identifier.")
                : Understood.as(made);
    }

    /**
     * An identifier made from a name: the same for names that differ in case, accents, signs and spaces only.
     *
     * @return null where the name has no letter or digit, or the prefix is too long
     */
    static @Nullable OrganisationIdentifier ofName(String prefix, String name) {
        String essence = essence(name);
        if (essence.isEmpty()) {
            return null;
        }
        String latin = essence.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String slug = latin.substring(0, Math.min(SLUG_LENGTH, latin.length())).replaceAll("-$", "");
        String hash = HexFormat.of().formatHex(sha256(essence), 0, HASH_BYTES);
        return own(prefix, "name-" + (slug.isEmpty() ? "" : slug + "-") + hash);
    }

    private static @Nullable OrganisationIdentifier mended(String text, @Nullable OrganisationIdentifier publisher) {
        Matcher alone = PUBLISHER_ALONE.matcher(text);
        if (alone.matches()) {
            return publisher != null ? publisher : own(alone.group(1), "publisher");
        }
        Matcher own = OWN.matcher(text);
        if (own.matches()) {
            return own(own.group(1), GrantIds.reference(own.group(2)));
        }
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.startsWith("GB-SC-") || upper.startsWith("GB-CHC-SC") || upper.contains("-NI")
                ? scotlandOrNorthernIreland(upper)
                : null;
    }

    private static @Nullable OrganisationIdentifier scotlandOrNorthernIreland(String text) {
        Matcher scotland = SCOTLAND.matcher(text);
        if (scotland.matches()) {
            return new OrganisationIdentifier(
                    "GB-SC-SC" + "0".repeat(6 - scotland.group(1).length()) + scotland.group(1));
        }
        Matcher ireland = NORTHERN_IRELAND.matcher(text);
        return ireland.matches() ? new OrganisationIdentifier("GB-NIC-" + ireland.group(1)) : null;
    }

    /** The publisher's own identifier; null where it would be too long or of no form. */
    private static @Nullable OrganisationIdentifier own(String prefix, String reference) {
        try {
            return new OrganisationIdentifier("360G-" + prefix + "-" + reference.replace('~', '-'));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean abroad(@Nullable String country) {
        return country != null && !UNITED_KINGDOM.contains(country.toUpperCase(Locale.ROOT));
    }

    private static String essence(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java platform has SHA-256.", impossible);
        }
    }
}
