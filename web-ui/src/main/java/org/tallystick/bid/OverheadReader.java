package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.Overheads.OtherProject;
import org.tallystick.bid.Overheads.SharedCost;
import org.tallystick.bid.Overheads.Space;
import org.tallystick.bid.Overheads.ThisProject;
import org.tallystick.bid.Overheads.Use;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;

/** Reads what an organisation's projects share, and who uses it, from the form. */
record OverheadReader(
        Form form, FinancialYear year, @Nullable CostProfile profile, int profileVersion) {

    /** Where a fault of all of it together stands. */
    static final String ALL = "time-ours";

    private static final int ALL_TIME_BASIS_POINTS = 10_000;
    private static final int MOST_SQUARE_METRES = 1_000_000;

    /** As read; nothing shared where it cannot be read or there is one project only. */
    Overheads read() {
        if (profile == null || !form.value("shares").equals("yes")) {
            return Overheads.none(year);
        }
        BudgetFields fields = new BudgetFields(form);
        List<SharedCost> pools = pools();
        if (pools.isEmpty()) {
            return Overheads.none(year);
        }
        ThisProject ours = new ThisProject(floor(fields, "floor-ours"), time(fields, "time-ours"));
        List<OtherProject> others = new ArrayList<>();
        BudgetRows.PROJECTS.filled(form).forEach(row -> other(fields, row).ifPresent(others::add));
        Optional<Use> central = use(fields, "central");
        Optional<Use> governance = use(fields, "governance");
        Optional<Use> fundraising = use(fields, "fundraising");
        if (BudgetRows.PROJECTS.filled(form).isEmpty()) {
            form.refuse("project-1", "Name your other work: all of it together is enough.");
        }
        if (others.isEmpty() || central.isEmpty() || governance.isEmpty() || fundraising.isEmpty()) {
            return Overheads.none(year);
        }
        CostProfile used = profile;
        return fields.made(
                        ALL,
                        () -> new Overheads(
                                used.financialYear(),
                                profileVersion,
                                pools,
                                byFloor() ? Driver.FLOOR_AREA : Driver.HEADCOUNT,
                                ours,
                                others,
                                new Space(
                                        central.get().fullTimeEquivalentHundredths(),
                                        central.get().floorAreaSquareMetres()),
                                governance.get(),
                                fundraising.get()))
                .orElse(Overheads.none(year));
    }

    /** Those that are ticked, in the order of the profile. */
    private List<SharedCost> pools() {
        List<SharedCost> shared = new ArrayList<>();
        List<OverheadPool> offered = profile == null ? List.of() : profile.overheadPools();
        for (int row = 1; row <= offered.size(); row++) {
            OverheadPool pool = offered.get(row - 1);
            if (form.chose("share-" + row, "yes") && pool.amountPence() > 0) {
                shared.add(new SharedCost(
                        chosen(OverheadStep.values(), "poolStep-" + row, OverheadGuess.step(pool)),
                        chosen(PriceIndex.values(), "index-" + row, OverheadGuess.index(pool)),
                        pool));
            }
        }
        return shared;
    }

    private Optional<OtherProject> other(BudgetFields fields, int row) {
        String title = form.text("project-" + row, "Name other work " + row + ".");
        Optional<Use> use = use(fields, String.valueOf(row));
        Optional<Long> direct = fields.optionalPence("direct-" + row, "the direct cost of other work " + row);
        if (use.filter(Use.NOTHING::equals).isPresent()
                && direct.filter(none -> none == 0).isPresent()) {
            form.refuse(
                    "people-" + row,
                    "Say how many people work in other work " + row
                            + ", what share of time it takes and what it costs.");
            return Optional.empty();
        }
        return title.isEmpty() || use.isEmpty() || direct.isEmpty()
                ? Optional.empty()
                : fields.made("project-" + row, () -> new OtherProject(title, use.get(), direct.get()));
    }

    private Optional<Use> use(BudgetFields fields, String who) {
        Optional<Integer> people = fields.hundredths("people-" + who, "the number of people", false, "2 or 2.5");
        int floor = floor(fields, "floor-" + who);
        int time = time(fields, "time-" + who);
        return people.flatMap(many -> fields.made("people-" + who, () -> new Use(many, floor, time)));
    }

    private boolean byFloor() {
        return form.value("driver").equals(Driver.FLOOR_AREA.name());
    }

    /** Read only where premises are divided by it; else the field is not on the page. */
    private int floor(BudgetFields fields, String field) {
        if (!byFloor()) {
            return form.value(field).matches("\\d{1,6}") ? Integer.parseInt(form.value(field)) : 0;
        }
        return form.value(field).isBlank()
                ? 0
                : atMost(
                        MOST_SQUARE_METRES,
                        fields.whole(field, "the floor space in square metres", 0),
                        field,
                        "The floor space must be 1,000,000 square metres or less.");
    }

    private int time(BudgetFields fields, String field) {
        return atMost(
                ALL_TIME_BASIS_POINTS,
                fields.hundredths(field, "the share of time in per cent", false, "30 or 12.5"),
                field,
                "The share of time must be 100% or less.");
    }

    /** The number; nothing where it is too large, which is noted. */
    private int atMost(int most, Optional<Integer> number, String field, String otherwise) {
        if (number.filter(one -> one > most).isPresent()) {
            form.refuse(field, otherwise);
            return 0;
        }
        return number.orElse(0);
    }

    private <E extends Enum<E>> E chosen(E[] choices, String field, E otherwise) {
        return List.of(choices).stream()
                .filter(one -> one.name().equals(form.value(field)))
                .findFirst()
                .orElse(otherwise);
    }
}
