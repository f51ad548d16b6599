package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.tallystick.fund.Fund;
import org.tallystick.fund.Slice;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.Organisation;
import org.tallystick.registry.OrganisationEvent;

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
        String authority = requireAuthority(holder, command, context, total);
        List<Instalment> instalments = funds.load(command.fundId())
                .invoke(fund -> fund.commit(
                        command.awardId(),
                        command.callId(),
                        command.recipient(),
                        command.restriction(),
                        command.schedule()));
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
        awards.newInstance(() -> new Award(committed, Map.of(CommandContext.AUTHORITY, authority)));
    }

    @CommandHandler
    void handle(AwardCommand.SignAgreement command, CommandContext context) {
        var award = awards.load(command.awardId());
        award.execute(a -> a.sign(context));
        organisations.load(award.invoke(Award::recipient)).execute(Organisation::requireRegistered);
    }

    @CommandHandler
    void handle(AwardCommand.RescindAward command, CommandContext context) {
        var award = awards.load(command.awardId());
        List<Slice> freed = award.invoke(a -> a.rescind(context));
        funds.load(award.invoke(Award::fundId)).execute(fund -> fund.releaseCommitment(command.awardId(), freed));
    }

    @CommandHandler
    void handle(AwardCommand.DeclineAward command, CommandContext context) {
        var award = awards.load(command.awardId());
        List<Slice> freed = award.invoke(a -> a.decline(context));
        funds.load(award.invoke(Award::fundId)).execute(fund -> fund.releaseCommitment(command.awardId(), freed));
    }

    /**
     * The sum must be within the limit that holds today, when it is decided and recorded, and within the one that held
     * on the day it takes effect: so a decision can be dated back neither to a day when the limit was higher, nor to
     * one before there was any. The authority that counts is the lower of both.
     */
    private String requireAuthority(
            String holder, AwardCommand.CommitAward command, CommandContext context, long totalPence) {
        OrganisationEvent.DelegatedLimitSet now = limit(holder, context, context.today(), totalPence);
        OrganisationEvent.DelegatedLimitSet then = limit(holder, context, context.effectiveOn(command), totalPence);
        OrganisationEvent.DelegatedLimitSet lower = then.limitPence() < now.limitPence() ? then : now;
        return "delegated limit of " + Pounds.of(lower.limitPence()) + " from " + lower.from();
    }

    private OrganisationEvent.DelegatedLimitSet limit(
            String holder, CommandContext context, LocalDate day, long totalPence) {
        OrganisationEvent.DelegatedLimitSet limit = organisations
                .load(holder)
                .invoke(organisation -> organisation.limitOf(context.actor().personId(), day))
                .orElseThrow(() -> Rejection.of(Refusal.LIMIT_EXCEEDED, "You have no delegated limit on " + day + "."));
        if (totalPence > limit.limitPence()) {
            throw Rejection.of(
                    Refusal.LIMIT_EXCEEDED,
                    "schedule",
                    "The award is %s; your delegated limit on %s is %s."
                            .formatted(Pounds.of(totalPence), day, Pounds.of(limit.limitPence())));
        }
        return limit;
    }
}
