package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.EnvelopeLeft;
import org.tallystick.assessment.AssessmentQuery.PromotedBid;
import org.tallystick.assessment.AssessmentQuery.RecommendedBid;
import org.tallystick.assessment.AssessmentQuery.ReserveOf;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallState;
import org.tallystick.fund.FundWords;
import org.tallystick.fund.Slice;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** Promotion from the reserve of a call, and how it is said. */
record Reserve(List<DecisionPages.Said> said, List<String> left) {

    /** What is known of it; nothing before applicants are told. */
    static @Nullable ReserveView of(Sides sides, DecisionView decision) {
        boolean told = decision.state() == GrantCallState.INFORMED || decision.state() == GrantCallState.ARCHIVED;
        return told ? sides.ask(new ReserveOf(decision.callId())) : null;
    }

    static Reserve said(CallView call, ReserveView reserve, Words words) {
        List<DecisionPages.Said> said = new ArrayList<>();
        for (PromotedBid promoted : reserve.promoted()) {
            String since = promoted.approvedOn() == null ? "" : " on " + words.date(promoted.approvedOn());
            said.add(said(promoted.bid(), "Promoted" + since + ". "));
        }
        RecommendedBid waiting = reserve.waiting();
        if (waiting != null) {
            said.add(said(waiting, "Recommended, not approved yet. "));
        }
        return new Reserve(said, left(call, reserve));
    }

    private static DecisionPages.Said said(RecommendedBid bid, String first) {
        return new DecisionPages.Said(
                bid.applicantName(), "/bids/" + bid.recommendation().bidId(), first + DecisionDeeds.outcome(bid));
    }

    /** What is left of each part of the envelope, and of what others than by-and-for organisations may get. */
    static List<String> left(CallView call, ReserveView reserve) {
        List<String> left = new ArrayList<>();
        for (EnvelopeLeft part : reserve.left()) {
            left.add("Of " + MoneyText.say(part.envelopePence()) + " in " + FundWords.year(part.financialYear()) + ", "
                    + call.fundNames().getOrDefault(part.fundId(), part.fundId()) + ", "
                    + Slice.restrictionInWords(part.restriction()) + ": " + MoneyText.say(part.leftPence())
                    + " is left.");
        }
        if (call.terms().ringFencePence() > 0) {
            left.add("Organisations without a verified by-and-for standing can get "
                    + MoneyText.say(Math.max(0, reserve.othersLeftPence())) + " of it.");
        }
        return left;
    }
}
