package org.tallystick.bid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.Overheads.SharedCost;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;

/** Writes a year of a budget into the form, so that reading it gives the same. */
record YearWriter(Form form, @Nullable CostProfile profile) {

    /** Empty rows to begin with, and what is known of the organisation. */
    void blank(@Nullable Overheads known) {
        BudgetRows.STAFF.putCount(form, 1);
        BudgetRows.SPENDING.putCount(form, 2);
        BudgetRows.EQUIPMENT.putCount(form, 0);
        BudgetRows.INCOME.putCount(form, 0);
        BudgetRows.CARRIED.putCount(form, 1);
        form.put("fullTime-1", fullTime());
        if (known != null) {
            overheads(known);
            return;
        }
        boolean shares = profile != null && !profile.overheadPools().isEmpty();
        form.put("shares", shares ? "yes" : "no").put("driver", Driver.HEADCOUNT.name());
        pools(null);
        BudgetRows.PROJECTS.putCount(form, 1);
        form.put("project-1", "All our other work together");
    }

    /** All of a year. */
    void fill(Budget.Year year) {
        direct(year.directCosts());
        overheads(year.overheads());
        form.put("payRise", decimal(year.uplift().payBasisPoints()))
                .put("priceRise", decimal(year.uplift().nonPayBasisPoints()));
        Funding funding = year.funding();
        form.put("asked", funding.askedPence() == 0 ? "" : figure(funding.askedPence()));
        BudgetRows.INCOME.putCount(form, funding.otherIncome().size());
        for (int i = 0; i < funding.otherIncome().size(); i++) {
            Funding.OtherIncome income = funding.otherIncome().get(i);
            form.put("source-" + (i + 1), income.source()).put("income-" + (i + 1), figure(income.amountPence()));
        }
        BudgetRows.CARRIED.putCount(form, Math.max(1, funding.carried().size()));
        for (int i = 0; i < funding.carried().size(); i++) {
            Funding.Carried part = funding.carried().get(i);
            form.put("carrier-" + (i + 1), part.carrier().name())
                    .put("carried-" + (i + 1), figure(part.amountPence()))
                    .put("note-" + (i + 1), part.note());
        }
    }

    private void direct(DirectCosts costs) {
        BudgetRows.STAFF.putCount(form, costs.staff().size());
        for (int i = 0; i < costs.staff().size(); i++) {
            DirectCosts.Staff post = costs.staff().get(i);
            String row = "-" + (i + 1);
            boolean hours = post.time().measure() == WorkingTime.Measure.HOURS_A_WEEK;
            form.put("role" + row, post.role())
                    .put("work" + row, decimal(post.time().hundredths()))
                    .put("measure" + row, post.time().measure().name())
                    .put("fullTime" + row, hours ? decimal(post.time().fullTimeHundredths()) : fullTime())
                    .put("salary" + row, figure(post.salaryPence()))
                    .put("onCosts" + row, post.onCostsPence() == 0 ? "" : figure(post.onCostsPence()));
            tick("staffGiven" + row, post.inKind());
        }
        BudgetRows.SPENDING.putCount(form, costs.spending().size());
        for (int i = 0; i < costs.spending().size(); i++) {
            DirectCosts.Spending cost = costs.spending().get(i);
            String row = "-" + (i + 1);
            form.put("kind" + row, cost.kind().name())
                    .put("what" + row, cost.description())
                    .put("cost" + row, figure(cost.amountPence()));
            tick("costGiven" + row, cost.inKind());
        }
        BudgetRows.EQUIPMENT.putCount(form, costs.equipment().size());
        for (int i = 0; i < costs.equipment().size(); i++) {
            DirectCosts.Equipment thing = costs.equipment().get(i);
            String row = "-" + (i + 1);
            form.put("thing" + row, thing.description())
                    .put("price" + row, figure(thing.pricePence()))
                    .put("life" + row, String.valueOf(thing.yearsOfLife()))
                    .put("use" + row, String.valueOf(thing.yearOfUse()));
            tick("thingGiven" + row, thing.inKind());
        }
    }

    private void overheads(Overheads overheads) {
        form.put("shares", overheads.sharedCosts().isEmpty() ? "no" : "yes")
                .put("driver", overheads.premisesDriver().name());
        pools(overheads.sharedCosts());
        form.put("floor-ours", whole(overheads.thisProject().floorAreaSquareMetres()))
                .put("time-ours", decimal(overheads.thisProject().timeBasisPoints()));
        List<Overheads.OtherProject> others = overheads.otherProjects();
        BudgetRows.PROJECTS.putCount(form, Math.max(1, others.size()));
        for (int i = 0; i < others.size(); i++) {
            form.put("project-" + (i + 1), others.get(i).title())
                    .put("direct-" + (i + 1), figure(others.get(i).directCostPence()));
            use(String.valueOf(i + 1), others.get(i).use());
        }
        Overheads.Space central = overheads.central();
        use("central", new Overheads.Use(central.fullTimeEquivalentHundredths(), central.floorAreaSquareMetres(), 0));
        use("governance", overheads.governance());
        use("fundraising", overheads.fundraising());
    }

    private void use(String who, Overheads.Use use) {
        form.put("people-" + who, decimal(use.fullTimeEquivalentHundredths()))
                .put("floor-" + who, whole(use.floorAreaSquareMetres()))
                .put("time-" + who, decimal(use.timeBasisPoints()));
    }

    /** The shared costs of the profile; ticked where they are among those, or all where there are none yet. */
    void pools(@Nullable List<SharedCost> shared) {
        List<OverheadPool> offered = profile == null ? List.of() : profile.overheadPools();
        BudgetRows.POOLS.putCount(form, offered.size());
        for (int row = 1; row <= offered.size(); row++) {
            OverheadPool pool = offered.get(row - 1);
            Optional<SharedCost> cost = shared == null
                    ? Optional.empty()
                    : shared.stream()
                            .filter(one -> name(one.pool()).equals(name(pool)))
                            .findFirst();
            tick("share-" + row, cost.isPresent() || shared == null || shared.isEmpty());
            form.put(
                    "poolStep-" + row,
                    cost.map(SharedCost::step).orElse(OverheadGuess.step(pool)).name());
            form.put(
                    "index-" + row,
                    cost.map(SharedCost::index)
                            .orElse(OverheadGuess.index(pool))
                            .name());
        }
    }

    private String fullTime() {
        return profile == null ? "37" : String.valueOf(profile.weeklyHours());
    }

    private void tick(String field, boolean ticked) {
        form.putAll(field, ticked ? List.of("yes") : List.of());
    }

    private static String name(OverheadPool pool) {
        return pool.name().toLowerCase(Locale.UK);
    }

    private static String whole(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }

    /** 650 is "6.5". */
    static String decimal(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    /** "12,450.67", as it is typed. */
    static String figure(long pence) {
        return MoneyText.say(pence).replace("£", "");
    }
}
