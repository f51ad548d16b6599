package org.tallystick.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;

/**
 * Questions an auditor asks of everything at once: where is this to be found, where does it come from, and what came of
 * it.
 */
public sealed interface ProvenanceQuery {

    /**
     * Finds whatever is like a text: a reference of the bank, a sum, a day or days, an event by its position, id or
     * leaf hash, an account, an id, or a name with a typing error. For auditors, who see everything: for others it
     * would have to hide so much that a list would be a riddle, and each of their pages has a search of its own.
     *
     * @param q as typed
     */
    record Search(String q) implements ProvenanceQuery, Query<Findings> {

        /** The longest text that is looked for. */
        public static final int LONGEST = 200;

        public Search {
            q = Require.line(q, "q", LONGEST);
        }
    }

    /** What can be found. */
    enum Found {
        EVENT,
        PAYMENT,
        ORGANISATION,
        PERSON,
        FUND,
        CALL,
        BID,
        AWARD,
        ACCOUNT
    }

    /** What was found, with how the text was read; only groups that have something. */
    record Findings(SearchedFor searchedFor, List<Group> groups) {}

    /**
     * Findings of one kind.
     *
     * @param total how many there are
     * @param findings the first of them
     */
    record Group(Found kind, long total, List<SearchHit> findings) {}

    /**
     * One thing that was found.
     *
     * @param id of the fund, the award and so on; of a payment that of its award; of an event that of what it happened
     *     to
     * @param name what it is called; of an event its type
     * @param detail what tells it from others: a recipient, a reference, the number of an instalment
     * @param position of an event
     * @param amountPence a sum that belongs to it
     * @param effectiveOn a day that belongs to it
     */
    record SearchHit(
            String id,
            String name,
            String detail,
            @Nullable Long position,
            @Nullable Long amountPence,
            @Nullable LocalDate effectiveOn) {}

    /** Everything that one event changed. */
    record ChangesBy(long position) implements ProvenanceQuery, Query<Changes> {}

    /**
     * What an event changed, each part worked out from the history up to it and from nothing later.
     *
     * @param previous the event before it of the very thing it happened to
     * @param next the event after it of that thing
     * @param saidBefore the last event that said before of the same thing what this one says; none where there is none
     * @param states states that moved
     * @param subjects all that it is about; it is in the history of each
     * @param accounts the balances that it moved
     * @param readModels the read models that took something from it
     */
    record Changes(
            @Nullable Long previous,
            @Nullable Long next,
            @Nullable Long saidBefore,
            List<StateChange> states,
            List<Touched> subjects,
            List<AccountChange> accounts,
            List<String> readModels) {}

    /**
     * A state that moved.
     *
     * @param of what is in that state, such as an award or a payment
     * @param which one of several, such as the number of the instalment; empty where there is one only
     * @param before none where there was nothing before
     */
    record StateChange(String of, String which, @Nullable String before, String after) {}

    /**
     * Something that an event is about.
     *
     * @param previous the event before it that is about that too
     * @param next the event after it that is about that too
     */
    record Touched(
            HistoryQuery.Subject subject,
            String id,
            @Nullable Long previous,
            @Nullable Long next) {}

    /**
     * What became of an account, debits above zero.
     *
     * @param changePence what the event added, below zero where it took away
     */
    record AccountChange(String account, long beforePence, long changePence, long afterPence) {}
}
