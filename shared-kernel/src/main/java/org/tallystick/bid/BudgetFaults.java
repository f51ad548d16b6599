package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    private final CallTerms terms;
    private final Budget budget;
    private final List<String> faults = new ArrayList<>();

    private BudgetFaults(CallTerms terms, Budget budget) {
        this.terms = terms;
        this.budget = budget;
    }

    static List<String> of(
            CallTerms terms, @Nullable Project project, @Nullable Budget budget, BidTask.CostProfiles profiles) {
        if (budget == null) {
            return List.of("Say what the work costs and who pays.");
        }
        BudgetFaults found = new BudgetFaults(terms, budget);
        found.profiles(profiles);
        found.cost();
        found.years();
        if (project != null) {
            found.time(project);
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
                add("There is no version " + overheads.profileVersion() + " of your cost profile of "
                        + overheads.profileYear() + ".");
            } else {
                tried(() -> overheads.requireOf(profile.get()));
            }
        }
    }

    private void cost() {
        tried(() -> {
            FullCost cost = FullCost.of(budget);
            tried(cost::requireComplete);
            cost.years().forEach(this::cap);
        });
        long asked = budget.years().stream()
                .mapToLong(year -> year.funding().askedPence())
                .sum();
        if (asked < terms.smallestPence() || asked > terms.largestPence()) {
            add("You ask for " + Pounds.of(asked) + "; the call gives from " + Pounds.of(terms.smallestPence()) + " to "
                    + Pounds.of(terms.largestPence()) + ".");
        }
    }

    private void cap(YearCost year) {
        CallTerms.OverheadCap cap = terms.overheadCap();
        if (cap != null) {
            long most = year.capped(cap.percent() * BASIS_POINTS).mostPence();
            if (year.funding().askedPence() > most) {
                add("In " + year.financialYear() + " the most you can ask for is " + Pounds.of(most)
                        + ", because the call pays overheads of up to " + cap.percent() + "% of direct cost.");
            }
        }
    }

    /** Money is asked for only in years of which the call has some. */
    private void years() {
        Set<FinancialYear> given =
                terms.envelope().stream().map(Envelope::financialYear).collect(Collectors.toSet());
        budget.years().stream()
                .filter(year -> year.funding().askedPence() > 0)
                .map(Budget.Year::financialYear)
                .filter(year -> !given.contains(year))
                .forEach(year -> add("The call has no money of " + year + "."));
    }

    private void time(Project project) {
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

    private void add(String fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
