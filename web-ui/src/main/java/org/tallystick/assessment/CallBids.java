package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.assessment.AssessmentQuery.ComparedBid;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.SideBySide;
import org.tallystick.bid.Recovery;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.platform.Access;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Sides;
import org.tallystick.registry.ByAndForStanding;

/**
 * The bids of a call as its body compares them.
 *
 * @param lines the best first
 * @param hidden whether who asks has bids of the call to assess, and therefore learns no scores of others yet
 */
record CallBids(CallView call, DecisionView decision, List<Line> lines, boolean hidden) {

    /** One bid, and how it is said. */
    record Line(ComparedBid bid) {

        /** "1", "1, tied", or that it is not ranked. */
        public String rank() {
            Ranking.Place rank = bid.rank();
            return rank == null ? "not yet" : rank.rank() + (rank.tied() ? ", tied" : "");
        }

        /** "3.45 of 5", or that there is none. */
        public String score() {
            Ranking.Place rank = bid.rank();
            return rank == null ? "no scores" : AssessmentWords.total(rank.averageHundredths());
        }

        /** "Rank 2, 4.7 of 5.", or that nobody has given scores. */
        public String ranking() {
            return bid.rank() == null ? "No scores yet." : "Rank " + rank() + ", " + score() + ".";
        }

        /** What the project is called. */
        public String title() {
            return bid.title().isEmpty() ? "Bid of " + bid.applicantName() : bid.title();
        }

        /** Whose bid it is, with whom, and where the work is to be. */
        public String under() {
            String who = bid.partners().isEmpty()
                    ? bid.applicantName()
                    : bid.applicantName() + " with "
                            + (bid.partners().size() == 1
                                    ? "a partner"
                                    : bid.partners().size() + " partners") + ": " + String.join(", ", bid.partners());
            return bid.place().isEmpty() ? who : who + " · " + bid.place();
        }

        /** Whether the applicant has a verified standing. */
        public boolean byAndFor() {
            return bid.standing() == ByAndForStanding.VERIFIED;
        }

        /** "Verified", "Claimed" or "No". */
        public String standing() {
            return switch (bid.standing()) {
                case VERIFIED -> "Verified";
                case CLAIMED -> "Claimed";
                case NONE -> "No";
            };
        }

        /** "72.4%" of the full cost; nothing where it cannot be worked out. */
        public String paidFor() {
            Recovery recovery = bid.recovery();
            return recovery.fullCostPence() == 0 ? "" : recovery.rate().percent();
        }

        /** By year, those with something asked for. */
        List<YearAmount> asked() {
            return bid.asked();
        }
    }

    /** Reads all; refused to all but the body that holds the call, and auditors. */
    static CallBids read(Sides sides, String callId, long after) {
        Access.require(sides.actor(), BidsSideBySide.class);
        DecisionView decision = sides.ask(new DecisionOf(callId), after);
        CallView call = sides.ask(new OneCall(callId));
        List<Line> lines = new ArrayList<>();
        SideBySide found;
        int page = 1;
        do {
            found = sides.ask(new BidsSideBySide(callId, null, null, BidOrder.RANK, false, page, Paged.MOST));
            found.page().items().forEach(bid -> lines.add(new Line(bid)));
            page++;
        } while (page <= found.page().lastPage());
        return new CallBids(call, decision, List.copyOf(lines), found.hidden());
    }
}
