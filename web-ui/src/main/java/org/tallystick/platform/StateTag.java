package org.tallystick.platform;

/**
 * A state as a tag shows it.
 *
 * @param text in words
 * @param tone the ending of the style class, see {@link Tone#css}
 */
public record StateTag(String text, String tone) {

    /** A tag of that tone. */
    public static StateTag of(String text, Tone tone) {
        return new StateTag(text, tone.css());
    }
}
