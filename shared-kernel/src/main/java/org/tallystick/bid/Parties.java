package org.tallystick.bid;

/** What is known of the organisations that make a bid: its lead and its partners. */
@FunctionalInterface
public interface Parties {

    /** What it costs to run one of them. */
    BidTask.CostProfiles profilesOf(String organisationId);

    /** What to call it. */
    default String name(String organisationId) {
        return organisationId;
    }
}
