package org.tallystick.bid;

import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.Partnership;
import org.tallystick.bid.BidQuery.SavedPart;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;

/** How bids are said. */
public final class BidWords {

    private BidWords() {}

    /** A bid in a list. */
    public record Line(BidSummary bid, StateTag state, String title, String when, String parts) {

        /** As it is today. */
        public static Line of(BidSummary bid, Words words) {
            return new Line(
                    bid,
                    BidWords.state(bid.state()),
                    BidWords.title(bid),
                    BidWords.when(bid, words),
                    BidWords.parts(bid));
        }
    }

    /**
     * A bid that another organisation leads.
     *
     * @param href where it is read; empty where the organisation takes part no more
     * @param said until when, or why it takes part no more
     */
    public record PartnershipLine(Partnership one, StateTag state, String title, String href, String said) {

        /** As it is today. */
        static PartnershipLine of(Partnership one, Words words) {
            String closes = (words.isPast(one.closesAt()) ? "closed " : "closes ") + words.dateTime(one.closesAt());
            String title = one.title().isEmpty() ? "Bid for “" + one.callTitle() + "”" : one.title();
            return switch (one.state()) {
                case INVITED ->
                    new PartnershipLine(
                            one, StateTag.of("You are asked", Tone.WAITING), title, "/bids/" + one.bidId(), closes);
                case AGREED ->
                    new PartnershipLine(
                            one, StateTag.of("You agreed", Tone.GOOD), title, "/bids/" + one.bidId(), closes);
                case LEFT ->
                    new PartnershipLine(one, StateTag.of("You left", Tone.PLAIN), title, "", "Why: " + one.reason());
                case REMOVED ->
                    new PartnershipLine(one, StateTag.of("Taken out", Tone.PLAIN), title, "", "Why: " + one.reason());
            };
        }
    }

    /** A state as its tag. */
    public static StateTag state(BidState state) {
        return switch (state) {
            case STARTED -> StateTag.of("Being written", Tone.WAITING);
            case READY -> StateTag.of("Ready to send", Tone.WAITING);
            case SUBMITTED -> StateTag.of("Sent", Tone.GOOD);
            case WITHDRAWN -> StateTag.of("Withdrawn", Tone.PLAIN);
            case LAPSED -> StateTag.of("Not sent in time", Tone.LATE);
            case AWARDED -> StateTag.of("Gets an award", Tone.GOOD);
            case RESERVED -> StateTag.of("In reserve", Tone.WAITING);
            case DECLINED -> StateTag.of("No award", Tone.PLAIN);
            case INELIGIBLE -> StateTag.of("Could not be considered", Tone.PLAIN);
        };
    }

    /** What the project is called; before it is, what the bid is for. */
    static String title(BidSummary bid) {
        return bid.title().isEmpty() ? "Bid for “" + bid.callTitle() + "”" : bid.title();
    }

    /** "closes in 12 days, 4 December 2026 at 5pm", or when it was sent or the call closed. */
    static String when(BidSummary bid, Words words) {
        String closes = words.dateTime(bid.closesAt());
        if (bid.submittedAt() != null
                && (bid.state() == BidState.SUBMITTED || bid.state().isDecided())) {
            return "sent " + words.dateTime(bid.submittedAt());
        }
        return isOver(bid, words) ? "closed " + closes : "closes " + words.closes(bid.closesAt()) + ", " + closes;
    }

    /** Whether nothing can be sent any more. */
    static boolean isOver(BidSummary bid, Words words) {
        return bid.callState() != GrantCallState.OPEN || words.isPast(bid.closesAt());
    }

    /** "2 of 5 parts done". */
    static String parts(BidSummary bid) {
        if (!bid.state().isDraft()) {
            return "";
        }
        return bid.tasks() == bid.tasksDone()
                ? "all parts done"
                : bid.tasksDone() + " of " + bid.tasks() + " parts done";
    }

    /** "Saved by Gwen Prys on 22 November 2026 at 2:05pm"; empty where it never was. */
    static String saved(SavedPart saved, PersonNames people, Words words) {
        if (saved.savedAt() == null) {
            return "";
        }
        String by = saved.savedBy() == null ? "" : " by " + people.inShort(saved.savedBy());
        return "Saved" + by + " on " + words.dateTime(saved.savedAt());
    }
}
