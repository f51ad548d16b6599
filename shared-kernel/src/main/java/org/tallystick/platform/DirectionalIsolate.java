package org.tallystick.platform;

/**
 * What somebody typed, within a sentence of ours. A name that is written from right to left would take the sums and
 * stops after it along; Unicode's isolates (UAX #9) keep it to itself.
 */
public final class DirectionalIsolate {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private DirectionalIsolate() {}

    /** The text, isolated where any of it is written from right to left; else as it is. */
    public static String of(String text) {
        return text.codePoints().anyMatch(DirectionalIsolate::isRightToLeft)
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
