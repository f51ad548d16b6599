package org.tallystick.award;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.call.GrantCall;
import org.tallystick.fund.Fund;
import org.tallystick.fund.Slice;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.Authority;
import org.tallystick.registry.Organisation;

/**
 * Decisions about an award that need more than the award: the fund it draws on, the authority of who decides, the
 * standing of who gets it. All of it in one unit of work, so that all of it happens or nothing.
 */
public final class AwardDecisions {

    private final Repository<Award> awards;
    private final Repository<Fund> funds;
    private final Repository<Organisation> organisations;
    private final Repository<GrantCall> calls;

    /** Over the aggregates. */
    public AwardDecisions(
            Repository<Award> awards,
            Repository<Fund> funds,
            Repository<Organisation> organisations,
            Repository<GrantCall> calls) {
        this.awards = awards;
        this.funds = funds;
        this.organisations = organisations;
        this.calls = calls;
    }

    @CommandHandler
    void handle(AwardCommand.CommitAward command, CommandContext context) throws Exception {
        // Who gets it, who gives it, the fund: in the order of every decision, so that two never wait for each other.
        Recipients.requireFit(organisations, command.recipient(), context, "award it money");
        organisations.load(context.actor().organisationId()).execute(Organisation::requireRegistered);
        String holder = funds.load(command.fundId()).invoke(Fund::holder);
        context.requireActsFor(holder, "make awards from this fund");
        long total = command.schedule().stream()
                .mapToLong(Instalment.Planned::amountPence)
                .reduce(0, Math::addExact);
        String authority = Authority.require(
                organisations.load(holder), context, context.effectiveOn(command), total, "The award", "schedule");
        List<Instalment> instalments = funds.load(command.fundId())
                .invoke(fund -> fund.commit(
                        command.awardId(),
                        null,
                        command.recipient(),
                        command.restriction(),
                        command.schedule(),
                        context.effectiveOn(command)));
        AwardEvent.AwardCommitted committed = new AwardEvent.AwardCommitted(
                command.awardId(),
                command.fundId(),
                null,
                holder,
                command.recipient(),
                context.actor().personId(),
                command.title(),
                command.purpose(),
                Currency.GBP,
                instalments);
        var award = awards.newInstance(() -> new Award(committed, CommandContext.under(authority)));
        RealCost realCost = command.realCost();
        if (realCost != null) {
            award.execute(a -> a.recordGap(realCost, Map.of(command.recipient(), realCost.gaps())));
        }
    }

    @CommandHandler
    void handle(AwardCommand.OfferAgreement command, CommandContext context) {
        Aggregate<Award> award = awards.load(command.awardId());
        if (!isTold(award)) {
            throw Rejection.of(Refusal.WRONG_STATE, "The applicants have not been told of the decision yet.");
        }
        award.execute(a -> a.offer(command, context));
    }

    @CommandHandler
    void handle(AwardCommand.SignAgreement command, CommandContext context) {
        Aggregate<Award> award = told(command.awardId());
        award.execute(a -> a.sign(command.readVersion(), context, context.effectiveOn(command)));
        organisations.load(award.invoke(Award::recipient)).execute(Organisation::requireRegistered);
    }

    @CommandHandler
    void handle(AwardCommand.DeclineAward command, CommandContext context) {
        Aggregate<Award> award = told(command.awardId());
        release(award, award.invoke(a -> a.decline(context)));
    }

    @CommandHandler
    void handle(AwardCommand.ExpireOffer command, CommandContext context) {
        Aggregate<Award> award = awards.load(command.awardId());
        release(award, award.invoke(a -> a.expire(context)));
    }

    @CommandHandler
    void handle(AwardCommand.RescindAward command, CommandContext context) {
        Aggregate<Award> award = awards.load(command.awardId());
        release(award, award.invoke(a -> a.rescind(context, context.effectiveOn(command))));
    }

    private void release(Aggregate<Award> award, List<Slice> freed) {
        funds.load(award.invoke(Award::fundId))
                .execute(fund -> fund.releaseCommitment(award.identifierAsString(), freed));
    }

    /** An award of which the organisation may know; of any other it is told that there is none. */
    private Aggregate<Award> told(String awardId) {
        Aggregate<Award> award = awards.load(awardId);
        if (!isTold(award)) {
            throw CommandContext.notFound(awardId);
        }
        return award;
    }

    private boolean isTold(Aggregate<Award> award) {
        return award.invoke(Award::callId)
                .map(callId -> calls.load(callId).invoke(GrantCall::hasInformed))
                .orElse(true);
    }
}
