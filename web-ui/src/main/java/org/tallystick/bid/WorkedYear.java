package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.MoneyBar;

/**
 * What a year comes to, worked out from what is typed: the same pieces whether the page is made anew or only they are.
 *
 * @param lines what each row adds, by the row's name such as "staff-1"
 * @param year worked out; none while that cannot be
 * @param all the whole bid, with this year as it is typed
 * @param notYet what stands in the way, or is not counted yet
 * @param limit what the call lets one ask for
 * @param overruns shared costs that would be paid for more than once
 * @param elsewhere what other bids and awards pay of them
 * @param range what the call gives in all, in words
 */
record WorkedYear(
        Map<String, String> lines,
        @Nullable YearCost year,
        @Nullable Recovery all,
        List<String> notYet,
        AskLimit limit,
        List<String> overruns,
        List<String> elsewhere,
        String range) {

    /** What a row adds; empty where nothing can be read in it. */
    public String line(String row) {
        return lines.getOrDefault(row, "");
    }

    /** What is spent on this work alone. */
    public String direct() {
        if (year == null) {
            return "";
        }
        return "Direct costs: " + Pounds.of(year.directPence()) + "."
                + (year.inKindPence() > 0
                        ? " Beside it, " + Pounds.of(year.inKindPence()) + " is given and not asked for."
                        : "");
    }

    /** How the part of each step comes about, and what they are together. */
    public List<String> shared() {
        if (year == null || year.steps().isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>(
                year.steps().stream().map(StepDown.Step::sentence).toList());
        sentences.add("Its share of what it takes to run you: " + Pounds.of(year.overheadPence())
                + (year.todayPence() == year.fullCostPence() ? "." : ", with the rises of pay and prices."));
        return sentences;
    }

    /** The most that can be asked for, and why. */
    public List<String> asking() {
        if (year == null) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        if (!limit.given().contains(year.financialYear())) {
            sentences.add("The call has no money of this year, so you can ask for nothing in it. " + range);
            return sentences;
        }
        sentences.add("You can ask for up to " + Pounds.of(mostPence().orElse(0L)) + " in this year. " + range);
        if (limit.capBasisPoints() != null) {
            sentences.add(year.capped(limit.capBasisPoints()).sentence());
        }
        return sentences;
    }

    /** The most that can be asked for in this year; nothing while that cannot be worked out. */
    Optional<Long> mostPence() {
        return year == null || all == null
                ? Optional.empty()
                : Optional.of(
                        limit.mostPence(year, all.askedPence() - year.recovery().askedPence()));
    }

    /** The gap, and whether somebody carries it. */
    public String gap() {
        if (year == null) {
            return "";
        }
        long gap = year.recovery().gapPence();
        long open = year.uncarriedPence();
        if (gap < 0) {
            return "You ask for " + Pounds.of(-gap) + " more than the work costs.";
        }
        if (gap == 0 && open == 0) {
            return "There is no gap: all of it is paid for.";
        }
        String start = "The gap is " + Pounds.of(gap) + ". ";
        return start
                + switch (Long.signum(open)) {
                    case 0 -> "All of it is carried.";
                    case 1 -> Pounds.of(open) + " of it is carried by nobody yet.";
                    default -> Pounds.of(-open) + " more is carried than is missing.";
                };
    }

    /** For those who hear the page, as they type. */
    public String status() {
        return year == null ? "Nothing can be worked out yet." : year.recovery().sentence();
    }

    /** What it costs, as a bar; none while there is nothing. */
    public @Nullable MoneyBar costs() {
        return year == null
                ? null
                : ShownCost.costs("What this year really costs", year.directPence(), year.overheadPence());
    }

    /** Who pays, as a bar. */
    public @Nullable MoneyBar payers() {
        return year == null || year.fullCostPence() == 0
                ? null
                : ShownCost.payers("Who pays for this year", year.recovery());
    }
}
