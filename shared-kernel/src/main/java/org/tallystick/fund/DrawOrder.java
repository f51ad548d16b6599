package org.tallystick.fund;

/** How a pooled fund decides whose money is drawn. */
public enum DrawOrder {
    /** From every contributor in proportion to what they have left. */
    PRO_RATA,
    /** From the earliest contribution first. */
    IN_ORDER
}
