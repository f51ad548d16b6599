package org.tallystick.bid;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CsvText;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.CostProfile.OverheadPool;

/** Reads a budget's file and gathers everything that is wrong with it. */
final class BudgetCsvReading {

    private final List<BudgetCsv.Fault> faults = new ArrayList<>();
    private final Map<FinancialYear, Year> years = new TreeMap<>();
    private String organisationId = "";

    BudgetCsv.Result read(String text) {
        if (text.length() > BudgetCsv.LONGEST) {
            return new BudgetCsv.Result.Bad(List.of(new BudgetCsv.Fault(0, "", "The file is too long for a budget.")));
        }
        List<CsvText.Row> rows = CsvText.read(text);
        Map<BudgetColumn, Integer> places = rows.isEmpty() ? Map.of() : places(rows.getFirst());
        for (BudgetColumn column : List.of(BudgetColumn.YEAR, BudgetColumn.WHAT, BudgetColumn.AMOUNT)) {
            if (!places.containsKey(column)) {
                faults.add(new BudgetCsv.Fault(
                        1, column.title(), "The first line must have a column “" + column.title() + "”."));
            }
        }
        if (faults.isEmpty()) {
            rows.stream().skip(1).forEach(row -> line(new BudgetCsvRow(row, places)));
        }
        if (faults.isEmpty() && years.isEmpty()) {
            faults.add(new BudgetCsv.Fault(0, "", "The file has no line with a year, so there is no budget in it."));
        }
        List<Budget.Year> built = faults.isEmpty() ? built() : List.of();
        Budget budget = faults.isEmpty() ? tried(0, () -> new Budget(organisationId, built)) : null;
        return budget == null ? new BudgetCsv.Result.Bad(faults) : new BudgetCsv.Result.Good(budget);
    }

    private static Map<BudgetColumn, Integer> places(CsvText.Row header) {
        Map<BudgetColumn, Integer> places = new EnumMap<>(BudgetColumn.class);
        for (int i = 0; i < header.cells().size(); i++) {
            String title = header.cells().get(i).toLowerCase(Locale.ROOT);
            int place = i;
            Stream.of(BudgetColumn.values())
                    .filter(column -> column.title().toLowerCase(Locale.ROOT).equals(title))
                    .forEach(column -> places.putIfAbsent(column, place));
        }
        return places;
    }

