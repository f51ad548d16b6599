package org.tallystick.bid;

import java.util.List;
import org.tallystick.platform.Event;

/** What awards pay of an organisation's shared costs, kept in one place so that nothing is paid for twice. */
public sealed interface OverheadEvent extends Event {

    /** Whose shared costs. */
    String organisationId();

    /** An award pays for shares of pools. */
    record OverheadsClaimed(String organisationId, String awardId, List<PoolShare> shares) implements OverheadEvent {}

    /** The award came to nothing; what it would have paid for is free for others. */
    record OverheadsReleased(String organisationId, String awardId) implements OverheadEvent {}
}
