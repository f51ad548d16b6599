package org.tallystick.platform;

/**
 * One row of a summary list.
 *
 * @param key what it is
 * @param value as text; empty says "Not given"
 * @param href where it can be changed or read, or empty
 * @param action what that link says: "Change"
 */
public record Row(String key, String value, String href, String action) {

    /** A row without a link. */
    public static Row of(String key, String value) {
        return new Row(key, value, "", "");
    }
}
