package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.assessment.Recommendations.Asked;
import org.tallystick.bid.Bid;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCall;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.KeyHolders;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;
import org.tallystick.registry.Authority;
import org.tallystick.registry.Organisation;

/**
 * What becomes of the bids of a call: recommended by one person, approved by another whose authority covers the sum.
 * With the approval every bid is decided, every award made and every penny committed, all in one unit of work.
 */
public final class CallOutcomes {

    private final Repository<GrantCall> calls;
    private final Repository<Bid> bids;
    private final Repository<Assessment> assessments;
    private final Repository<Organisation> organisations;
    private final NewAwards newAwards;
    private final KeyHolders keys;

    /** Over the aggregates. */
    public CallOutcomes(
            Repository<GrantCall> calls,
            Repository<Bid> bids,
            Repository<Assessment> assessments,
            Repository<Organisation> organisations,
            NewAwards newAwards,
            KeyHolders keys) {
        this.calls = calls;
        this.bids = bids;
        this.assessments = assessments;
        this.organisations = organisations;
        this.newAwards = newAwards;
        this.keys = keys;
    }

    @CommandHandler
    void handle(GrantCallCommand.RecommendAwards command, CommandContext context) {
        Aggregate<GrantCall> call = calls.load(command.callId());
        CallTerms terms = call.invoke(c -> c.assess(context, "recommend awards"));
        Recommendations.requireFit(terms, submitted(command.callId(), context), command.recommendations());
        call.execute(c -> c.recommend(command));
    }

    @CommandHandler
    void handle(GrantCallCommand.ApproveDecision command, CommandContext context) throws Exception {
        // Read before the call: if somebody else approves just now, the call says so, and not the bids.
        List<Asked> submitted = submitted(command.callId(), context);
        Aggregate<GrantCall> call = calls.load(command.callId());
        List<Recommendation> recommendations = call.invoke(c -> c.approvable(command.readVersion(), context));
        CallTerms terms = call.invoke(GrantCall::requireAssessing);
        Recommendations.requireFit(terms, submitted, recommendations);
        requireNoPart(command.callId(), submitted, context);
        String authority = authority(call.invoke(GrantCall::holder), recommendations, context);
        call.execute(c -> c.decide(authority));
        for (Recommendation recommendation : recommendations) {
            Aggregate<Bid> bid = bids.load(recommendation.bidId());
            bid.execute(b -> b.decide(recommendation));
            if (recommendation.givesMoney()) {
                newAwards.make(command.callId(), terms, bid, recommendation, context, authority);
            }
        }
    }

    /** The bids that wait for a decision, as far as they need to be known for it. */
    private List<Asked> submitted(String callId, CommandContext context) {
        List<Asked> submitted = new ArrayList<>();
        for (String bidId : keys.beginningWith("bid:" + callId + ":")) {
            Aggregate<Bid> bid = bids.load(bidId);
            if (bid.invoke(Bid::isSubmitted)) {
                String applicant = bid.invoke(Bid::applicant);
                submitted.add(new Asked(
                        bidId,
                        applicant,
                        Require.given(bid.invoke(Bid::content).budget(), "budget"),
                        organisations.load(applicant).invoke(o -> o.isByAndFor(context.today()))));
            }
        }
        return submitted;
    }

    /** Who approves has assessed no bid of the call, and belongs to none of the applicants. */
    private void requireNoPart(String callId, List<Asked> submitted, CommandContext context) {
        for (Asked bid : submitted) {
            organisations.load(bid.applicant()).execute(o -> o.requireStranger(context, "decide about its bid"));
        }
        for (String assessmentId : keys.beginningWith("assessment:" + callId + ":")) {
            if (assessments
                    .load(assessmentId)
                    .invoke(a -> a.counts(context.actor().personId()))) {
                throw Rejection.of(Refusal.SAME_PERSON, "Who assessed a bid of this call cannot approve the decision.");
            }
        }
    }

    private String authority(String holder, List<Recommendation> recommendations, CommandContext context) {
        Aggregate<Organisation> body = organisations.load(holder);
        body.execute(Organisation::requireRegistered);
        long total =
                recommendations.stream().mapToLong(Recommendation::totalPence).reduce(0, Math::addExact);
        return Authority.require(body, context, context.today(), total, "The decision", "recommendations");
    }

    /** Metadata of what is done under an authority. */
    static Map<String, String> under(String authority) {
        return Map.of(CommandContext.AUTHORITY, authority);
    }
}
