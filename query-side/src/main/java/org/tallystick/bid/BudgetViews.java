package org.tallystick.bid;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendations;
import org.tallystick.assessment.YearAmount;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.bid.BidQuery.SavedPart;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Rejection;

/** The budgets of a bid as they are read, each with what follows from it. */
final class BudgetViews {

    private final PoolsElsewhere pools;

    BudgetViews(DataSource source) {
        this.pools = new PoolsElsewhere(source);
    }

    /** One of them; what others pay of the same pools is told to people of the organisation alone. */
    BudgetView of(String bidId, String organisationId, SavedPart saved, @Nullable Budget budget, boolean inside) {
        FullCost cost = null;
        String fault = "";
        try {
            cost = budget == null ? null : FullCost.of(budget);
        } catch (Rejection refused) {
            fault = refused.sentence();
        }
        List<PoolShare> ours = cost == null ? List.of() : cost.poolShares();
        List<PoolShare> elsewhere = ours.isEmpty() ? List.of() : pools.of(organisationId, bidId);
        return new BudgetView(
                saved,
                budget,
                cost,
                fault,
                inside
                        ? elsewhere.stream()
                                .filter(share -> isOfAny(share, ours))
                                .toList()
                        : List.of(),
                PoolShare.overruns(ours, elsewhere));
    }

    /**
     * The partners of a bid, in the order in which they were asked.
     *
     * @param given what the bid was awarded, as the asker may know it; none where it was not
     */
    List<PartnerView> partners(String bidId, BidParts parts, List<YearAmount> given, Actor actor) {
        Map<String, Long> awarded = Recommendations.parts(parts.content().budgets(), given).stream()
                .collect(Collectors.toMap(
                        Recommendations.Part::organisationId, Recommendations.Part::awardedPence, Long::sum));
        return parts.partners().stream()
                .map(kept -> {
                    Partner partner = kept.partner();
                    String id = partner.organisationId();
                    return new PartnerView(
                            id,
                            kept.name(),
                            partner.work(),
                            partner.sight(),
                            kept.version(),
                            kept.state(),
                            partner.agreed() ? kept.stateSince() : null,
                            given.isEmpty() ? 0 : awarded.getOrDefault(id, 0L),
                            of(bidId, id, kept.savedBudget(), partner.budget(), BidSight.inside(actor, id)));
                })
                .toList();
    }

    private static boolean isOfAny(PoolShare share, List<PoolShare> ours) {
        return ours.stream()
                .anyMatch(own -> own.financialYear().equals(share.financialYear())
                        && own.pool().equals(share.pool()));
    }
}
