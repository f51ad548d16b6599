package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Split;

/** The page for trustees says what the code works out. */
class FullCostPageTest {

    private static final List<String> PROJECTS = List.of("A", "B", "C");

    @Test
    void the_tables_of_the_steps_are_those_of_the_worked_case() throws IOException {
        Map<String, List<StepDown.Step>> steps = new LinkedHashMap<>();
        PROJECTS.forEach(project ->
                steps.put(project, WorkedCase.costOf(WorkedCase.year(project)).steps()));
        for (int i = 0; i < 3; i++) {
            int number = i;
            StepDown.Step any = steps.values().iterator().next().get(number);
            List<String> rows = new ArrayList<>();
            steps.forEach((project, its) -> rows.add(row(
                    project,
                    figure(any, its.get(number).bearers().getFirst()),
                    Pounds.of(its.get(number).pence()))));
            any.bearers().stream()
                    .filter(bearer -> !PROJECTS.contains(bearer.title()))
                    .skip(1)
                    .forEach(bearer -> rows.add(row(bearer.title(), figure(any, bearer), Pounds.of(bearer.pence()))));
            long all = any.bearers().stream().mapToLong(StepDown.Bearer::figure).sum();
            rows.add(row("Together", figure(any, new StepDown.Bearer("", all, 0)), Pounds.of(any.totalPence())));

            assertThat(page()).contains(String.join("\n", rows) + "\n\n");
        }
    }

    @Test
    void the_table_of_the_full_cost_is_that_of_the_worked_case() throws IOException {
        List<String> rows = new ArrayList<>();
        long[] together = new long[5];
        for (String project : PROJECTS) {
            YearCost cost = WorkedCase.costOf(WorkedCase.year(project));
            long[] sums = {
                cost.directPence(),
                cost.overheadPence(OverheadStep.PREMISES),
                cost.overheadPence(OverheadStep.CENTRAL),
                cost.overheadPence(OverheadStep.GOVERNANCE),
                cost.fullCostPence()
            };
            rows.add(row(project, sums));
            for (int i = 0; i < sums.length; i++) {
                together[i] += sums[i];
            }
            assertThat(page()).contains(wholePercent(cost) + "% for " + project);
        }
        rows.add(row("Together", together));

        assertThat(page()).contains(String.join("\n", rows) + "\n\n");
    }

    @Test
    void the_limit_the_sentence_and_the_years_are_those_of_the_worked_case() throws IOException {
        OverheadCap cap = WorkedCase.costOf(WorkedCase.year("B")).capped(1_000);
        assertThat(page())
                .contains(String.join(
                        "\n",
                        row("Full cost", cap.directPence() + cap.overheadPence()),
                        row("Direct cost", cap.directPence()),
                        row("Overheads the funder pays", cap.allowedPence()),
                        row("The most you can ask for", cap.mostPence()),
                        row("The gap", cap.unfundedPence()),
                        row("Part of the full cost that is paid for", cap.rate().percent())));
        assertThat(page().replace("\n", " "))
                .contains('"'
                        + WorkedCase.costOf(WorkedCase.asking("B", cap.mostPence()))
                                .recovery()
                                .sentence()
                        + '"');
        FullCost years = WorkedCase.yearsOfB(3);
        List<String> rows = new ArrayList<>();
        years.years().forEach(year -> rows.add(row(year.financialYear().toString(), year.fullCostPence())));
        rows.add(row("Together", years.recovery().fullCostPence()));
        assertThat(page()).contains(String.join("\n", rows) + "\n\n");
    }

    @Test
    void the_laptop_is_the_one_of_the_rule() throws IOException {
        DirectCosts.Equipment laptop = new DirectCosts.Equipment("Laptop", 1_500_00, 3, 1, false);

        assertThat(page().replace("\n  ", " "))
                .contains("A " + Pounds.of(laptop.pricePence()) + " laptop that lasts three years costs "
                        + Pounds.of(laptop.pence()) + " a year.");
    }

    private static long wholePercent(YearCost cost) {
        return Split.halfUp(BigInteger.valueOf(100 * cost.overheadPence()), BigInteger.valueOf(cost.directPence()));
    }

    private static String figure(StepDown.Step step, StepDown.Bearer bearer) {
        return switch (step.driver()) {
            case HEADCOUNT -> InWords.hundredths(bearer.figure());
            case FLOOR_AREA -> Long.toString(bearer.figure());
            case TIME -> InWords.percent(bearer.figure());
            case RUNNING_COST -> Pounds.of(bearer.figure());
        };
    }

    private static String row(String title, long... pence) {
        return row(title, LongStream.of(pence).mapToObj(Pounds::of).toArray(String[]::new));
    }

    private static String row(String title, String... cells) {
        return "| "
                + String.join(
                        " | ", Stream.concat(Stream.of(title), Stream.of(cells)).toList()) + " |";
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "full-cost-recovery.md"));
    }
}
