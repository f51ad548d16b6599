package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.DirectCosts.Equipment;
import org.tallystick.bid.DirectCosts.Spending;
import org.tallystick.bid.DirectCosts.Staff;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.FormRows;
import org.tallystick.registry.CostProfile;

/**
 * Reads a year of a budget from the form, noting every fault on the way. A row that cannot be read is left out, so that
 * the rest can be worked out all the same; what is saved has no faults.
 *
 * @param form as typed
 * @param year which
 * @param profile whose shared costs are offered; none where the organisation has none
 * @param profileVersion its version
 * @param lines takes what each row adds, by the row's name such as "staff-1"
 */
record YearReader(
        Form form, FinancialYear year, @Nullable CostProfile profile, int profileVersion, Map<String, String> lines) {

    /** The year, as far as it could be read, with the problems on the form; nothing without any direct cost. */
    Optional<Budget.Year> read() {
        BudgetFields fields = new BudgetFields(form);
        Optional<DirectCosts> direct = direct(fields);
        Overheads overheads = new OverheadReader(form, year, profile, profileVersion).read();
        Uplift uplift = uplift(fields);
        Funding funding = funding(fields);
        return direct.flatMap(
                costs -> fields.made("rows-pools", () -> new Budget.Year(year, uplift, costs, overheads, funding)));
    }

    private Optional<DirectCosts> direct(BudgetFields fields) {
        List<Staff> staff = rows(BudgetRows.STAFF, row -> staff(fields, row));
        List<Spending> spending = rows(BudgetRows.SPENDING, row -> spending(fields, row));
        List<Equipment> equipment = rows(BudgetRows.EQUIPMENT, row -> equipment(fields, row));
        if (staff.isEmpty() && spending.isEmpty() && equipment.isEmpty()) {
            if (!form.hasProblems()) {
                form.refuse("role-1", "Enter at least one cost: a person, something you pay for, or a thing.");
            }
            return Optional.empty();
        }
        return fields.made("role-1", () -> new DirectCosts(staff, spending, equipment));
    }

    private Optional<Staff> staff(BudgetFields fields, int row) {
        String role = form.text("role-" + row, "Enter the role of person " + row + ".");
        boolean hours = form.value("measure-" + row).equals(WorkingTime.Measure.HOURS_A_WEEK.name());
        Optional<Integer> work = fields.hundredths(
                "work-" + row,
                hours ? "the hours a week of person " + row : "how much of full time person " + row + " works",
                true,
                hours ? "18.5" : "0.5 for half time");
        Optional<Integer> full = hours
                ? fields.hundredths("fullTime-" + row, "the full-time hours a week of person " + row, true, "37")
                : Optional.of(100);
        Optional<Long> salary = fields.pence("salary-" + row, "the full-time salary of person " + row);
        Optional<Long> onCosts = fields.optionalPence("onCosts-" + row, "the on-costs of person " + row);
        if (role.isEmpty() || work.isEmpty() || full.isEmpty() || salary.isEmpty() || onCosts.isEmpty()) {
            return Optional.empty();
        }
        Optional<WorkingTime> time = fields.made(
                "work-" + row,
                () -> hours ? WorkingTime.weeklyHours(work.get(), full.get()) : WorkingTime.posts(work.get()));
        return time.flatMap(worked -> fields.made(
                "salary-" + row,
                () -> new Staff(role, worked, salary.get(), onCosts.get(), given("staffGiven-" + row))));
    }

    private Optional<Spending> spending(BudgetFields fields, int row) {
        CostKind kind = List.of(CostKind.DELIVERY, CostKind.PARTICIPANTS, CostKind.EVALUATION).stream()
                .filter(one -> one.name().equals(form.value("kind-" + row)))
                .findFirst()
                .orElse(CostKind.DELIVERY);
        String what = form.text("what-" + row, "Say what cost " + row + " is for.");
        Optional<Long> cost = fields.pence("cost-" + row, "the amount of cost " + row);
        return what.isEmpty() || cost.isEmpty()
                ? Optional.empty()
                : fields.made("cost-" + row, () -> new Spending(kind, what, cost.get(), given("costGiven-" + row)));
    }

    private Optional<Equipment> equipment(BudgetFields fields, int row) {
        String thing = form.text("thing-" + row, "Say what thing " + row + " is.");
        Optional<Long> price = fields.pence("price-" + row, "the price of thing " + row);
        Optional<Integer> life = fields.whole("life-" + row, "how many years thing " + row + " lasts", 0);
        Optional<Integer> use = fields.whole("use-" + row, "which year of its life it is for thing " + row, 1);
        return thing.isEmpty() || price.isEmpty() || life.isEmpty() || use.isEmpty()
                ? Optional.empty()
                : fields.made(
                        "life-" + row,
                        () -> new Equipment(thing, price.get(), life.get(), use.get(), given("thingGiven-" + row)));
    }

    private Uplift uplift(BudgetFields fields) {
        boolean needed = form.value("later").equals("yes");
        Optional<Integer> pay =
                fields.hundredths("payRise", "how much pay rises from the year before, or 0", needed, "3 or 3.25");
        Optional<Integer> prices = fields.hundredths(
                "priceRise", "how much other prices rise from the year before, or 0", needed, "3 or 3.25");
        return pay.isEmpty() || prices.isEmpty()
                ? Uplift.NONE
                : fields.made("payRise", () -> new Uplift(pay.get(), prices.get()))
                        .orElse(Uplift.NONE);
    }

    private Funding funding(BudgetFields fields) {
        long asked = fields.optionalPence("asked", "what you ask for").orElse(0L);
        return new Funding(
                asked,
                rows(BudgetRows.INCOME, row -> income(fields, row)),
                rows(BudgetRows.CARRIED, row -> carried(fields, row)));
    }

    private Optional<Funding.OtherIncome> income(BudgetFields fields, int row) {
        String source = form.text("source-" + row, "Say who gives other income " + row + ".");
        Optional<Long> pence = fields.pence("income-" + row, "the amount of other income " + row);
        return source.isEmpty() || pence.isEmpty()
                ? Optional.empty()
                : fields.made("income-" + row, () -> new Funding.OtherIncome(source, pence.get()));
    }

    private Optional<Funding.Carried> carried(BudgetFields fields, int row) {
        GapCarrier carrier = List.of(GapCarrier.values()).stream()
                .filter(one -> one.name().equals(form.value("carrier-" + row)))
                .findFirst()
                .orElse(GapCarrier.RESERVES);
        Optional<Long> pence = fields.pence("carried-" + row, "how much of the gap is carried in line " + row);
        return pence.flatMap(sum -> fields.made(
                carrier == GapCarrier.OTHER_FUNDER && form.value("note-" + row).isBlank()
                        ? "note-" + row
                        : "carried-" + row,
                () -> new Funding.Carried(carrier, form.value("note-" + row), sum)));
    }

    private static String said(DirectCosts.Line line) {
        return line.inKind() ? line.sentence() + " Given, so it is shown and not asked for." : line.sentence();
    }

    private boolean given(String field) {
        return form.chose(field, "yes");
    }

    private <T> List<T> rows(FormRows rows, IntFunction<Optional<T>> read) {
        List<T> found = new ArrayList<>();
        for (int row : rows.filled(form)) {
            read.apply(row).ifPresent(one -> {
                found.add(one);
                if (one instanceof DirectCosts.Line line) {
                    lines.put(rows.key() + "-" + row, said(line));
                }
            });
        }
        return found;
    }
}
