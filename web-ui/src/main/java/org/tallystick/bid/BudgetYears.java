package org.tallystick.bid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.DirectCosts.Equipment;
import org.tallystick.platform.FinancialYear;

/** The years of a budget: one put in, one taken out, one carried on into the next. */
final class BudgetYears {

    private BudgetYears() {}

    /** The years that a bid may have money for: from its first day, for as long as the call says. */
    static List<FinancialYear> wanted(BidOfCall read) {
        Project project = read.bid().project().project();
        var starts = project == null ? read.terms().timetable().startsFrom() : project.startsOn();
        FinancialYear last =
                FinancialYear.of(starts.plusMonths(read.terms().months()).minusDays(1));
        List<FinancialYear> years = new ArrayList<>();
        for (FinancialYear year = FinancialYear.of(starts); year.compareTo(last) <= 0; year = year.next()) {
            years.add(year);
        }
        return years;
    }

    /** One year of a budget. */
    static Optional<Budget.Year> of(@Nullable Budget budget, FinancialYear year) {
        return budget == null
                ? Optional.empty()
                : budget.years().stream()
                        .filter(one -> one.financialYear().equals(year))
                        .findFirst();
    }

    /** With a year put in, or in place of what is there of that year. */
    static Budget with(@Nullable Budget budget, String organisationId, Budget.Year year) {
        List<Budget.Year> years = new ArrayList<>(budget == null ? List.of() : budget.years());
        years.removeIf(one -> one.financialYear().equals(year.financialYear()));
        years.add(year);
        years.sort(Comparator.comparing(Budget.Year::financialYear));
        return new Budget(organisationId, years);
    }

    /** Without a year. */
    static Budget without(Budget budget, FinancialYear year) {
        return new Budget(
                budget.organisationId(),
                budget.years().stream()
                        .filter(one -> !one.financialYear().equals(year))
                        .toList());
    }

    /** The same years, beginning with another one. */
    static Budget moved(Budget budget, FinancialYear first) {
        List<Budget.Year> years = new ArrayList<>();
        FinancialYear next = first;
        for (Budget.Year year : budget.years()) {
            years.add(dated(year, next));
            next = next.next();
        }
        return new Budget(budget.organisationId(), years);
    }

    /** What tells one content of a year from another, in a few characters. */
    static String print(@Nullable Budget budget, FinancialYear year) {
        return of(budget, year)
                .map(one -> {
                    CRC32 sum = new CRC32();
                    sum.update(BudgetCsv.write(new Budget("o", List.of(one)))
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    return Long.toHexString(sum.getValue());
                })
                .orElse("none");
    }

    /**
     * The years after one are filled from it: the same lines and shares, with that rise each year. Where it asks for
     * all that can be asked for, so do they; who carries the gap carries it on.
     */
    static Budget filled(Budget budget, Budget.Year from, List<FinancialYear> later, Uplift rise, AskLimit limit) {
        Budget filled = budget;
        long asked = budget.years().stream()
                .filter(one -> !later.contains(one.financialYear()))
                .mapToLong(one -> one.funding().askedPence())
                .sum();
        long here = from.funding().askedPence();
        boolean asksForAll = here > 0 && here == limit.mostPence(cost(budget, from), asked - here);
        Budget.Year before = from;
        for (FinancialYear year : later) {
            Budget.Year next = carriedOn(before, year, rise);
            filled = with(filled, budget.organisationId(), next);
            YearCost cost = cost(filled, next);
            long most = limit.mostPence(cost, asked);
            long now = asksForAll ? most : Math.min(here, most);
            long gap = cost.fullCostPence() - now;
            List<Funding.Carried> carried = from.funding().carried().stream()
                    .limit(gap > 0 ? 1 : 0)
                    .map(part -> new Funding.Carried(part.carrier(), part.note(), gap))
                    .toList();
            asked += now;
            next = paidBy(next, new Funding(now, List.of(), carried));
            filled = with(filled, budget.organisationId(), next);
            before = next;
        }
        return filled;
    }

    /** The same year one later; things that last are a year older, and left out when they are worn out. */
    static Budget.Year carriedOn(Budget.Year year, FinancialYear next, Uplift rise) {
        DirectCosts costs = year.directCosts();
        List<Equipment> older = costs.equipment().stream()
                .filter(thing -> thing.yearOfUse() < thing.yearsOfLife())
                .map(thing -> new Equipment(
                        thing.description(),
                        thing.pricePence(),
                        thing.yearsOfLife(),
                        thing.yearOfUse() + 1,
                        thing.inKind()))
                .toList();
        boolean nothingLeft = costs.staff().isEmpty() && costs.spending().isEmpty() && older.isEmpty();
        return new Budget.Year(
                next,
                rise,
                nothingLeft ? costs : new DirectCosts(costs.staff(), costs.spending(), older),
                year.overheads(),
                Funding.asking(year.funding().askedPence()));
    }

    private static Budget.Year dated(Budget.Year year, FinancialYear date) {
        return new Budget.Year(date, year.uplift(), year.directCosts(), year.overheads(), year.funding());
    }

    private static Budget.Year paidBy(Budget.Year year, Funding funding) {
        return new Budget.Year(year.financialYear(), year.uplift(), year.directCosts(), year.overheads(), funding);
    }

    private static YearCost cost(Budget budget, Budget.Year year) {
        return FullCost.of(budget).years().stream()
                .filter(one -> one.financialYear().equals(year.financialYear()))
                .findFirst()
                .orElseThrow();
    }
}
