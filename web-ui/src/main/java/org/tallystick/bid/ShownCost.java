package org.tallystick.bid;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tallystick.call.CallTerms;
import org.tallystick.fund.FundWords;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.MoneyBar;

/**
 * What a bid costs and who pays, as it is shown: while it is written, when it is checked, and on paper.
 *
 * @param cost worked out
 * @param together all years
 * @param limits what the funder's cap on overheads leaves unfunded, a sentence for each year; empty without a cap
 * @param unfundedPence the same over all years
 */
record ShownCost(FullCost cost, Recovery together, List<String> limits, long unfundedPence) {

    /** By itself: one of several parts, of which a funder's cap is counted together. */
    static ShownCost of(FullCost cost) {
        return new ShownCost(cost, cost.recovery(), List.of(), 0);
    }

    /** As it has to fit a call. */
    static ShownCost of(FullCost cost, CallTerms terms) {
        CallTerms.OverheadCap cap = terms.overheadCap();
        List<String> limits = new ArrayList<>();
        long unfunded = 0;
        if (cap != null) {
            for (YearCost year : cost.years()) {
                OverheadCap capped = year.capped(cap.basisPoints());
                limits.add(FundWords.year(year.financialYear()) + ": " + capped.sentence());
                unfunded += capped.unfundedPence();
            }
        }
        return new ShownCost(cost, cost.recovery(), List.copyOf(limits), unfunded);
    }

    /** What is spent on this project alone, in all years. */
    public long directPence() {
        return cost.years().stream().mapToLong(YearCost::directPence).sum();
    }

    /** This project's part of what is shared, in all years. */
    public long overheadPence() {
        return cost.years().stream().mapToLong(YearCost::overheadPence).sum();
    }

    /** What is given, in all years. */
    public long inKindPence() {
        return cost.years().stream().mapToLong(YearCost::inKindPence).sum();
    }

    /** The part of the gap that nobody carries yet. */
    public long uncarriedPence() {
        return cost.years().stream().mapToLong(YearCost::uncarriedPence).sum();
    }

    /** Who carries how much of the gap, all years together. */
    public List<String> carried() {
        Map<GapCarrier, Long> sums = new EnumMap<>(GapCarrier.class);
        cost.years()
                .forEach(year -> year.funding()
                        .carried()
                        .forEach(part -> sums.merge(part.carrier(), part.amountPence(), Long::sum)));
        List<String> sentences = new ArrayList<>();
        sums.forEach((carrier, pence) -> sentences.add(Pounds.of(pence) + " is carried by " + carrier.words() + "."));
        return sentences;
    }

    /** What it costs, as a bar. */
    public MoneyBar costs() {
        return costs("What it really costs", directPence(), overheadPence());
    }

    /** Who pays, as a bar. */
    public MoneyBar payers() {
        return payers("Who pays", together);
    }

    static MoneyBar costs(String title, long directPence, long overheadPence) {
        return new MoneyBar(
                title,
                List.of(
                        new MoneyBar.Part("Direct", "spent on this work alone", "obligated", directPence, ""),
                        new MoneyBar.Part(
                                "Shared", "its share of what it takes to run you", "committed", overheadPence, "")));
    }

    static MoneyBar payers(String title, Recovery recovery) {
        return new MoneyBar(
                title,
                List.of(
                        new MoneyBar.Part("This call", "what you ask for", "paid", recovery.askedPence(), ""),
                        new MoneyBar.Part(
                                "Others", "already won for the same cost", "set-aside", recovery.otherPence(), ""),
                        new MoneyBar.Part("Gap", "nobody pays for it", "gap", recovery.gapPence(), "")));
    }
}
