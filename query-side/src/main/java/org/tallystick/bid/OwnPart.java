package org.tallystick.bid;

import java.util.List;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.EligibilityView;
import org.tallystick.bid.BidQuery.OutcomeView;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.bid.BidQuery.SavedPart;

/** A bid as a partner reads it that sees its own part only: that, what the project is about, and how the bid stands. */
final class OwnPart {

    private OwnPart() {}

    static BidView of(BidView bid, String organisationId) {
        PartnerView own = bid.partner(organisationId).orElseThrow();
        List<BidTask> task = bid.tasks().stream()
                .filter(one -> one.part() == BidPart.PARTNER && organisationId.equals(one.question()))
                .toList();
        OutcomeView outcome = bid.outcome();
        return new BidView(
                summary(bid.summary(), own, task),
                bid.version(),
                bid.callVersion(),
                task,
                new EligibilityView(SavedPart.NEVER, List.of(), new Eligibility(List.of(), List.of())),
                bid.project(),
                List.of(),
                BudgetView.NONE,
                null,
                "",
                null,
                outcome == null ? null : new OutcomeView(outcome.outcome(), "", null, List.of(), 0, List.of()),
                List.of(own),
                own.sight());
    }

    private static BidSummary summary(BidSummary bid, PartnerView own, List<BidTask> task) {
        FullCost cost = own.budget().fullCost();
        Recovery recovery = cost == null ? new Recovery(0, 0, 0) : cost.recovery();
        return new BidSummary(
                bid.bidId(),
                bid.callId(),
                bid.callTitle(),
                bid.callState(),
                bid.closesAt(),
                bid.applicant(),
                bid.applicantName(),
                bid.title(),
                bid.state(),
                recovery.askedPence(),
                recovery.fullCostPence(),
                task.size(),
                (int) task.stream().filter(BidTask::done).count(),
                bid.submittedAt());
    }
}
