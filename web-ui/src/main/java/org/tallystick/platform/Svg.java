package org.tallystick.platform;

import java.math.BigInteger;

/** What all drawings need: escaping, and places as shares of a whole, without floating point. */
final class Svg {

    private static final long HUNDREDTHS_OF_A_PERCENT = 10_000;

    private Svg() {}

    /** Text made safe between tags and in attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A part of a whole as "12.34%", rounded down; the part is zero or more, the whole above zero. */
    static String percent(long part, long whole) {
        long hundredths = share(part, whole, HUNDREDTHS_OF_A_PERCENT);
        return hundredths / 100 + "." + "%02d".formatted(hundredths % 100) + "%";
    }

    /** How much of {@code length} a part of a whole takes. */
    static long share(long part, long whole, long length) {
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(length))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
