package org.tallystick.bid;

/** What a bid is made of. */
public enum BidPart {
    ELIGIBILITY,
    PROJECT,
    /** One for each question of the call. */
    QUESTION,
    BUDGET,
    /** One for each partner. */
    PARTNER
}
