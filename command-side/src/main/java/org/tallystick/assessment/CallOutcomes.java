package org.tallystick.assessment;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.assessment.Recommendations.Asked;
import org.tallystick.bid.Bid;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCall;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.platform.CommandContext;

/**
 * What becomes of the bids of a call: recommended by one person, approved by another whose authority covers the sum.
 * With the approval every bid is decided, every award made and every penny committed, all in one unit of work.
 */
public final class CallOutcomes {

    private final Repository<GrantCall> calls;
    private final Repository<Bid> bids;
    private final Approval approval;
    private final NewAwards newAwards;

    /** Over the aggregates. */
    public CallOutcomes(Repository<GrantCall> calls, Repository<Bid> bids, Approval approval, NewAwards newAwards) {
        this.calls = calls;
        this.bids = bids;
        this.approval = approval;
        this.newAwards = newAwards;
    }

    @CommandHandler
    void handle(GrantCallCommand.RecommendAwards command, CommandContext context) {
        Aggregate<GrantCall> call = calls.load(command.callId());
        CallTerms terms = call.invoke(c -> c.assess(context, "recommend awards"));
        Recommendations.requireFit(terms, submitted(command.callId(), context), command.recommendations());
        call.execute(c -> c.decision().recommend(command));
    }

    @CommandHandler
    void handle(GrantCallCommand.ApproveDecision command, CommandContext context) throws Exception {
        // Read before the call: if somebody else approves just now, the call says so, and not the bids.
        List<Asked> submitted = submitted(command.callId(), context);
        Aggregate<GrantCall> call = calls.load(command.callId());
        List<Recommendation> recommendations = call.invoke(c -> c.approvable(command.readVersion(), context));
        CallTerms terms = call.invoke(GrantCall::requireAssessing);
        Recommendations.requireFit(terms, submitted, recommendations);
        approval.requireNoPart(command.callId(), submitted, context);
        String authority = approval.authority(call.invoke(GrantCall::holder), recommendations, context);
        call.execute(c -> c.decision().decide(command.callId(), authority));
        for (Recommendation recommendation : recommendations) {
            Aggregate<Bid> bid = bids.load(recommendation.bidId());
            bid.execute(b -> b.decide(recommendation));
            if (recommendation.givesMoney()) {
                newAwards.make(command.callId(), terms, bid, recommendation, context, authority);
            }
        }
    }

    private List<Asked> submitted(String callId, CommandContext context) {
        return approval.bidsOf(callId, Bid::isSubmitted, context);
    }
}
