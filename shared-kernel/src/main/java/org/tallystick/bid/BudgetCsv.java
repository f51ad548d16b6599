package org.tallystick.bid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tallystick.platform.CsvText;

/**
 * A budget as a file for spreadsheets: one line for each of its entries, whose second cell says what it is. Money is in
 * pounds with pence. What is written reads back as the same budget.
 */
public final class BudgetCsv {

    /** The longest file that is read, in characters. */
    public static final int LONGEST = 1_000_000;

    private BudgetCsv() {}

    /** What came of reading a file. */
    public sealed interface Result {

        /** The budget. */
        record Good(Budget budget) implements Result {}

        /** Why it is none: everything that was found. */
        record Bad(List<Fault> faults) implements Result {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Something that is wrong in a file.
     *
     * @param line of the file, from 1; 0 where something is missing altogether
     * @param column its title; empty where the line as a whole is wrong
     * @param sentence what is wrong
     */
    public record Fault(int line, String column, String sentence) {}

    /** A budget as a file. */
    public static String write(Budget budget) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of(BudgetColumn.values()).map(BudgetColumn::title).toList());
        rows.add(new Line(BudgetLine.ORGANISATION)
                .text(BudgetColumn.NAME, budget.organisationId())
                .cells());
        budget.years()
                .forEach(year -> lines(year)
                        .forEach(line -> rows.add(line.text(
                                        BudgetColumn.YEAR, year.financialYear().toString())
                                .cells())));
        return CsvText.write(rows);
    }

    /** A file as a budget, or everything that is wrong with it. */
    public static Result read(String text) {
        return new BudgetCsvReading().read(text);
    }

    private static Stream<Line> lines(Budget.Year year) {
        Overheads overheads = year.overheads();
        DirectCosts costs = year.directCosts();
        return Stream.of(
                        Stream.of(new Line(BudgetLine.RISES)
                                .hundredths(BudgetColumn.QUANTITY, year.uplift().payBasisPoints())
                                .hundredths(BudgetColumn.OUT_OF, year.uplift().nonPayBasisPoints())
                                .text(BudgetColumn.NOTE, "Quantity is the rise of pay in %, Out of that of prices")),
                        costs.staff().stream().map(BudgetCsv::line),
                        costs.spending().stream().map(BudgetCsv::line),
                        costs.equipment().stream().map(BudgetCsv::line),
                        shared(overheads),
                        funding(year.funding()))
                .flatMap(part -> part);
    }

    private static Line line(DirectCosts.Staff post) {
        return new Line(BudgetLine.STAFF)
                .text(BudgetColumn.NAME, post.role())
                .word(BudgetColumn.KIND, post.time().measure())
                .hundredths(BudgetColumn.AMOUNT, post.salaryPence())
                .hundredths(BudgetColumn.ON_COSTS, post.onCostsPence())
                .hundredths(BudgetColumn.QUANTITY, post.time().hundredths())
                .hundredths(BudgetColumn.OUT_OF, post.time().fullTimeHundredths())
                .text(BudgetColumn.IN_KIND, post.inKind() ? "yes" : "no");
    }

    private static Line line(DirectCosts.Spending spending) {
        return new Line(BudgetLine.SPENDING)
                .text(BudgetColumn.NAME, spending.description())
                .word(BudgetColumn.KIND, spending.kind())
                .hundredths(BudgetColumn.AMOUNT, spending.amountPence())
                .text(BudgetColumn.IN_KIND, spending.inKind() ? "yes" : "no");
    }

    private static Line line(DirectCosts.Equipment thing) {
        return new Line(BudgetLine.EQUIPMENT)
                .text(BudgetColumn.NAME, thing.description())
                .hundredths(BudgetColumn.AMOUNT, thing.pricePence())
                .number(BudgetColumn.QUANTITY, thing.yearOfUse())
                .number(BudgetColumn.OUT_OF, thing.yearsOfLife())
                .text(BudgetColumn.IN_KIND, thing.inKind() ? "yes" : "no");
    }

