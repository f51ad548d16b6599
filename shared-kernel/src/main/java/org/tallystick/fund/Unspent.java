package org.tallystick.fund;

/** Why money that was promised to an award was not spent; in the ledger each has an account in the fund. */
public enum Unspent {
    /** The organisation sent it back. */
    RETURNED,
    /** The instalment was not needed. */
    LAPSED
}
