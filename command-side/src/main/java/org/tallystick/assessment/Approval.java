package org.tallystick.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.assessment.Recommendations.Asked;
import org.tallystick.bid.Bid;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.KeyHolders;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.Authority;
import org.tallystick.registry.Organisation;

/** What has to be known, and who may say yes, where awards of a call are approved: first, and from the reserve. */
public final class Approval {

    private final Repository<Bid> bids;
    private final Repository<Assessment> assessments;
    private final Repository<Organisation> organisations;
    private final KeyHolders keys;

    /** Over the aggregates. */
    public Approval(
            Repository<Bid> bids,
            Repository<Assessment> assessments,
            Repository<Organisation> organisations,
            KeyHolders keys) {
        this.bids = bids;
        this.assessments = assessments;
        this.organisations = organisations;
        this.keys = keys;
    }

    /** The bids of a call that are so, as they stand today. */
    List<Asked> bidsOf(String callId, Predicate<Bid> wanted, CommandContext context) {
        List<Asked> found = new ArrayList<>();
        for (String bidId : keys.beginningWith("bid:" + callId + ":")) {
            if (bids.load(bidId).invoke(wanted::test)) {
                found.add(asked(bidId, context.today()));
            }
        }
        return found;
    }

    /** A bid, and whether its organisation has a verified by-and-for standing on that day. */
    Asked asked(String bidId, LocalDate day) {
        Aggregate<Bid> bid = bids.load(bidId);
        String applicant = bid.invoke(Bid::applicant);
        return new Asked(
                bidId,
                applicant,
                bid.invoke(Bid::content).budgets(),
                organisations.load(applicant).invoke(o -> o.isByAndFor(day)));
    }

    /** Who approves has assessed no bid of the call, and belongs to none of the applicants and their partners. */
    void requireNoPart(String callId, List<Asked> waiting, CommandContext context) {
        for (Asked bid : waiting) {
            bid.budgets()
                    .forEach(budget -> organisations
                            .load(budget.organisationId())
                            .execute(o -> o.requireStranger(context, "decide about its bid")));
        }
        for (String assessmentId : keys.beginningWith("assessment:" + callId + ":")) {
            if (assessments
                    .load(assessmentId)
                    .invoke(a -> a.counts(context.actor().personId()))) {
                throw Rejection.of(Refusal.SAME_PERSON, "Who assessed a bid of this call cannot approve the decision.");
            }
        }
    }

    /** The authority that covers what is given together, on that day. */
    String authority(String holder, List<Recommendation> recommendations, CommandContext context) {
        Aggregate<Organisation> body = organisations.load(holder);
        body.execute(Organisation::requireRegistered);
        long total =
                recommendations.stream().mapToLong(Recommendation::totalPence).reduce(0, Math::addExact);
        return Authority.require(body, context, context.today(), total, "The decision", "recommendations");
    }
}
