package org.tallystick.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.assessment.Recommendations.Asked;
import org.tallystick.award.Award;
import org.tallystick.bid.Bid;
import org.tallystick.call.CallTerms;
import org.tallystick.call.Decision.Given;
import org.tallystick.call.GrantCall;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.fund.Fund;
import org.tallystick.fund.Slice;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/**
 * Promotion from the reserve, once applicants are told: recommended by one person, approved by another with the
 * authority, as the decision was. What it gives is what is left of the envelope and the ring-fence beside the awards
 * that did not come to nothing; where their money went back to the fund, it is set aside again.
 */
public final class Promotions {

    private final Repository<GrantCall> calls;
    private final Repository<Bid> bids;
    private final Repository<Award> awards;
    private final Repository<Fund> funds;
    private final Approval approval;
    private final NewAwards newAwards;

    /** Over the aggregates. */
    public Promotions(
            Repository<GrantCall> calls,
            Repository<Bid> bids,
            Repository<Award> awards,
            Repository<Fund> funds,
            Approval approval,
            NewAwards newAwards) {
        this.calls = calls;
        this.bids = bids;
        this.awards = awards;
        this.funds = funds;
        this.approval = approval;
        this.newAwards = newAwards;
    }

    @CommandHandler
    void handle(GrantCallCommand.RecommendPromotion command, CommandContext context) {
        Aggregate<GrantCall> call = calls.load(command.callId());
        CallTerms terms = call.invoke(c -> c.requirePromoting(context));
        requireFit(call, terms, command.recommendation(), context);
        call.execute(c -> c.decision().recommend(command));
    }

    @CommandHandler
    void handle(GrantCallCommand.ApprovePromotion command, CommandContext context) throws Exception {
        Aggregate<GrantCall> call = calls.load(command.callId());
        Recommendation promotion = call.invoke(c -> c.promotable(command.readVersion(), context));
        CallTerms terms = call.invoke(c -> c.requirePromoting(context));
        requireFit(call, terms, promotion, context);
        approval.requireNoPart(command.callId(), inReserve(command.callId(), context), context);
        String authority = approval.authority(call.invoke(GrantCall::holder), List.of(promotion), context);
        List<Given> toNothing = came(call).toNothing();
        call.execute(c -> c.decision().promote(command.callId(), authority));
        Aggregate<Bid> bid = bids.load(promotion.bidId());
        bid.execute(b -> b.decide(promotion));
        setAsideAgain(command.callId(), terms, promotion, toNothing, context.today());
        newAwards.make(command.callId(), terms, bid, promotion, context, authority);
    }

    /** Only a bid in reserve, and only what is left beside the awards that still hold. */
    private void requireFit(
            Aggregate<GrantCall> call, CallTerms terms, Recommendation promotion, CommandContext context) {
        Aggregate<Bid> bid = bids.load(promotion.bidId());
        String callId = call.identifierAsString();
        if (!bid.invoke(b -> b.isReserved() && b.callId().equals(callId))) {
            throw Rejection.of(
                    Refusal.WRONG_STATE, "bidId", "Only a bid that is in reserve for this call can be promoted.");
        }
        Map<String, Asked> known = new HashMap<>();
        List<Recommendation> held = new ArrayList<>();
        for (Given given : came(call).held()) {
            held.add(given.award());
            known.put(given.award().bidId(), approval.asked(given.award().bidId(), given.decidedOn()));
        }
        known.put(promotion.bidId(), approval.asked(promotion.bidId(), context.today()));
        Recommendations.requireFitsBeside(terms, known, held, promotion);
    }

    /** Awards that hold, and those that came to nothing. */
    private record Awards(List<Given> held, List<Given> toNothing) {}

    private Awards came(Aggregate<GrantCall> call) {
        Map<Boolean, List<Given>> parts = call.invoke(c -> c.decision().given()).stream()
                .collect(Collectors.partitioningBy(
                        given -> awards.load(Require.given(given.award().awardId(), "awardId"))
                                .invoke(Award::cameToNothing)));
        return new Awards(parts.getOrDefault(false, List.of()), parts.getOrDefault(true, List.of()));
    }

    /** Those that wait for money to become free. */
    private List<Asked> inReserve(String callId, CommandContext context) {
        return approval.bidsOf(callId, Bid::isReserved, context);
    }

    /** The money of an award that came to nothing is free in its fund; no more than that is set aside again. */
    private void setAsideAgain(
            String callId, CallTerms terms, Recommendation promotion, List<Given> toNothing, LocalDate on) {
        String fundId = Require.given(promotion.fundId(), "fundId");
        String restriction = Slice.restriction(promotion.restriction());
        Aggregate<Fund> fund = funds.load(fundId);
        for (YearAmount amount : promotion.amounts()) {
            long envelope = terms.envelope().stream()
                    .filter(part -> part.fundId().equals(fundId)
                            && part.restriction().equals(restriction)
                            && part.financialYear().equals(amount.financialYear()))
                    .mapToLong(CallTerms.Envelope::amountPence)
                    .sum();
            long freed = toNothing.stream()
                    .map(Given::award)
                    .filter(award ->
                            fundId.equals(award.fundId()) && restriction.equals(Slice.restriction(award.restriction())))
                    .flatMap(award -> award.amounts().stream())
                    .filter(part -> part.financialYear().equals(amount.financialYear()))
                    .mapToLong(YearAmount::amountPence)
                    .sum();
            fund.execute(f -> f.setAsideMissing(
                    callId,
                    amount.financialYear(),
                    restriction,
                    amount.amountPence(),
                    Math.addExact(envelope, freed),
                    on));
        }
    }
}
