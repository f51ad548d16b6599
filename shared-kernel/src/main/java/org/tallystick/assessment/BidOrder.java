package org.tallystick.assessment;

/** What bids are put in order by; bids that are alike in it by the name of their organisation. */
public enum BidOrder {
    /** By their scores, the best first; those without any last. */
    RANK,
    ORGANISATION,
    /** The least first. */
    ASKED,
    FULL_COST,
    GAP,
    /** The part of the full cost that is paid for. */
    RECOVERY
}
