package org.tallystick.bid;

import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.PartnerView;
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

    /** Reads both for a page that is for people of the lead alone. */
    static BidOfCall ofOurs(Sides sides, String bidId) {
        return ofOurs(sides, bidId, 0);
    }

    /** The same, as far in the log as somebody has just written. */
    static BidOfCall ofOurs(Sides sides, String bidId, long after) {
        BidOfCall read = read(sides, bidId, after);
        return read.refusedUnless(read.ours());
    }

    /** Reads both for a page of the project or an answer: for the lead, and for partners that it lets write those. */
    static BidOfCall ofWriters(Sides sides, String bidId, long after) {
        BidOfCall read = read(sides, bidId, after);
        return read.refusedUnless(read.ours()
                || read.part().filter(own -> own.sight().writesText()).isPresent());
    }

    /** Reads both for a page of a budget: the lead and each partner write their own. */
    static BidOfCall ofParties(Sides sides, String bidId, long after) {
        BidOfCall read = read(sides, bidId, after);
        return read.refusedUnless(read.ours() || read.part().isPresent());
    }

    private BidOfCall refusedUnless(boolean may) {
        if (!may) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED, "Only people of " + summary().applicantName() + " write this bid.");
        }
        return this;
    }

    /** Itself, refused in plain words where nothing can be written now. */
    BidOfCall writable(Words words) {
        BidSummary summary = summary();
        if (BidWords.isOver(summary, words)) {
            throw Rejection.of(
                    Refusal.TOO_LATE,
                    "The call takes no more bids: it closed on " + words.dateTime(summary.closesAt())
                            + ". You can still read all that was written, on the page of the bid.");
        }
        if (!summary.state().isDraft()) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "This bid is not being written now. A lead of "
                            + (ours() ? "your organisation" : summary.applicantName()) + " can reopen it.");
        }
        return this;
    }

    /** Whether anything can be written now. */
    boolean isWritten(Words words) {
        return summary().state().isDraft() && !BidWords.isOver(summary(), words);
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

    /** The reader's own part, where the reader is of a partner. */
    Optional<PartnerView> part() {
        return bid.sight() == null ? Optional.empty() : bid.partner(actor.organisationId());
    }

    /** The organisation whose budget the reader writes: their own; of other readers the lead's. */
    String organisationId() {
        return part().map(PartnerView::organisationId).orElse(summary().applicant());
    }

    /** That budget. */
    BudgetView budget() {
        return part().map(PartnerView::budget).orElse(bid.budget());
    }

    /** The budget of an organisation that takes part. */
    Optional<BudgetView> budgetOf(String organisationId) {
        return organisationId.equals(summary().applicant())
                ? Optional.of(bid.budget())
                : bid.partner(organisationId).map(PartnerView::budget);
    }

    /** Whether the reader sees what all organisations say and cost. */
    boolean seesAll() {
        return bid.sight() == null || bid.sight().readsAll();
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
        model.addAttribute("budget", budget());
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