    private List<Budget.Year> built() {
        return years.entrySet().stream()
                .map(year -> tried(0, () -> year.getValue().build(year.getKey())))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private void line(BudgetCsvRow row) {
        if (row.isEmpty()) {
            return;
        }
        tried(row.line(), () -> {
            BudgetLine what = row.word(BudgetColumn.WHAT, BudgetLine.class);
            if (what == BudgetLine.ORGANISATION) {
                organisationId = row.text(BudgetColumn.NAME);
            } else {
                years.computeIfAbsent(row.year(BudgetColumn.YEAR), _ -> new Year())
                        .take(what, row);
            }
            return what;
        });
    }

    private <T> @Nullable T tried(int line, Supplier<T> part) {
        try {
            return part.get();
        } catch (BudgetCsvRow.BadCell bad) {
            faults.add(bad.fault());
        } catch (Rejection refused) {
            faults.add(new BudgetCsv.Fault(line, "", refused.sentence()));
        }
        return null;
    }

    /** What is read of a year, line by line. */
    private static final class Year {
        private final Set<BudgetLine> once = EnumSet.noneOf(BudgetLine.class);
        private Uplift uplift = Uplift.NONE;
        private final List<DirectCosts.Staff> staff = new ArrayList<>();
        private final List<DirectCosts.Spending> spending = new ArrayList<>();
        private final List<DirectCosts.Equipment> equipment = new ArrayList<>();
        private @Nullable FinancialYear profileYear;
        private int profileVersion;
        private Driver premisesDriver = Driver.HEADCOUNT;
        private final List<Overheads.SharedCost> sharedCosts = new ArrayList<>();
        private Overheads.ThisProject thisProject = new Overheads.ThisProject(0, 0);
        private final List<Overheads.OtherProject> otherProjects = new ArrayList<>();
        private Overheads.Space central = new Overheads.Space(0, 0);
        private Overheads.Use governance = Overheads.Use.NOTHING;
        private Overheads.Use fundraising = Overheads.Use.NOTHING;
        private long askedPence;
        private final List<Funding.OtherIncome> otherIncome = new ArrayList<>();
        private final List<Funding.Carried> carried = new ArrayList<>();

        void take(BudgetLine what, BudgetCsvRow row) {
            if (what.isOnceAYear() && !once.add(what)) {
                throw row.bad(BudgetColumn.WHAT, "must stand once for each year; this year has such a line already.");
            }
            switch (what) {
                case ORGANISATION -> throw new IllegalArgumentException("An organisation is of no year.");
                case RISES ->
                    uplift = new Uplift(
                            row.smallHundredths(BudgetColumn.QUANTITY), row.smallHundredths(BudgetColumn.OUT_OF));
                case STAFF -> staff.add(staff(row));
                case SPENDING -> spending.add(spending(row));
                case EQUIPMENT -> equipment.add(equipment(row));
                case COST_PROFILE -> profile(row);
                case SHARED_COST -> sharedCosts.add(sharedCost(row));
                case THIS_PROJECT ->
                    thisProject = new Overheads.ThisProject(
                            row.whole(BudgetColumn.FLOOR_AREA), row.smallHundredths(BudgetColumn.TIME));
                case OTHER_PROJECT ->
                    otherProjects.add(new Overheads.OtherProject(
                            row.text(BudgetColumn.NAME), row.use(), row.hundredths(BudgetColumn.AMOUNT)));
                case CENTRAL_FUNCTIONS ->
                    central = new Overheads.Space(
                            row.smallHundredths(BudgetColumn.PEOPLE), row.whole(BudgetColumn.FLOOR_AREA));
                case GOVERNANCE -> governance = row.use();
                case FUNDRAISING -> fundraising = row.use();
                case ASKED -> askedPence = row.hundredths(BudgetColumn.AMOUNT);
                case OTHER_INCOME ->
                    otherIncome.add(
                            new Funding.OtherIncome(row.text(BudgetColumn.NAME), row.hundredths(BudgetColumn.AMOUNT)));
                case CARRIED ->
                    carried.add(new Funding.Carried(
                            row.word(BudgetColumn.KIND, GapCarrier.class),
                            row.text(BudgetColumn.NOTE),
                            row.hundredths(BudgetColumn.AMOUNT)));
            }
        }

        Budget.Year build(FinancialYear year) {
            fits(year, BudgetLine.STAFF, staff);
            fits(year, BudgetLine.SPENDING, spending);
            fits(year, BudgetLine.EQUIPMENT, equipment);
            return new Budget.Year(
                    year,
                    uplift,
                    new DirectCosts(staff, spending, equipment),
                    new Overheads(
                            profileYear == null ? year : profileYear,
                            profileVersion,
                            sharedCosts,
                            premisesDriver,
                            thisProject,
                            otherProjects,
                            central,
                            governance,
                            fundraising),
                    new Funding(askedPence, otherIncome, carried));
        }

        private static void fits(FinancialYear year, BudgetLine what, List<?> lines) {
            if (lines.size() > DirectCosts.MOST_LINES) {
                throw Rejection.of(
                        Refusal.INVALID,
                        "In " + year + " there are " + lines.size() + " lines of " + what.words() + ". A year holds "
                                + DirectCosts.MOST_LINES + ": take some together.");
            }
        }

        private void profile(BudgetCsvRow row) {
            profileYear = row.year(BudgetColumn.NAME);
            profileVersion = row.whole(BudgetColumn.QUANTITY);
            premisesDriver = row.word(BudgetColumn.KIND, Driver.class);
        }

        private static DirectCosts.Staff staff(BudgetCsvRow row) {
            return new DirectCosts.Staff(
                    row.text(BudgetColumn.NAME),
                    new WorkingTime(
                            row.word(BudgetColumn.KIND, WorkingTime.Measure.class),
                            row.smallHundredths(BudgetColumn.QUANTITY),
                            row.smallHundredths(BudgetColumn.OUT_OF)),
                    row.hundredths(BudgetColumn.AMOUNT),
                    row.hundredths(BudgetColumn.ON_COSTS),
                    row.yes(BudgetColumn.IN_KIND));
        }

        private static DirectCosts.Spending spending(BudgetCsvRow row) {
            return new DirectCosts.Spending(
                    row.word(BudgetColumn.KIND, CostKind.class),
                    row.text(BudgetColumn.NAME),
                    row.hundredths(BudgetColumn.AMOUNT),
                    row.yes(BudgetColumn.IN_KIND));
        }

        private static DirectCosts.Equipment equipment(BudgetCsvRow row) {
            return new DirectCosts.Equipment(
                    row.text(BudgetColumn.NAME),
                    row.hundredths(BudgetColumn.AMOUNT),
                    row.whole(BudgetColumn.OUT_OF),
                    row.whole(BudgetColumn.QUANTITY),
                    row.yes(BudgetColumn.IN_KIND));
        }

        private static Overheads.SharedCost sharedCost(BudgetCsvRow row) {
            return new Overheads.SharedCost(
                    row.word(BudgetColumn.KIND, OverheadStep.class),
                    row.word(BudgetColumn.RISES_WITH, PriceIndex.class),
                    new OverheadPool(
                            row.text(BudgetColumn.NAME),
                            row.hundredths(BudgetColumn.AMOUNT),
                            row.text(BudgetColumn.NOTE)));
        }
    }
}
