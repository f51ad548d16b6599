package org.tallystick.bid;

/** What a cost rises with from one year to the next. */
public enum PriceIndex {
    PAY,
    NON_PAY,
    /** Does not rise. */
    NONE
}
