package org.tallystick.bid;

import java.util.List;
import org.springframework.ui.Model;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallQuery;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Link;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/**
 * A bid with the call it is made for, as somebody reads it.
 *
 * @param bid all of it
 * @param call what it has to fit
 * @param actor who reads it
 */
record BidOfCall(BidView bid, CallView call, Actor actor) {

    /** Reads both; as far in the log as somebody has just written. */
    static BidOfCall read(Sides sides, String bidId, long after) {
        BidView bid = sides.ask(new BidQuery.OneBid(bidId), after);
        return new BidOfCall(
                bid, sides.ask(new GrantCallQuery.OneCall(bid.summary().callId())), sides.actor());
    }

    /** Reads both for a page on which a part is written; refused to all but people of the applicant. */
    static BidOfCall ofOurs(Sides sides, String bidId) {
        return ofOurs(sides, bidId, 0);
    }

    private static BidOfCall ofOurs(Sides sides, String bidId, long after) {
        BidOfCall read = read(sides, bidId, after);
        if (!read.ours()) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED, "Only people of " + read.summary().applicantName() + " write this bid.");
        }
        return read;
    }

    /** The same, refused in plain words where nothing can be written now. */
    static BidOfCall writable(Sides sides, String bidId, Words words) {
        return writable(sides, bidId, 0, words);
    }

    /** The same, as far in the log as somebody has just written. */
    static BidOfCall writable(Sides sides, String bidId, long after, Words words) {
        BidOfCall read = ofOurs(sides, bidId, after);
        BidSummary summary = read.summary();
        if (BidWords.isOver(summary, words)) {
            throw Rejection.of(
                    Refusal.TOO_LATE,
                    "The call takes no more bids: it closed on " + words.dateTime(summary.closesAt())
                            + ". You can still read all that was written, on the page of the bid.");
        }
        if (!summary.state().isDraft()) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "This bid is not being written now. A lead of your organisation can reopen it.");
        }
        return read;
    }

    /** Its line in lists. */
    BidSummary summary() {
        return bid.summary();
    }

    /** What the call says now. */
    CallTerms terms() {
        return call.terms();
    }

    /** Whether the reader is of the applicant. */
    boolean ours() {
        boolean applicant = actor.role() == Role.APPLICANT_LEAD || actor.role() == Role.APPLICANT_MEMBER;
        return applicant && actor.actsFor(summary().applicant());
    }

    /** Where it is. */
    String home() {
        return "/bids/" + summary().bidId();
    }

    /** What the page of a part needs: whose it is, until when, and where it lies. */
    void show(Model model, String title, Words words) {
        model.addAttribute("bid", bid);
        model.addAttribute("summary", summary());
        model.addAttribute("call", call);
        model.addAttribute("home", home());
        model.addAttribute("title", title);
        model.addAttribute("when", BidWords.when(summary(), words));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Link("Home", "/"),
                        new Link("Bids", "/bids"),
                        new Link(BidWords.title(summary()), home()),
                        new Link(title, "")));
    }
}
