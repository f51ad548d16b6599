package org.tallystick.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tallystick.award.Gap;
import org.tallystick.award.RealCost;
import org.tallystick.bid.Budget;
import org.tallystick.bid.FullCost;
import org.tallystick.bid.Funding;
import org.tallystick.bid.GapCarrier;
import org.tallystick.bid.YearCost;
import org.tallystick.call.CallTerms;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.fund.Slice;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;
import org.tallystick.platform.Split;

/** Whether recommendations fit a call and the bids that were made for it. */
public final class Recommendations {

    private Recommendations() {}

    /**
     * A bid that was submitted.
     *
     * @param budgets of the lead first, then of its partners
     * @param byAndFor whether the lead has a verified by-and-for standing today
     */
    public record Asked(String bidId, String applicant, List<Budget> budgets, boolean byAndFor) {}

    /**
     * What one organisation gets of the award of a bid.
     *
     * @param awardedPence over all years
     * @param fullCostPence of its part; 0 where all that it does is given
     * @param gaps who carries what nobody pays for
     */
    public record Part(String organisationId, long awardedPence, long fullCostPence, List<Gap> gaps) {}

    /**
     * Budgets as they would be paid: with these sums instead of what they ask for. The sum of a year is divided between
     * the organisations as they ask for money in that year; the odd penny goes by largest remainder.
     *
     * @param budgets of the lead first, then of its partners
     */
    public static List<Budget> paid(List<Budget> budgets, List<YearAmount> amounts) {
        List<Map<FinancialYear, Long>> shares = budgets.stream()
                .<Map<FinancialYear, Long>>map(_ -> new HashMap<>())
                .toList();
        for (YearAmount amount : amounts) {
            List<Long> asked = budgets.stream()
                    .map(budget -> askedPence(budget, amount.financialYear()))
                    .toList();
            boolean nobodyAsks = asked.stream().allMatch(pence -> pence == 0);
            long[] parts =
                    Split.byWeights(amount.amountPence(), nobodyAsks ? Collections.nCopies(asked.size(), 1L) : asked);
            for (int i = 0; i < parts.length; i++) {
                shares.get(i).put(amount.financialYear(), parts[i]);
            }
        }
        List<Budget> paid = new ArrayList<>();
        for (int i = 0; i < budgets.size(); i++) {
            paid.add(paid(budgets.get(i), shares.get(i)));
        }
        return List.copyOf(paid);
    }

    private static long askedPence(Budget budget, FinancialYear financialYear) {
        return budget.years().stream()
                .filter(year -> year.financialYear().equals(financialYear))
                .mapToLong(year -> year.funding().askedPence())
                .sum();
    }

    private static Budget paid(Budget budget, Map<FinancialYear, Long> byYear) {
        return new Budget(
                budget.organisationId(),
                budget.years().stream()
                        .map(year -> new Budget.Year(
                                year.financialYear(),
                                year.uplift(),
                                year.directCosts(),
                                year.overheads(),
                                new Funding(
                                        byYear.getOrDefault(year.financialYear(), 0L),
                                        year.funding().otherIncome(),
                                        year.funding().carried())))
                        .toList());
    }

    /**
     * What the work of an award really costs, and who carries what nobody pays for, over all organisations.
     *
     * @param budgets of the lead first, then of its partners
     */
    public static RealCost realCost(List<Budget> budgets, List<YearAmount> amounts) {
        Map<FinancialYear, Map<GapCarrier, Long>> carried = new TreeMap<>();
        long fullCostPence = 0;
        for (Part part : parts(budgets, amounts)) {
            fullCostPence = Math.addExact(fullCostPence, part.fullCostPence());
            part.gaps()
                    .forEach(gap -> carried.computeIfAbsent(gap.financialYear(), _ -> new EnumMap<>(GapCarrier.class))
                            .merge(gap.carrier(), gap.amountPence(), Math::addExact));
        }
        List<Gap> gaps = new ArrayList<>();
        carried.forEach(
                (year, byCarrier) -> byCarrier.forEach((carrier, pence) -> gaps.add(new Gap(year, carrier, pence))));
        return new RealCost(fullCostPence, gaps);
    }

    /**
     * What each organisation carries because nobody pays for it, in the order of the budgets. Those that carry nothing
     * are left out; where none carries anything, the one that leads stands there with nothing.
     *
     * @param budgets of the lead first, then of its partners
     */
    public static Map<String, List<Gap>> gaps(List<Budget> budgets, List<YearAmount> amounts) {
        Map<String, List<Gap>> gaps = new LinkedHashMap<>();
        parts(budgets, amounts).stream()
                .filter(part -> !part.gaps().isEmpty())
                .forEach(part -> gaps.put(part.organisationId(), part.gaps()));
        if (gaps.isEmpty()) {
            gaps.put(budgets.getFirst().organisationId(), List.of());
        }
        return gaps;
    }

    /**
     * What each organisation gets, and who carries what nobody pays for of its part: those whom its budget names, and
     * where less is given than was asked for, it does so out of its own free income.
     *
     * @param budgets of the lead first, then of its partners
     */
    public static List<Part> parts(List<Budget> budgets, List<YearAmount> amounts) {
        return paid(budgets, amounts).stream().map(Recommendations::part).toList();
    }

