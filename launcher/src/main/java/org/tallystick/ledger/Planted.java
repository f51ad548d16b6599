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
 * @param read what becomes of an event that is read again later
 */
record Planted(Function<Event, List<Posting>> rules, UnaryOperator<Event> kept, UnaryOperator<Event> read) {

    /** Nothing. */
    static Planted nothing() {
        return posting(PostingRules::postings);
    }

    /** Events are posted by other rules. */
    static Planted posting(Function<Event, List<Posting>> rules) {
        return new Planted(rules, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Something else is kept of some events than what happened. */
    static Planted keeping(UnaryOperator<Event> kept) {
        return new Planted(PostingRules::postings, kept, UnaryOperator.identity());
    }

    /** Events become other ones when they are read again. */
    static Planted reading(UnaryOperator<Event> read) {
        return new Planted(PostingRules::postings, UnaryOperator.identity(), read);
    }
}
