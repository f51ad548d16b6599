package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.bid.BudgetCsv.Fault;
import org.tallystick.bid.BudgetCsv.Result;

class BudgetCsvTest {

    private static final String HEAD = "Year,What,Name,Kind,Amount £,In kind,Note\n,organisation,GB-CHC-9000142\n";

    static Stream<Budget> budgets() {
        RandomBudgets random = new RandomBudgets(new Random(7));
        return Stream.concat(
                Stream.of(
                        odd("=HYPERLINK(\"http://x\")"), odd("'quoted"), odd("''twice"), odd("a, \"b\"; c"), odd("-1")),
                Stream.generate(random::budget).limit(200));
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void a_budget_comes_back_as_it_was(Budget budget) {
        assertThat(read(BudgetCsv.write(budget))).isEqualTo(budget);
    }

    @Test
    void a_spreadsheet_takes_nothing_in_it_for_a_formula() {
        for (String text : List.of("=1+1", "+44", "-1+1", "@SUM", "'=1")) {
            assertThat(BudgetCsv.write(odd(text))).contains(",'" + text + ",").doesNotContain("," + text + ",");
        }
    }

    @Test
    void it_begins_with_the_mark_by_which_a_spreadsheet_knows_its_script() {
        assertThat(BudgetCsv.write(odd("x"))).startsWith("\uFEFFYear,What,Name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "£1,234.50|123450",
                "1234.5|123450",
                "1234|123400",
                "1 234.50|123450",
                "12,345,678|1234567800",
                "1234,50|123450",
                "£0.01|1"
            })
    void money_is_read_as_people_type_it(String typed, long pence) {
        String text = HEAD + "2026-27,spending,Rent,delivery,\"" + typed + "\",no\n";
        Budget budget = read(text);
        assertThat(budget.years().getFirst().directCosts().spending().getFirst().amountPence())
                .isEqualTo(pence);
    }

    @Test
    void semicolons_tabs_other_orders_and_empty_lines_are_read_too() {
        String csv = """
                What;Year;Amount £;Name;Kind

                organisation;;;GB-CHC-9000142;
                Spending;2026-27;1.234,5;Rent;delivery
                """.replace("\n", "\r\n");
        assertThat(faults(csv))
                .containsExactly(new Fault(4, "Amount £", "Amount £ must be a number such as 1,234.50."));
        assertThat(read(csv.replace("1.234,5", "1234,5")))
                .isEqualTo(read(csv.replace("1.234,5", "1,234.50").replace(';', '\t')));
    }

    @Test
    void everything_that_is_wrong_is_named_with_its_line_and_column() {
        String text = HEAD + """
                2026-27,spending,Rent,delivry,1,no
                2026,spending,Rent,delivery,1,no
                2026-27,spending,Rent,delivery,1.234,perhaps
                2026-27,spending,"Two
                lines",staff,1,no
                2026-27,biscuits,Rent,delivery,1,no
                2026-27,spending,Rent,delivery,99999999999999,no
                """;
        assertThat(faults(text))
                .extracting(Fault::line, Fault::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "Kind"),
                        org.assertj.core.groups.Tuple.tuple(4, "Year"),
                        org.assertj.core.groups.Tuple.tuple(5, "Amount £"),
                        org.assertj.core.groups.Tuple.tuple(6, ""),
                        org.assertj.core.groups.Tuple.tuple(8, "What"),
                        org.assertj.core.groups.Tuple.tuple(9, "Amount £"));
        assertThat(faults(text).getFirst().sentence())
                .isEqualTo("Kind must be one of: staff, delivery, participants, equipment, evaluation.");
    }

    @Test
    void a_line_that_a_year_has_once_is_not_read_twice() {
        String asked = "2026-27,asked,,,100,\n";
        assertThat(faults(HEAD + asked + "2027-28,asked,,,100,\n" + asked))
                .contains(
                        new Fault(5, "What", "What must stand once for each year; this year has such a line already."));
    }

    @Test
    void what_is_no_budget_at_all_is_refused_in_words() {
        assertThat(faults("")).extracting(Fault::column).containsExactly("Year", "What", "Amount £");
        assertThat(faults("hello")).extracting(Fault::line).containsExactly(1, 1, 1);
        assertThat(faults(HEAD))
                .extracting(Fault::sentence)
                .containsExactly("The file has no line with a year, so there is no budget in it.");
        assertThat(faults("x".repeat(BudgetCsv.LONGEST + 1))).hasSize(1);
        assertThat(faults("Year,What\n\"")).isNotEmpty();
    }

    @Test
    void too_many_lines_are_refused_once_in_words() {
        assertThat(faults(HEAD + "2026-27,spending,Rent,delivery,1,no\n".repeat(DirectCosts.MOST_LINES + 1)))
                .extracting(Fault::sentence)
                .containsExactly("In 2026-27 there are 101 lines of spending. A year holds 100: take some together.");
    }

    private static Budget odd(String text) {
        Budget.Year year = WorkedCase.year("B");
        return new Budget(
                WorkedCase.ORGANISATION,
                List.of(new Budget.Year(
                        year.financialYear(),
                        WorkedCase.THREE_PERCENT,
                        WorkedCase.costs(WorkedCase.staff(text, 150, 3_00, 5), WorkedCase.delivery("Rent " + text, 99)),
                        year.overheads(),
                        new Funding(
                                12_345,
                                List.of(new Funding.OtherIncome(text, 1)),
                                List.of(new Funding.Carried(GapCarrier.OTHER_FUNDER, text, 2))))));
    }

    private static Budget read(String text) {
        Result result = BudgetCsv.read(text);
        assertThat(result).isInstanceOf(Result.Good.class);
        return ((Result.Good) result).budget();
    }

    private static List<Fault> faults(String text) {
        Result result = BudgetCsv.read(text);
        assertThat(result).isInstanceOf(Result.Bad.class);
        return ((Result.Bad) result).faults();
    }
}
