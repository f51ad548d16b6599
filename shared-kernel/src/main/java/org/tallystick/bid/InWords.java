package org.tallystick.bid;

import java.math.BigDecimal;

/** Whole numbers of small units as people say them. */
final class InWords {

    private InWords() {}

    /** 650 is "6.5". */
    static String hundredths(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    /** 325 is "3.25%". */
    static String percent(long basisPoints) {
        return hundredths(basisPoints) + "%";
    }

    /** 100 is "1 person", 650 is "6.5 people". */
    static String people(long hundredths) {
        return hundredths(hundredths) + (hundredths == 100 ? " person" : " people");
    }
}
