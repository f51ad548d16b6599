package org.tallystick.registry;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One list of organisations known to org-id.guide, with the form of its numbers. For the lists of the United Kingdom
 * that grants are published with, the form is as exact as the register's own rule; for others it only keeps out what
 * could be no reference at all.
 *
 * @param code the list's code, in capitals
 * @param what what an entry is, to follow "is not"
 * @param form what follows the code and its hyphen
 * @param help the form in words, to follow "is followed by", with an example
 * @param caseMatters whether small and capital letters are different there
 */
record IdentifierList(String code, String what, Pattern form, String help, boolean caseMatters) {

    private static final String ANY_REFERENCE = "[A-Za-z0-9][A-Za-z0-9._/-]*";
    private static final String ANY_HELP = "the organisation's number on that list";
    private static final Map<String, IdentifierList> EXACT = new LinkedHashMap<>();

    /** UK lists whose numbers have no single form. */
    private static final Set<String> OTHER_UK = Set.of(
            "GB-CASC",
            "GB-CCSCUST",
            "GB-COA",
            "GB-COE",
            "GB-GOVUK",
            "GB-HESA",
            "GB-IRN",
            "GB-MPR",
            "GB-REV",
            "GB-SCOTEDU",
            "GB-SHPE",
            "GB-SRS",
            "GB-WALEDU");

    /** Country or region by two letters, perhaps a part of it, and the list; China's lists have one more part. */
    private static final Pattern ABROAD =
            Pattern.compile("((?:CN-\\d{2}-CR)|(?:[A-Z]{2}(?:_[A-Z]{2,3})?-[A-Z0-9_]{2,10}))-.*", Pattern.DOTALL);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Codes of org-id.guide for lists of several countries or none, and for Kosovo. */
    private static final Set<String> NOT_A_COUNTRY = Set.of("XI", "XK", "XM", "XR", "ZZ");

    static {
        exact("GB-CHC", "a charity of England and Wales", "[1-9]\\d{5,6}", "6 or 7 digits, such as GB-CHC-1090095");
        exact("GB-SC", "a charity of Scotland", "SC\\d{6}", "SC and 6 digits, such as GB-SC-SC012345");
        exact("GB-NIC", "a charity of Northern Ireland", "\\d{6}", "6 digits, such as GB-NIC-100019");
        exact(
                "GB-COH",
                "a company number",
                "(?!0{8})\\d{8}|[A-Z]{2}\\d{6}|[A-Z]{2}\\d{5}[A-Z]|R\\d{7}",
                "8 characters, digits or two letters and 6 digits, such as GB-COH-09506232 or GB-COH-SC123456");
        exact("GB-LAE", "a local authority of England", "[A-Z]{3,5}", "its letters, such as GB-LAE-BAS");
        exact("GB-PLA", "a local authority of Wales", "[A-Z]{3}", "3 letters, such as GB-PLA-AGY");
        exact("GB-LAS", "a local authority of Scotland", "[A-Z]{3}", "3 letters, such as GB-LAS-WLN");
        exact("GB-LANI", "a local authority of Northern Ireland", "[A-Z]{3}", "3 letters, such as GB-LANI-BFS");
        exact("GB-GOR", "a government body", "[A-Z]{1,3}\\d{1,5}", "letters and digits, such as GB-GOR-PB1204");
        exact("GB-NHS", "an NHS organisation", "[A-Z0-9]{3,10}", "3 to 10 letters or digits, such as GB-NHS-RAX");
        exact("GB-GOV", "a government department", "[A-Z0-9]{1,8}", "up to 8 letters or digits, such as GB-GOV-1");
        exact("GB-EDU", "a school", "\\d{5,6}", "5 or 6 digits, such as GB-EDU-125554");
        exact("GB-UKPRN", "a learning provider", "\\d{8}", "8 digits, such as GB-UKPRN-10000346");
    }

    /**
     * The list that an identifier in capitals begins with.
     *
     * @return null where it begins with no list's code and a hyphen
     */
    static @Nullable IdentifierList of(String identifier) {
        Matcher matcher = ABROAD.matcher(identifier);
        if (!matcher.matches()) {
            return null;
        }
        String code = matcher.group(1);
        IdentifierList exact = EXACT.get(code);
        if (exact != null) {
            return exact;
        }
        String country = code.substring(0, 2);
        boolean known = country.equals("GB")
                ? OTHER_UK.contains(code)
                : COUNTRIES.contains(country) || NOT_A_COUNTRY.contains(country);
        if (!known) {
            return null;
        }
        return new IdentifierList(code, "on the list " + code, Pattern.compile(ANY_REFERENCE), ANY_HELP, true);
    }

    private static void exact(String code, String what, String form, String help) {
        EXACT.put(code, new IdentifierList(code, what, Pattern.compile(form), help, false));
    }
}
