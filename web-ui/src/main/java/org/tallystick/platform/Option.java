package org.tallystick.platform;

/**
 * One choice of a list, radios or checkboxes.
 *
 * @param value what is sent
 * @param label what the person reads
 * @param hint one more sentence, or empty
 */
public record Option(String value, String label, String hint) {

    /** A choice that needs no more words. */
    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }
}
