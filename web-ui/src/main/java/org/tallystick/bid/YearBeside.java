package org.tallystick.bid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Beside;
import org.tallystick.platform.MoneyText;

/** Two versions of a year of a budget beside one another, part by part; only the parts that differ. */
final class YearBeside {

    private YearBeside() {}

    static Beside of(Budget.@Nullable Year theirs, Budget.Year mine) {
        Map<String, String> left = theirs == null ? Map.of() : parts(theirs);
        Map<String, String> right = parts(mine);
        return new Beside(
                "What differs",
                List.of("As it is saved now", "As you wrote it"),
                right.keySet().stream()
                        .map(part -> new Beside.Line(
                                part, List.of(left.getOrDefault(part, ""), right.getOrDefault(part, "")), false))
                        .filter(Beside.Line::differs)
                        .toList());
    }

    private static Map<String, String> parts(Budget.Year year) {
        Map<String, String> parts = new LinkedHashMap<>();
        DirectCosts costs = year.directCosts();
        parts.put("People", said(costs.staff().stream()));
        parts.put("Other direct costs", said(costs.spending().stream()));
        parts.put("Things that last", said(costs.equipment().stream()));
        Overheads overheads = year.overheads();
        parts.put(
                "Shared costs",
                joined(overheads.sharedCosts().stream()
                        .map(cost -> cost.pool().name() + ", "
                                + MoneyText.say(cost.pool().amountPence()) + " ("
                                + cost.step().title() + ")")));
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
        Stream<String> ours = Stream.of(
                "This project: " + YearWriter.decimal(overheads.thisProject().timeBasisPoints()) + "% of the time");
        Stream<String> others = overheads.otherProjects().stream()
                .map(other -> other.title() + ": " + use(other.use()) + ", " + MoneyText.say(other.directCostPence()));
        Stream<String> teams = Stream.of(
                "Central functions: " + YearWriter.decimal(overheads.central().fullTimeEquivalentHundredths())
                        + " people",
                "Governance: " + use(overheads.governance()),
                "Fundraising: " + use(overheads.fundraising()));
        return joined(Stream.of(ours, others, teams).flatMap(one -> one));
    }

    private static String use(Overheads.Use use) {
        return YearWriter.decimal(use.fullTimeEquivalentHundredths()) + " people, "
                + YearWriter.decimal(use.timeBasisPoints()) + "% of the time";
    }

    private static String said(Stream<? extends DirectCosts.Line> lines) {
        return joined(lines.map(DirectCosts.Line::sentence));
    }

    private static String joined(Stream<String> sentences) {
        return sentences.collect(Collectors.joining(" · "));
    }
}
