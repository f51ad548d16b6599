package org.tallystick.assessment;

import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.award.Award;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Instalment;
import org.tallystick.award.PaymentPlan;
import org.tallystick.bid.Bid;
import org.tallystick.bid.BidContent;
import org.tallystick.bid.Budget;
import org.tallystick.bid.FullCost;
import org.tallystick.bid.OverheadRecovery;
import org.tallystick.bid.PoolShare;
import org.tallystick.bid.Project;
import org.tallystick.call.CallTerms;
import org.tallystick.fund.Fund;
import org.tallystick.fund.Slice;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Require;
import org.tallystick.registry.Organisation;

/** Makes the awards of a decision: their money out of what is set aside for the call, nothing paid for twice. */
public final class NewAwards {

    private final Repository<Award> awards;
    private final Repository<Fund> funds;
    private final Repository<Organisation> organisations;
    private final Repository<OverheadRecovery> overheads;

    /** Over the aggregates. */
    public NewAwards(
            Repository<Award> awards,
            Repository<Fund> funds,
            Repository<Organisation> organisations,
            Repository<OverheadRecovery> overheads) {
        this.awards = awards;
        this.funds = funds;
        this.organisations = organisations;
        this.overheads = overheads;
    }

    /** The award that a bid gets. */
    void make(
            String callId,
            CallTerms terms,
            Aggregate<Bid> bid,
            Recommendation recommendation,
            CommandContext context,
            String authority)
            throws Exception {
        String recipient = bid.invoke(Bid::applicant);
        organisations.load(recipient).execute(Organisation::requireRegistered);
        BidContent content = bid.invoke(Bid::content);
        Project project = Require.given(content.project(), "project");
        String awardId = Require.given(recommendation.awardId(), "awardId");
        String fundId = Require.given(recommendation.fundId(), "fundId");
        Aggregate<Fund> fund = funds.load(fundId);
        List<Instalment> instalments = fund.invoke(f -> f.commit(
                awardId,
                callId,
                recipient,
                Slice.restriction(recommendation.restriction()),
                PaymentPlan.quarterly(project.startsOn(), terms.months(), recommendation.amounts()),
                context.today()));
        AwardEvent.AwardCommitted committed = new AwardEvent.AwardCommitted(
                awardId,
                fundId,
                callId,
                fund.invoke(Fund::holder),
                recipient,
                context.actor().personId(),
                project.title(),
                project.summary(),
                Currency.GBP,
                instalments);
        List<Budget> budgets = content.budgets();
        awards.newInstance(() -> new Award(committed, CommandContext.under(authority)))
                .execute(award -> recordGap(award, budgets, recommendation));
        for (Budget paid : Recommendations.paid(budgets, recommendation.amounts())) {
            claim(awardId, paid);
        }
    }

    private static void recordGap(Award award, List<Budget> budgets, Recommendation given) {
        award.recordGap(
                Recommendations.realCost(budgets, given.amounts()), Recommendations.gaps(budgets, given.amounts()));
    }

    /** Whatever it pays of an organisation's shared costs is written in one place, whoever the funder is. */
    private void claim(String awardId, Budget paid) throws Exception {
        String organisationId = paid.organisationId();
        List<PoolShare> shares = FullCost.of(paid).poolShares().stream()
                .filter(share -> share.recoveredPence() > 0)
                .toList();
        if (shares.isEmpty()) {
            return;
        }
        Aggregate<OverheadRecovery> recovery =
                overheads.loadOrCreate(OverheadRecovery.idOf(organisationId), OverheadRecovery::new);
        for (String claimed : Objects.requireNonNull(recovery.invoke(OverheadRecovery::awards))) {
            if (awards.load(claimed).invoke(Award::cameToNothing)) {
                recovery.execute(r -> r.release(claimed));
            }
        }
        recovery.execute(r -> r.claim(organisationId, awardId, shares));
    }
}