    private static Stream<Line> shared(Overheads overheads) {
        Stream<Line> pools = overheads.sharedCosts().stream()
                .map(cost -> new Line(BudgetLine.SHARED_COST)
                        .text(BudgetColumn.NAME, cost.pool().name())
                        .word(BudgetColumn.KIND, cost.step())
                        .hundredths(BudgetColumn.AMOUNT, cost.pool().amountPence())
                        .word(BudgetColumn.RISES_WITH, cost.index())
                        .text(BudgetColumn.NOTE, cost.pool().source()));
        Stream<Line> others = overheads.otherProjects().stream()
                .map(other -> new Line(BudgetLine.OTHER_PROJECT)
                        .text(BudgetColumn.NAME, other.title())
                        .hundredths(BudgetColumn.AMOUNT, other.directCostPence())
                        .use(other.use()));
        Line profile = new Line(BudgetLine.COST_PROFILE)
                .text(BudgetColumn.NAME, overheads.profileYear().toString())
                .number(BudgetColumn.QUANTITY, overheads.profileVersion())
                .word(BudgetColumn.KIND, overheads.premisesDriver());
        Line ours = new Line(BudgetLine.THIS_PROJECT)
                .number(BudgetColumn.FLOOR_AREA, overheads.thisProject().floorAreaSquareMetres())
                .hundredths(BudgetColumn.TIME, overheads.thisProject().timeBasisPoints());
        Line central = new Line(BudgetLine.CENTRAL_FUNCTIONS)
                .hundredths(BudgetColumn.PEOPLE, overheads.central().fullTimeEquivalentHundredths())
                .number(BudgetColumn.FLOOR_AREA, overheads.central().floorAreaSquareMetres());
        return Stream.of(
                        Stream.of(profile),
                        pools,
                        Stream.of(ours),
                        others,
                        Stream.of(
                                central,
                                new Line(BudgetLine.GOVERNANCE).use(overheads.governance()),
                                new Line(BudgetLine.FUNDRAISING).use(overheads.fundraising())))
                .flatMap(part -> part);
    }

    private static Stream<Line> funding(Funding funding) {
        return Stream.of(
                        Stream.of(new Line(BudgetLine.ASKED).hundredths(BudgetColumn.AMOUNT, funding.askedPence())),
                        funding.otherIncome().stream()
                                .map(income -> new Line(BudgetLine.OTHER_INCOME)
                                        .text(BudgetColumn.NAME, income.source())
                                        .hundredths(BudgetColumn.AMOUNT, income.amountPence())),
                        funding.carried().stream()
                                .map(part -> new Line(BudgetLine.CARRIED)
                                        .word(BudgetColumn.KIND, part.carrier())
                                        .hundredths(BudgetColumn.AMOUNT, part.amountPence())
                                        .text(BudgetColumn.NOTE, part.note())))
                .flatMap(part -> part);
    }

    /** A line as it is put together. */
    private static final class Line {
        private final Map<BudgetColumn, String> cells = new EnumMap<>(BudgetColumn.class);

        Line(BudgetLine what) {
            text(BudgetColumn.WHAT, what.words());
        }

        Line text(BudgetColumn column, String text) {
            cells.put(column, text);
            return this;
        }

        Line word(BudgetColumn column, Enum<?> word) {
            return text(column, BudgetLine.words(word));
        }

        Line number(BudgetColumn column, long number) {
            return text(column, Long.toString(number));
        }

        Line hundredths(BudgetColumn column, long hundredths) {
            return text(column, BigDecimal.valueOf(hundredths, 2).toPlainString());
        }

        Line use(Overheads.Use use) {
            return hundredths(BudgetColumn.PEOPLE, use.fullTimeEquivalentHundredths())
                    .number(BudgetColumn.FLOOR_AREA, use.floorAreaSquareMetres())
                    .hundredths(BudgetColumn.TIME, use.timeBasisPoints());
        }

        List<String> cells() {
            return Stream.of(BudgetColumn.values())
                    .map(column -> cells.getOrDefault(column, ""))
                    .toList();
        }
    }
}
