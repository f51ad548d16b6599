package org.tallystick.bid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.FundWords;
import org.tallystick.platform.Beside;
import org.tallystick.platform.MoneyText;

/** Two versions of a budget, or of a year of it, beside one another, part by part; only the parts that differ. */
final class YearBeside {

    private YearBeside() {}

    static Beside of(Budget.@Nullable Year theirs, Budget.Year mine) {
        return Beside.differing(
                "What differs",
                List.of("As it is saved now", "As you wrote it"),
                theirs == null ? Map.of() : parts(theirs),
                parts(mine));
    }

    /** All years of two budgets, part by part. */
    static Beside of(String caption, List<String> columns, @Nullable Budget left, Budget right) {
        return Beside.differing(caption, columns, left == null ? Map.of() : parts(left), parts(right));
    }

    private static Map<String, String> parts(Budget budget) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (Budget.Year year : budget.years()) {
            parts(year).forEach((part, said) -> parts.put(FundWords.year(year.financialYear()) + ": " + part, said));
        }
        return parts;
    }

    /** All that a year says: whatever can be changed is in one of the parts. */
    private static Map<String, String> parts(Budget.Year year) {
        Map<String, String> parts = new LinkedHashMap<>();
        DirectCosts costs = year.directCosts();
        parts.put("People", said(costs.staff().stream()));
        parts.put("Other direct costs", said(costs.spending().stream()));
        parts.put("Things that last", said(costs.equipment().stream()));
        Overheads overheads = year.overheads();
        parts.put(
                "Cost profile",
                overheads.profileVersion() == 0
                        ? ""
                        : FundWords.year(overheads.profileYear()) + ", version " + overheads.profileVersion());
        parts.put(
                "Shared costs",
                joined(overheads.sharedCosts().stream()
                        .map(cost -> cost.pool().name() + ", "
                                + MoneyText.say(cost.pool().amountPence()) + " ("
                                + cost.step().title() + ", rises with " + BudgetWords.index(cost.index()) + ", "
                                + cost.pool().source() + ")")));
        parts.put("Premises are shared by", BudgetWords.driver(overheads.premisesDriver()));
        parts.put("Who uses them", users(overheads));
        parts.put(
                "Rises",
                "pay " + YearWriter.decimal(year.uplift().payBasisPoints()) + "%, prices "
                        + YearWriter.decimal(year.uplift().nonPayBasisPoints()) + "%");
        Funding funding = year.funding();
        parts.put("Asked for", MoneyText.say(funding.askedPence()));
        parts.put(
                "Others pay",
                joined(funding.otherIncome().stream()
                        .map(income -> income.source() + ": " + MoneyText.say(income.amountPence()))));
        parts.put("The gap", joined(funding.carried().stream().map(Funding.Carried::sentence)));
        return parts;
    }

    private static String users(Overheads overheads) {
        Overheads.ThisProject ours = overheads.thisProject();
        Overheads.Space central = overheads.central();
        Stream<String> first =
                Stream.of("This project: " + floor(ours.floorAreaSquareMetres()) + ", " + time(ours.timeBasisPoints()));
        Stream<String> others = overheads.otherProjects().stream()
                .map(other -> other.title() + ": " + use(other.use()) + ", " + MoneyText.say(other.directCostPence()));
        Stream<String> teams = Stream.of(
                "Central functions: " + people(central.fullTimeEquivalentHundredths()) + ", "
                        + floor(central.floorAreaSquareMetres()),
                "Governance: " + use(overheads.governance()),
                "Fundraising: " + use(overheads.fundraising()));
        return joined(Stream.of(first, others, teams).flatMap(one -> one));
    }

    private static String use(Overheads.Use use) {
        return people(use.fullTimeEquivalentHundredths()) + ", " + floor(use.floorAreaSquareMetres()) + ", "
                + time(use.timeBasisPoints());
    }

    private static String people(int hundredths) {
        return YearWriter.decimal(hundredths) + " people";
    }

    private static String floor(int squareMetres) {
        return squareMetres + " m²";
    }

    private static String time(int basisPoints) {
        return YearWriter.decimal(basisPoints) + "% of the time";
    }

    private static String said(Stream<? extends DirectCosts.Line> lines) {
        return joined(
                lines.map(line -> (line instanceof DirectCosts.Spending ? BudgetWords.kind(line.kind()) + ", " : "")
                        + line.sentence()
                        + (line.inKind() ? " Given, not paid." : "")));
    }

    private static String joined(Stream<String> sentences) {
        return sentences.collect(Collectors.joining(" · "));
    }
}