    private static Part part(Budget paid) {
        FullCost cost = FullCost.of(paid);
        List<Gap> gaps = new ArrayList<>();
        for (YearCost year : cost.years()) {
            Map<GapCarrier, Long> carried = new EnumMap<>(GapCarrier.class);
            year.funding().carried().forEach(part -> carried.merge(part.carrier(), part.amountPence(), Math::addExact));
            carried.merge(GapCarrier.UNRESTRICTED_INCOME, year.uncarriedPence(), Math::addExact);
            carried.forEach((carrier, pence) -> {
                if (pence > 0) {
                    gaps.add(new Gap(year.financialYear(), carrier, pence));
                }
            });
        }
        return new Part(
                paid.organisationId(),
                cost.recovery().askedPence(),
                cost.recovery().fullCostPence(),
                List.copyOf(gaps));
    }

    /**
     * Refuses recommendations that leave a bid out or name one twice, that give more than was asked for or less or more
     * than the call gives to one, or that go beyond the envelope or into the ring-fence.
     */
    public static void requireFit(CallTerms terms, List<Asked> bids, List<Recommendation> recommendations) {
        Map<String, Asked> byId = bids.stream().collect(Collectors.toMap(Asked::bidId, bid -> bid));
        Set<String> named = new HashSet<>();
        for (Recommendation recommendation : recommendations) {
            Asked bid = byId.get(recommendation.bidId());
            if (bid == null) {
                throw Require.invalid(
                        "recommendations",
                        "must be about bids that were submitted; " + recommendation.bidId() + " is none.");
            }
            if (!named.add(bid.bidId())) {
                throw Require.invalid(
                        "recommendations", "must name each bid once; " + bid.bidId() + " is there twice.");
            }
            if (recommendation.givesMoney()) {
                requireAsked(terms, bid, recommendation);
            }
        }
        long left = byId.keySet().stream().filter(id -> !named.contains(id)).count();
        if (left > 0) {
            throw Require.invalid(
                    "recommendations", "must be about every bid that was submitted; " + left + " are left out.");
        }
        List<Recommendation> awards =
                recommendations.stream().filter(Recommendation::givesMoney).toList();
        requireDifferent(awards);
        requireWithinEnvelope(terms, awards);
        requireRingFence(terms, awards, byId);
    }

    /**
     * Refuses an award beside others that are held already: one that gives more than was asked for or less or more than
     * the call gives to one, or goes beyond what the others leave of the envelope or into the ring-fence.
     *
     * @param bids of all these awards, by their ids
     */
    public static void requireFitsBeside(
            CallTerms terms, Map<String, Asked> bids, List<Recommendation> held, Recommendation promotion) {
        requireAsked(terms, Require.given(bids.get(promotion.bidId()), "bidId"), promotion);
        List<Recommendation> awards = new ArrayList<>(held);
        awards.add(promotion);
        requireDifferent(awards);
        requireWithinEnvelope(terms, awards);
        requireRingFence(terms, awards, bids);
    }

    private static void requireAsked(CallTerms terms, Asked bid, Recommendation recommendation) {
        for (YearAmount amount : recommendation.amounts()) {
            long asked = bid.budgets().stream()
                    .mapToLong(budget -> askedPence(budget, amount.financialYear()))
                    .sum();
            if (amount.amountPence() > asked) {
                throw Require.invalid(
                        "amounts",
                        "must be at most what was asked for: bid " + bid.bidId() + " asks for " + Pounds.of(asked)
                                + " in " + amount.financialYear() + ".");
            }
        }
        long total = recommendation.totalPence();
        if (total < terms.smallestPence() || total > terms.largestPence()) {
            throw Require.invalid(
                    "amounts",
                    "must be an award of the call: it gives from " + Pounds.of(terms.smallestPence()) + " to "
                            + Pounds.of(terms.largestPence()) + ", and bid " + bid.bidId() + " would get "
                            + Pounds.of(total) + ".");
        }
    }

    private static void requireDifferent(List<Recommendation> awards) {
        if (awards.stream().map(Recommendation::awardId).distinct().count() < awards.size()) {
            throw Require.invalid("awardId", "must be different for each award.");
        }
    }

    private record Drawer(String fundId, FinancialYear financialYear, String restriction) {}

    private static void requireWithinEnvelope(CallTerms terms, List<Recommendation> awards) {
        Map<Drawer, Long> left = new HashMap<>();
        for (Envelope part : terms.envelope()) {
            left.put(new Drawer(part.fundId(), part.financialYear(), part.restriction()), part.amountPence());
        }
        for (Recommendation award : awards) {
            for (YearAmount amount : award.amounts()) {
                Drawer drawer = new Drawer(
                        Require.given(award.fundId(), "fundId"),
                        amount.financialYear(),
                        Slice.restriction(award.restriction()));
                long now = Math.subtractExact(left.getOrDefault(drawer, 0L), amount.amountPence());
                if (now < 0) {
                    throw Rejection.of(
                            Refusal.NOT_ENOUGH_MONEY,
                            "amounts",
                            "Of the envelope of " + drawer.financialYear() + ", "
                                    + Slice.restrictionInWords(drawer.restriction()) + ", in fund " + drawer.fundId()
                                    + ", " + Pounds.of(-now) + " is missing.");
                }
                left.put(drawer, now);
            }
        }
    }

    private static void requireRingFence(CallTerms terms, List<Recommendation> awards, Map<String, Asked> bids) {
        long others = awards.stream()
                .filter(award ->
                        !Require.given(bids.get(award.bidId()), "bidId").byAndFor())
                .mapToLong(Recommendation::totalPence)
                .sum();
        long most = terms.envelopePence() - terms.ringFencePence();
        if (others > most) {
            throw Rejection.of(
                    Refusal.NOT_ENOUGH_MONEY,
                    "amounts",
                    Pounds.of(terms.ringFencePence())
                            + " is only for organisations with a verified by-and-for standing."
                            + " The others can get " + Pounds.of(most) + " together, and would get "
                            + Pounds.of(others) + ".");
        }
    }
}
