package org.tallystick.award;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.tallystick.fund.Fund;
import org.tallystick.fund.Slice;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Currency;
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

    /** Over the aggregates. */
    public AwardDecisions(Repository<Award> awards, Repository<Fund> funds, Repository<Organisation> organisations) {
        this.awards = awards;
        this.funds = funds;
        this.organisations = organisations;
    }

    @CommandHandler
    void handle(AwardCommand.CommitAward command, CommandContext context) throws Exception {
        String holder = funds.load(command.fundId()).invoke(Fund::holder);
        context.requireActsFor(holder, "make awards from this fund");
        organisations.load(holder).execute(Organisation::requireRegistered);
        Recipients.requireFit(organisations, command.recipient(), context, "award it money");
        long total = command.schedule().stream()
                .mapToLong(Instalment.Planned::amountPence)
                .reduce(0, Math::addExact);
        String authority = Authority.require(
                organisations.load(holder), context, context.effectiveOn(command), total, "The award", "schedule");
        List<Instalment> instalments = funds.load(command.fundId())
                .invoke(fund -> fund.commit(
                        command.awardId(),
                        command.callId(),
                        command.recipient(),
                        command.restriction(),
                        command.schedule(),
                        context.effectiveOn(command)));
        AwardEvent.AwardCommitted committed = new AwardEvent.AwardCommitted(
                command.awardId(),
                command.fundId(),
                command.callId(),
                holder,
                command.recipient(),
                context.actor().personId(),
                command.title(),
                command.purpose(),
                Currency.GBP,
                instalments);
        var award = awards.newInstance(() -> new Award(committed, Map.of(CommandContext.AUTHORITY, authority)));
        RealCost realCost = command.realCost();
        if (realCost != null) {
            award.execute(a -> a.recordGap(realCost));
        }
    }

    @CommandHandler
    void handle(AwardCommand.SignAgreement command, CommandContext context) {
        var award = awards.load(command.awardId());
        award.execute(a -> a.sign(command.readVersion(), context, context.effectiveOn(command)));
        organisations.load(award.invoke(Award::recipient)).execute(Organisation::requireRegistered);
    }

    @CommandHandler
    void handle(AwardCommand.ExpireOffer command, CommandContext context) {
        var award = awards.load(command.awardId());
        List<Slice> freed = award.invoke(a -> a.expire(context));
        funds.load(award.invoke(Award::fundId)).execute(fund -> fund.releaseCommitment(command.awardId(), freed));
    }

    @CommandHandler
    void handle(AwardCommand.RescindAward command, CommandContext context) {
        var award = awards.load(command.awardId());
        List<Slice> freed = award.invoke(a -> a.rescind(context, context.effectiveOn(command)));
        funds.load(award.invoke(Award::fundId)).execute(fund -> fund.releaseCommitment(command.awardId(), freed));
    }

    @CommandHandler
    void handle(AwardCommand.DeclineAward command, CommandContext context) {
        var award = awards.load(command.awardId());
        List<Slice> freed = award.invoke(a -> a.decline(context));
        funds.load(award.invoke(Award::fundId)).execute(fund -> fund.releaseCommitment(command.awardId(), freed));
    }
}
