package org.tallystick.bid;

import java.math.BigInteger;
import org.tallystick.platform.Split;

/**
 * A part of a whole, exactly.
 *
 * @param part zero or more
 * @param whole zero or more; of nothing, every part is 0%
 */
public record Rate(long part, long whole) {

    private static final long ALL_TENTHS = 1000;

    /** "72.4%": to a tenth, a half up, but "100%" only where nothing is missing. A whole number goes without tenth. */
    public String percent() {
        if (whole == 0) {
            return "0%";
        }
        long tenths = Split.halfUp(
                BigInteger.valueOf(part).multiply(BigInteger.valueOf(ALL_TENTHS)), BigInteger.valueOf(whole));
        if (tenths == ALL_TENTHS && part < whole) {
            tenths--;
        }
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + "%";
    }
}
