package org.tallystick.platform;

import java.time.Instant;
import java.util.Optional;

/** What the clock has to do about one kind of aggregate, worked out from the history; see {@link Clockwork}. */
public interface Deadlines {

    /** The kind, as the history names it. */
    String aggregateType();

    /** The event without which the clock never has anything to do about one of them. */
    Class<? extends Event> startedBy();

    /** What is to be done next about one of them, and when; nothing where it never will be as things stand. */
    Optional<Due> of(String aggregateId);

    /**
     * A command that is due.
     *
     * @param at from when on
     * @param command refused with {@link Refusal#WRONG_STATE} where it turns out not to be
     */
    record Due(Instant at, Command command) {}
}
