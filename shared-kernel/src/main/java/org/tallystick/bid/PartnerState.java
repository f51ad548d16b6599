package org.tallystick.bid;

/** How an organisation stands in a bid that another one leads. */
public enum PartnerState {
    INVITED,
    /** It stands for its part as it is now. */
    AGREED,
    LEFT,
    REMOVED;

    /** Whether it takes part now. */
    public boolean takesPart() {
        return this == INVITED || this == AGREED;
    }
}
