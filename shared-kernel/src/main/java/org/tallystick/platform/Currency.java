package org.tallystick.platform;

/** The currency of a sum: always named, one for now. All sums are in its minor unit, pence. */
public enum Currency {
    GBP
}
