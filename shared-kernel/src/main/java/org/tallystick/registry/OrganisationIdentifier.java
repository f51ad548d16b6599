package org.tallystick.registry;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of an organisation on a public list, as org-id.guide writes it: the list's code, a hyphen, and the
 * organisation's number there, such as {@code GB-CHC-1090095}. A group on no list has {@code 360G-<publisher>-<ref>},
 * given by whoever publishes grants to it (360Giving Data Standard 1.4, organisation identifiers).
 *
 * <p>Only the one canonical form of an identifier can be built, so that two of these are equal exactly if they name
 * the same entry of the same list. {@link #parse} brings other ways of writing it to that form.
 *
 * @param value the canonical form, 5 to {@value #MAX_LENGTH} characters
 */
public record OrganisationIdentifier(String value) {

    /** The longest identifier taken, in characters. */
    public static final int MAX_LENGTH = 120;

    /** The code that stands for "no list: the publisher's own reference". */
    public static final String PUBLISHERS_OWN = "360G";

    private static final Pattern OWN_FORM = Pattern.compile("360G-([A-Za-z0-9_]+)-([A-Za-z0-9][A-Za-z0-9._-]*)");
    private static final String OWN_HELP =
            "360G- is followed by the publisher's prefix, a hyphen and its reference in letters, digits, full stops, "
                    + "underscores or hyphens, such as 360G-example-org-12";
    private static final Pattern SHORT_COMPANY = Pattern.compile("([A-Z]{2}|R|)(\\d{1,7})([A-Z]?)");
    private static final int COMPANY_LENGTH = 8;

    /**
     * Takes a canonical identifier and nothing else.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong and what a right one looks like
     */
    public OrganisationIdentifier {
        check(value);
    }

    /**
     * Reads an identifier as people write it: white space around it, the list's code in small letters, and a company
     * number without its leading noughts are brought to the canonical form.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong and what a right one looks like
     */
    public static OrganisationIdentifier parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(tooLong(trimmed));
        }
        String upper = trimmed.toUpperCase(Locale.ROOT);
        if (upper.startsWith(PUBLISHERS_OWN + "-")) {
            return new OrganisationIdentifier(PUBLISHERS_OWN + trimmed.substring(PUBLISHERS_OWN.length()));
        }
        if (upper.startsWith("GB-COH-")) {
            return new OrganisationIdentifier("GB-COH-" + padded(upper.substring("GB-COH-".length())));
        }
        IdentifierList list = IdentifierList.of(upper);
        if (list == null || list.caseMatters()) {
            return new OrganisationIdentifier(list == null ? trimmed : withCode(list, trimmed));
        }
        return new OrganisationIdentifier(upper);
    }

    /** The code of the list, such as {@code GB-CHC}; {@value #PUBLISHERS_OWN} where the publisher gave it. */
    public String list() {
        return ofPublisher() ? PUBLISHERS_OWN : listOf(value).code();
    }

    /** What stands after the list's code: the charity number, the company number, {@code <publisher>-<ref>}. */
    public String reference() {
        return value.substring(list().length() + 1);
    }

    /** Whether the organisation is on no list, so that its publisher gave it this identifier. */
    public boolean ofPublisher() {
        return value.startsWith(PUBLISHERS_OWN + "-");
    }

    @Override
    public String toString() {
        return value;
    }

    private static void check(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "An organisation identifier is missing: it looks like GB-CHC-1090095 or GB-COH-09506232.");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(tooLong(value));
        }
        if (value.startsWith(PUBLISHERS_OWN + "-")) {
            if (!OWN_FORM.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        shown(value) + " is not a publisher's own reference: " + OWN_HELP + ".");
            }
            return;
        }
        IdentifierList list = listOf(value);
        String reference = value.substring(list.code().length() + 1);
        if (!list.form().matcher(reference).matches()) {
            throw new IllegalArgumentException(shown(value) + " is not " + list.what() + ": " + list.code()
                    + "- is followed by " + list.help() + ".");
        }
    }

    private static IdentifierList listOf(String value) {
        IdentifierList list = IdentifierList.of(value);
        if (list == null) {
            throw new IllegalArgumentException(
                    shown(value) + " does not begin with the code of a list on org-id.guide: "
                            + "an identifier looks like GB-CHC-1090095, GB-SC-SC012345, "
                            + "GB-NIC-100019, GB-COH-09506232, "
                            + "or 360G-example-org-12 for a group on no list.");
        }
        return list;
    }

    private static String withCode(IdentifierList list, String text) {
        return list.code() + text.substring(list.code().length());
    }

    /** Companies House numbers lose their leading noughts in spreadsheets: 7444723 is 07444723, SC1234 is SC001234. */
    private static String padded(String number) {
        Matcher unpadded = SHORT_COMPANY.matcher(number);
        if (number.length() >= COMPANY_LENGTH || !unpadded.matches()) {
            return number;
        }
        return unpadded.group(1) + "0".repeat(COMPANY_LENGTH - number.length()) + unpadded.group(2) + unpadded.group(3);
    }

    private static String tooLong(String value) {
        return shown(value) + " is " + value.length() + " characters long: an organisation identifier has at most "
                + MAX_LENGTH + ".";
    }

    /** The value as it may stand in a sentence: short, and without control characters. */
    private static String shown(String value) {
        String clean = value.replaceAll("\\p{Cntrl}", "?");
        return "“" + (clean.length() > 60 ? clean.substring(0, 60) + "…" : clean) + "”";
    }
}
