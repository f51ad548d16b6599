package org.tallystick.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tallystick.platform.Event;

/**
 * What one history is played with: the product as it is, or with a fault, so that a test can show that it is found.
 *
 * @param rules how events are posted
 * @param kept what is kept of an event that happened
 */
record Planted(Function<Event, List<Posting>> rules, UnaryOperator<Event> kept) {

    /** Nothing. */
    static Planted nothing() {
        return posting(PostingRules::postings);
    }

    /** Events are posted by other rules. */
    static Planted posting(Function<Event, List<Posting>> rules) {
        return new Planted(rules, UnaryOperator.identity());
    }

    /** Something else is kept of some events than what happened. */
    static Planted keeping(UnaryOperator<Event> kept) {
        return new Planted(PostingRules::postings, kept);
    }
}
