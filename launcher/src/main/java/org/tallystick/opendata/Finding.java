package org.tallystick.opendata;

import org.jspecify.annotations.Nullable;

/**
 * One thing a row of a register has wrong (a fault) or was taken in spite of (a warning).
 *
 * @param field the field's path without positions, such as {@code recipientOrganization/id}; {@code row} for the whole
 * @param sentence what is wrong, or how the value was read, as a whole sentence
 * @param value what the file says there, shortened to {@value #SHOWN_LENGTH} characters and without e-mail addresses;
 *     null where there is nothing to show or it may be about a person
 */
public record Finding(
        String field, String sentence, @Nullable String value) {

    static final int SHOWN_LENGTH = 80;

    /** The same with the value made fit to be shown. */
    static Finding of(String field, String sentence, @Nullable String value) {
        return new Finding(field, sentence, value == null ? null : shown(value));
    }

    private static String shown(String value) {
        String start = value.length() > 4 * SHOWN_LENGTH ? value.substring(0, 4 * SHOWN_LENGTH) : value;
        String clean = PublishedText.withoutAddresses(start.replaceAll("\\p{Cntrl}", " "));
        return clean.length() > SHOWN_LENGTH ? clean.substring(0, SHOWN_LENGTH) + "…" : clean;
    }
}
