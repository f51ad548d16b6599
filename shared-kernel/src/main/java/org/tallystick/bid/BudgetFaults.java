package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tallystick.call.CallTerms;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.CostProfile;

/** Why a budget cannot be asked for in a call: all reasons, a sentence each. */
final class BudgetFaults {

    private static final int BASIS_POINTS = 100;

    /** How people say what the refusals of a budget call by its field. */
    private static final Map<String, String> WORDS = Map.of(
            "askedPence", "What you ask for",
            "carried", "What is carried of the gap",
            "sharedCosts", "The shared costs",
            "fullCostPence", "The full cost");

    private final Budget budget;
    private final String before;
    private final String whose;
    private final List<String> faults = new ArrayList<>();

    /**
     * Of one budget.
     *
     * @param before what each sentence begins with
     * @param whose whose cost profile it uses
     */
    private BudgetFaults(Budget budget, String before, String whose) {
        this.budget = budget;
        this.before = before;
        this.whose = whose;
    }

    /** Of the budget of the lead, and of all budgets together. */
    static List<String> of(CallTerms terms, BidContent content, Parties parties) {
        Budget budget = content.budget();
        if (budget == null) {
            return List.of("Say what the work costs and who pays.");
        }
        BudgetFaults found = new BudgetFaults(budget, "", "your");
        found.profiles(parties.profilesOf(budget.organisationId()));
        found.tried(() -> {
            FullCost cost = FullCost.of(budget);
            found.tried(content.partners().isEmpty() ? cost::requireComplete : cost::requireCarried);
        });
        found.together(terms, content.budgets());
        if (content.project() != null) {
            found.time(terms, content.project());
        }
        return List.copyOf(found.faults);
    }

    /** Of the budget of a partner alone. */
    static List<String> of(BidContent content, Partner partner, Parties parties) {
        String name = parties.name(partner.organisationId());
        Budget budget = partner.budget();
        if (budget == null) {
            return List.of(name + " has not said yet what its part costs.");
        }
        BudgetFaults found = new BudgetFaults(budget, name + ": ", "its");
        found.profiles(parties.profilesOf(partner.organisationId()));
        found.tried(() -> FullCost.of(budget).requireCarried());
        if (content.budget() != null) {
            found.withinYearsOf(content.budget());
        }
        return List.copyOf(found.faults);
    }

    /** The shared costs are those of the cost profile that the budget says it uses. */
    private void profiles(BidTask.CostProfiles profiles) {
        for (Budget.Year year : budget.years()) {
            Overheads overheads = year.overheads();
            if (overheads.sharedCosts().isEmpty()) {
                continue;
            }
            Optional<CostProfile> profile = profiles.apply(overheads.profileYear(), overheads.profileVersion());
            if (profile.isEmpty()) {
                add("There is no version " + overheads.profileVersion() + " of " + whose + " cost profile of "
                        + overheads.profileYear() + ".");
            } else {
                tried(() -> overheads.requireOf(profile.get()));
            }
        }
    }

    /** What the call allows, of all organisations together. */
    private void together(CallTerms terms, List<Budget> budgets) {
        CallTerms.OverheadCap cap = terms.overheadCap();
        if (cap != null) {
            int percent = cap.percent();
            years(budgets).forEach(year -> cap(percent, year));
        }
        Map<FinancialYear, Long> asked = new TreeMap<>();
        budgets.forEach(one -> one.years()
                .forEach(
                        year -> asked.merge(year.financialYear(), year.funding().askedPence(), Math::addExact)));
        long all = asked.values().stream().mapToLong(Long::longValue).sum();
        if (all < terms.smallestPence() || all > terms.largestPence()) {
            add((budgets.size() > 1 ? "Together you ask for " : "You ask for ") + Pounds.of(all)
                    + "; the call gives from " + Pounds.of(terms.smallestPence()) + " to "
                    + Pounds.of(terms.largestPence()) + ".");
        }
        Set<FinancialYear> given =
                terms.envelope().stream().map(Envelope::financialYear).collect(Collectors.toSet());
        asked.forEach((year, pence) -> {
            if (pence > 0 && !given.contains(year)) {
                add("The call has no money of " + year + ".");
            }
        });
    }

    /** None where a budget cannot be worked out, which is said with that budget. */
    private static List<JointCost.Year> years(List<Budget> budgets) {
        try {
            return JointCost.of(budgets).years();
        } catch (Rejection _) {
            return List.of();
        }
    }

    private void cap(int percent, JointCost.Year year) {
        long most = year.capped(percent * BASIS_POINTS).mostPence();
        if (year.recovery().askedPence() > most) {
            add("In " + year.financialYear() + " the most you can ask for is " + Pounds.of(most)
                    + ", because the call pays overheads of up to " + percent + "% of direct cost.");
        }
    }

    private void withinYearsOf(Budget lead) {
        List<FinancialYear> years =
                lead.years().stream().map(Budget.Year::financialYear).toList();
        budget.years().stream()
                .map(Budget.Year::financialYear)
                .filter(year -> !years.contains(year))
                .forEach(year -> add("The budget has " + year + ", which is no year of the lead's budget."));
    }

    private void time(CallTerms terms, Project project) {
        FinancialYear first = FinancialYear.of(project.startsOn());
        FinancialYear last =
                FinancialYear.of(project.startsOn().plusMonths(terms.months()).minusDays(1));
        if (!budget.years().getFirst().financialYear().equals(first)) {
            add("The first year of the budget must be " + first + ", in which your project starts.");
        }
        if (budget.years().getLast().financialYear().compareTo(last) > 0) {
            add("The last year of the budget must not be after " + last + ": the call is for " + terms.months()
                    + " months.");
        }
    }

    private void tried(Runnable check) {
        try {
            check.run();
        } catch (Rejection refused) {
            String field = refused.field().orElse("");
            String words = WORDS.getOrDefault(field, field);
            add(
                    refused.sentence().startsWith(field)
                            ? words + refused.sentence().substring(field.length())
                            : refused.sentence());
        }
    }

    private void add(String sentence) {
        String fault = before + sentence;
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
