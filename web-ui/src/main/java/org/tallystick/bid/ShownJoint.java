package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.call.CallTerms;
import org.tallystick.fund.FundWords;

/**
 * What several organisations do together, what that costs and who pays, a line for each of them.
 *
 * @param parts the lead first
 * @param together all of them
 * @param limits what the funder's cap on overheads leaves unfunded of all of them, a sentence for each year
 */
record ShownJoint(List<Part> parts, Recovery together, List<String> limits) {

    /**
     * One organisation.
     *
     * @param work what it will do; of the lead empty
     * @param agreed whether it stands for its part; the lead does so when it sends the bid
     * @param cost what its part costs; none before that is known
     * @param awardedPence what it gets of an award that was told; 0 where there is none
     * @param version of its budget
     */
    record Part(
            String organisationId,
            String name,
            String work,
            boolean agreed,
            @Nullable ShownCost cost,
            long awardedPence,
            int version) {}

    /** None where one organisation makes the bid alone, or the reader sees one part only. */
    static @Nullable ShownJoint of(BidOfCall read) {
        if (read.bid().partners().isEmpty() || !read.seesAll()) {
            return null;
        }
        JointCost cost = read.bid().cost();
        CallTerms.OverheadCap cap = read.terms().overheadCap();
        return new ShownJoint(
                parts(read),
                cost.recovery(),
                cap == null
                        ? List.of()
                        : cost.years().stream()
                                .map(year -> FundWords.year(year.financialYear()) + ": "
                                        + year.capped(cap.basisPoints()).sentence())
                                .toList());
    }

    /** Those that the reader sees: of a bid that one organisation makes alone it, of one's own part that. */
    static List<Part> parts(BidOfCall read) {
        List<Part> parts = new ArrayList<>();
        if (read.seesAll()) {
            BidQuery.OutcomeView outcome = read.bid().outcome();
            long given = outcome == null
                    ? 0
                    : outcome.amounts().stream()
                            .mapToLong(amount -> amount.amountPence())
                            .sum();
            long others = read.bid().partners().stream()
                    .mapToLong(PartnerView::awardedPence)
                    .sum();
            BudgetView lead = read.bid().budget();
            parts.add(new Part(
                    read.summary().applicant(),
                    read.summary().applicantName(),
                    "",
                    true,
                    shown(lead, read),
                    given - others,
                    lead.saved().version()));
        }
        for (PartnerView partner : read.bid().partners()) {
            parts.add(new Part(
                    partner.organisationId(),
                    partner.name(),
                    partner.work(),
                    partner.state() == PartnerState.AGREED,
                    shown(partner.budget(), read),
                    partner.awardedPence(),
                    partner.budget().saved().version()));
        }
        return List.copyOf(parts);
    }

    private static @Nullable ShownCost shown(BudgetView budget, BidOfCall read) {
        FullCost cost = budget.fullCost();
        return cost == null
                ? null
                : read.bid().partners().isEmpty() ? ShownCost.of(cost, read.terms()) : ShownCost.of(cost);
    }
}
