package org.tallystick.bid;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Form;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;

/** All other work of an organisation, from what is known: its staff, its running cost, and this project's part. */
record OtherWork(Form form, @Nullable CostProfile profile) {

    private static final int ALL_TIME_HUNDREDTHS = 10_000;

    /** Fills in the last row of other work with whatever the profile has beyond all that is typed already. */
    void fillIn(Optional<Budget.Year> typed) {
        if (profile == null) {
            return;
        }
        if (BudgetRows.PROJECTS.count(form) == 0) {
            BudgetRows.PROJECTS.add(form);
        }
        int last = BudgetRows.PROJECTS.count(form);
        if (form.value("project-" + last).isBlank()) {
            form.put("project-" + last, "All our other work together");
        }
        List<String> others = Stream.concat(
                        Stream.of("central", "governance", "fundraising"),
                        BudgetRows.PROJECTS.numbers(form).stream()
                                .filter(row -> row < last)
                                .map(String::valueOf))
                .toList();
        DirectCosts ours = typed.map(Budget.Year::directCosts).orElse(null);
        long people = profile.fullTimeEquivalentHundredths()
                - (ours == null ? 0 : ours.fullTimeEquivalentHundredths())
                - sum(others, "people-");
        long time = ALL_TIME_HUNDREDTHS - hundredths("time-ours") - sum(others, "time-");
        long direct = profile.runningCostPence()
                - profile.overheadPools().stream()
                        .mapToLong(OverheadPool::amountPence)
                        .sum()
                - (ours == null ? 0 : ours.claimedPence())
                - sum(others, "direct-");
        form.put("people-" + last, YearWriter.decimal(Math.max(0, people)))
                .put("time-" + last, YearWriter.decimal(Math.max(0, time)))
                .put("direct-" + last, YearWriter.figure(Math.max(0, direct)));
    }

    private long sum(List<String> who, String field) {
        return who.stream().mapToLong(one -> hundredths(field + one)).sum();
    }

    /** Hundredths, which pence are too; 0 of what cannot be read. */
    private long hundredths(String field) {
        return Form.empty()
                .put(field, form.value(field).replace("%", ""))
                .pence(field, "")
                .orElse(0L);
    }
}
