package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.assessment.AssessmentQuery.AssessmentSummary;
import org.tallystick.assessment.AssessmentQuery.Assessments;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.RankedBid;
import org.tallystick.assessment.AssessmentQuery.RankingOf;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.OneBid;
import org.tallystick.bid.Budget;
import org.tallystick.bid.FullCost;
import org.tallystick.bid.Project;
import org.tallystick.bid.Recovery;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.platform.Access;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;

/**
 * The bids of a call as its body compares them.
 *
 * @param lines the best first
 * @param hidden whether who asks has bids of the call to assess, and therefore learns no scores of others yet
 */
record CallBids(CallView call, DecisionView decision, List<Line> lines, boolean hidden) {

    /**
     * One bid.
     *
     * @param place where the work is to be
     * @param byAndFor whether the applicant has a verified standing today
     * @param recovery what it costs and who pays, over all years
     * @param asked by year, those with something asked for
     * @param invited how many were asked to assess it and did not say no
     * @param done how many of them have given scores
     */
    record Line(
            RankedBid bid,
            String place,
            boolean byAndFor,
            Recovery recovery,
            List<YearAmount> asked,
            long invited,
            long done) {

        /** "1", "1, tied", or that it is not ranked. */
        public String rank() {
            int rank = bid.place().rank();
            return rank == 0 ? "not yet" : rank + (bid.place().tied() ? ", tied" : "");
        }

        /** "3.45 of 5", or that there is none. */
        public String score() {
            return bid.place().assessments() == 0
                    ? "no scores"
                    : AssessmentWords.total(bid.place().averageHundredths());
        }

        /** What the project is called. */
        public String title() {
            return bid.title().isEmpty() ? "Bid of " + bid.applicantName() : bid.title();
        }
    }

    /** Reads all; refused to all but the body that holds the call, and auditors. */
    static CallBids read(Sides sides, String callId, long after) {
        Access.require(sides.actor(), RankingOf.class);
        DecisionView decision = sides.ask(new DecisionOf(callId), after);
        CallView call = sides.ask(new OneCall(callId));
        List<RankedBid> ranked = List.of();
        boolean hidden = false;
        try {
            ranked = sides.ask(new RankingOf(callId));
        } catch (Rejection rejection) {
            if (rejection.refusal() != Refusal.NOT_FOUND) {
                throw rejection;
            }
            hidden = true;
        }
        Map<String, long[]> counts = counts(sides, callId);
        Map<String, Boolean> standings = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (RankedBid bid : ranked) {
            boolean byAndFor = standings.computeIfAbsent(
                    bid.applicant(),
                    id -> sides.ask(new OneOrganisation(id)).summary().byAndFor());
            lines.add(line(bid, sides.ask(new OneBid(bid.bidId())), byAndFor, counts));
        }
        return new CallBids(call, decision, List.copyOf(lines), hidden);
    }

    private static Line line(RankedBid bid, BidView view, boolean byAndFor, Map<String, long[]> counts) {
        Project project = view.project().project();
        FullCost cost = view.budget().fullCost();
        Budget budget = view.budget().budget();
        long[] count = counts.getOrDefault(bid.bidId(), new long[2]);
        return new Line(
                bid,
                project == null ? "" : project.place(),
                byAndFor,
                cost == null ? new Recovery(0, bid.askedPence(), 0) : cost.recovery(),
                budget == null
                        ? List.of()
                        : budget.years().stream()
                                .filter(year -> year.funding().askedPence() > 0)
                                .map(year -> new YearAmount(
                                        year.financialYear(), year.funding().askedPence()))
                                .toList(),
                count[0],
                count[1]);
    }

    /** How many were asked and how many are done, by bid. */
    private static Map<String, long[]> counts(Sides sides, String callId) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        Paged<AssessmentSummary> found;
        int page = 1;
        do {
            found = sides.ask(new Assessments(callId, null, null, page, Paged.MOST));
            for (AssessmentSummary one : found.items()) {
                long[] count = counts.computeIfAbsent(one.bidId(), _ -> new long[2]);
                boolean no = one.state() == AssessmentState.DECLINED || one.state() == AssessmentState.RECUSED;
                count[0] += no ? 0 : 1;
                count[1] += one.state() == AssessmentState.SUBMITTED ? 1 : 0;
            }
            page++;
        } while ((long) (page - 1) * Paged.MOST < found.total());
        return counts;
    }
}
