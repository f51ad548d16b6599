package org.tallystick.bid;

import java.util.List;
import org.springframework.ui.Model;
import org.tallystick.assessment.AssessmentQuery.Assessments;
import org.tallystick.assessment.AssessmentWords;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** A bid as those read it who are not of the applicant: how it stands, who assesses it, and where the others are. */
record BidAsReceived(String standing, List<Link> assessments) {

    static BidAsReceived of(BidOfCall read, Sides sides, Words words) {
        String callId = read.summary().callId();
        List<Link> assessments = sides.askIfAllowed(
                        new Assessments(callId, read.summary().bidId(), null, 1, Paging.USUAL_SIZE))
                .map(found -> found.items().stream()
                        .map(one -> new Link(
                                "Assessor asked on " + words.date(one.invitedAt()) + ": "
                                        + AssessmentWords.state(one.state()).text(),
                                "/assessments/" + one.assessmentId()))
                        .toList())
                .orElse(List.of());
        return new BidAsReceived(standing(read, words), assessments);
    }

    /** Puts it on the page of a bid. */
    void show(BidOfCall read, Words words, Model model) {
        String call = "/calls/" + read.summary().callId();
        model.addAttribute("received", this);
        model.addAttribute(
                "crumbs",
                words.crumbs(
                        "Calls",
                        "/calls",
                        read.summary().callTitle(),
                        call,
                        "Bids received",
                        call + "/bids",
                        BidWords.title(read.summary()),
                        ""));
    }

    private static String standing(BidOfCall read, Words words) {
        String asks = "It asks for " + MoneyText.say(read.summary().askedPence()) + ". ";
        BidQuery.OutcomeView outcome = read.bid().outcome();
        if (outcome == null) {
            return asks + "Bids for this call are decided by "
                    + words.date(read.terms().timetable().decidedBy()) + ".";
        }
        String why = " Why: " + outcome.reason();
        return asks
                + switch (outcome.outcome()) {
                    case AWARDED ->
                        "It gets an award of "
                                + MoneyText.say(outcome.amounts().stream()
                                        .mapToLong(amount -> amount.amountPence())
                                        .sum())
                                + (outcome.gapPence() > 0
                                        ? "; " + MoneyText.say(outcome.gapPence())
                                                + " of the full cost is paid by nobody."
                                        : ".")
                                + why;
                    case RESERVED -> "It is in reserve, and comes next if money becomes free." + why;
                    case INELIGIBLE -> "It could not be considered." + why;
                    default -> "It gets no award." + why;
                };
    }
}
