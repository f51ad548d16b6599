package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.tallystick.bid.DirectCostsTest.refused;
import static org.tallystick.bid.WorkedCase.ORGANISATION;
import static org.tallystick.bid.WorkedCase.YEAR;
import static org.tallystick.bid.WorkedCase.costOf;
import static org.tallystick.bid.WorkedCase.year;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.bid.Funding.Carried;
import org.tallystick.bid.Funding.OtherIncome;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;

class BudgetTest {

    @Test
    void pay_and_other_prices_rise_each_by_their_own_index_and_equipment_by_none() {
        DirectCosts costs = new DirectCosts(
                List.of(WorkedCase.staff("Worker", 100, 20_000_00, 0)),
                List.of(WorkedCase.delivery("Travel", 10_000_00)),
                List.of(new DirectCosts.Equipment("Van", 30_000_00, 10, 1, false)));

        YearCost cost =
                costOf(new Budget.Year(YEAR, new Uplift(500, 225), costs, Overheads.none(YEAR), Funding.asking(0)));

        assertThat(cost.direct())
                .extracting(figure -> figure.sum().pence())
                .containsExactly(21_000_00L, 10_225_00L, 3_000_00L);
        assertThat(cost.direct())
                .extracting(figure -> figure.sum().sentence())
                .containsExactly(
                        "£20,000 at today's prices; pay rises by 5%, so £21,000.",
                        "£10,000 at today's prices; prices rise by 2.25%, so £10,225.", "£3,000, at today's prices.");
    }

    @Test
    void a_year_is_rounded_once_and_its_odd_pennies_go_to_the_largest_remainders() {
        // 3% of 17 pence, three times: 52.53 pence together, so 53; each alone would be 18, and 54 together.
        List<PricedSum> sums = Uplift.raise(
                Collections.nCopies(3, PricedSum.today(PriceIndex.PAY, 17)), List.of(WorkedCase.THREE_PERCENT));

        assertThat(sums).extracting(PricedSum::pence).containsExactly(18L, 18L, 17L);
    }

    @Test
    void what_does_not_rise_keeps_its_pennies_whatever_the_others_do() {
        List<PricedSum> sums = Uplift.raise(
                List.of(
                        PricedSum.today(PriceIndex.NONE, 1_000_000_00),
                        PricedSum.today(PriceIndex.PAY, 10),
                        PricedSum.today(PriceIndex.NON_PAY, 10)),
                List.of(WorkedCase.THREE_PERCENT));

        assertThat(sums).extracting(PricedSum::pence).containsExactly(1_000_000_00L, 11L, 10L);
    }

    @Test
    void what_others_pay_counts_as_recovered_and_the_gap_is_the_rest() {
        YearCost cost = costOf(WorkedCase.with(
                year("B"),
                new Funding(
                        50_000_00,
                        List.of(new OtherIncome("A trust", 20_000_00), new OtherIncome("A council", 6_316_14)),
                        List.of(new Carried(GapCarrier.UNPAID_WORK, "", 10_000_00)))));

        assertThat(cost.recovery()).isEqualTo(new Recovery(106_316_14, 50_000_00, 26_316_14));
        assertThat(cost.recovery().gapPence()).isEqualTo(30_000_00);
        assertThat(cost.recovery().rate().percent()).isEqualTo("71.8%");
        assertThat(cost.uncarriedPence()).isEqualTo(20_000_00);
    }

    @Test
    void a_rate_is_said_to_a_tenth_and_is_100_only_where_nothing_is_missing() {
        assertThat(new Rate(77_000_00, 106_316_14).percent()).isEqualTo("72.4%");
        assertThat(new Rate(1, 2).percent()).isEqualTo("50%");
        assertThat(new Rate(2, 3).percent()).isEqualTo("66.7%");
        assertThat(new Rate(99_999, 100_000).percent()).isEqualTo("99.9%");
        assertThat(new Rate(5, 5).percent()).isEqualTo("100%");
        assertThat(new Rate(6, 5).percent()).isEqualTo("120%");
        assertThat(new Rate(0, 0).percent()).isEqualTo("0%");
        assertThat(new Rate(Long.MAX_VALUE, Long.MAX_VALUE).percent()).isEqualTo("100%");
    }

    @Test
    void a_cap_pays_no_more_than_there_is_and_no_part_of_a_penny() {
        assertThat(new OverheadCap(1_000, 19, 100).allowedPence()).isEqualTo(1);
        OverheadCap generous = new OverheadCap(10_000, 70_000_00, 36_316_14);
        assertThat(generous.unfundedPence()).isZero();
        assertThat(generous.sentence())
                .isEqualTo("The funder pays overheads of up to 100% of the direct cost of £70,000. Your £36,316.14 are"
                        + " within that.");
        assertThat(new OverheadCap(0, 70_000_00, 36_316_14).unfundedPence()).isEqualTo(36_316_14);
        refused("capBasisPoints", "between", () -> new OverheadCap(-1, 1, 1));
        refused("directPence", "between", () -> new OverheadCap(1, -1, 1));
    }

    @Test
    void years_and_organisations_add_up() {
        Recovery together = Recovery.together(List.of(new Recovery(100, 60, 10), new Recovery(50, 50, 0)));

        assertThat(together).isEqualTo(new Recovery(150, 110, 10));
        assertThat(Recovery.together(List.of())).isEqualTo(new Recovery(0, 0, 0));
    }

    @Test
    void a_budget_is_complete_when_somebody_carries_the_gap_to_the_penny() {
        assertThatCode(() -> funded(77_000_00, 29_316_14).requireComplete()).doesNotThrowAnyException();
        assertThatCode(() -> funded(106_316_14, 0).requireComplete()).doesNotThrowAnyException();

        refused(
                "carried",
                "nobody pays for £29,316.14, and £29,316.13 of it is carried",
                () -> funded(77_000_00, 29_316_13).requireComplete());
        refused(
                "carried",
                "£29,316.15 of it is carried",
                () -> funded(77_000_00, 29_316_15).requireComplete());
        refused("askedPence", "£0.01 more", () -> funded(106_316_15, 0).requireComplete());
        refused("askedPence", "more than nothing", () -> funded(0, 106_316_14).requireComplete());
    }

    @Test
    void asking_for_more_than_it_costs_can_be_said() {
        assertThat(funded(106_316_15, 0).recovery().sentence())
                .isEqualTo(
                        "The work really costs £106,316.14. £106,316.15 is asked for, which is £0.01 more than it costs.");
        assertThat(funded(106_316_14, 0).recovery().sentence())
                .isEqualTo("The work really costs £106,316.14. £106,316.14 is asked for, so all of it is paid for.");
    }

    @Test
    void a_cost_is_direct_or_shared_and_never_both() {
        Budget.Year year = year("B");
        DirectCosts both =
                WorkedCase.costs(WorkedCase.staff("Worker", 100, 1, 0), WorkedCase.delivery("premises AND office", 1));

        refused(
                "directCosts",
                "a cost is direct or shared, never both",
                () -> new Budget.Year(YEAR, Uplift.NONE, both, year.overheads(), year.funding()));
        assertThat(new Budget.Year(YEAR, Uplift.NONE, both, Overheads.none(YEAR), year.funding()).directCosts())
                .isEqualTo(both);
    }

    @Test
    void years_follow_one_another() {
        Budget.Year later = inYear(year("B"), new FinancialYear(2028));

        refused("years", "without a gap", () -> new Budget(ORGANISATION, List.of(year("B"), later)));
        refused("years", "without a gap", () -> new Budget(ORGANISATION, List.of(year("B"), year("B"))));
        refused("years", "between 1 and 10", () -> new Budget(ORGANISATION, List.of()));
        List<Budget.Year> eleven = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            eleven.add(inYear(year("B"), new FinancialYear(2026 + i)));
        }
        refused("years", "between 1 and 10", () -> new Budget(ORGANISATION, eleven));
    }

    @Test
    void sums_and_rises_that_cannot_be_are_refused() {
        refused("payBasisPoints", "between 0 and 3000", () -> new Uplift(-1, 0));
        refused("nonPayBasisPoints", "between 0 and 3000", () -> new Uplift(0, 3_001));
        refused("askedPence", "between", () -> Funding.asking(-1));
        refused("askedPence", "between", () -> Funding.asking(Require.MAXIMUM_PENCE + 1));
        refused("amountPence", "between", () -> new OtherIncome("A trust", 0));
        refused("note", "must name the funder", () -> new Carried(GapCarrier.OTHER_FUNDER, " ", 1));
        refused("amountPence", "between", () -> new Carried(GapCarrier.RESERVES, "", -5));
    }

    @Test
    void a_total_beyond_what_the_ledger_takes_is_refused() {
        DirectCosts most = WorkedCase.costs(
                WorkedCase.staff("Worker", 100, 1, 0),
                Collections.nCopies(99, WorkedCase.delivery("Everything", DirectCosts.MOST_LINE_PENCE))
                        .toArray(DirectCosts.Spending[]::new));
        List<Budget.Year> years = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            years.add(new Budget.Year(
                    new FinancialYear(2026 + i),
                    new Uplift(3_000, 3_000),
                    most,
                    Overheads.none(YEAR),
                    Funding.asking(0)));
        }

        refused("fullCostPence", "£100 billion", () -> FullCost.of(new Budget(ORGANISATION, years)));
    }

    private static FullCost funded(long askedPence, long carriedPence) {
        List<Carried> carried =
                carriedPence == 0 ? List.of() : List.of(new Carried(GapCarrier.RESERVES, "", carriedPence));
        Funding funding = new Funding(askedPence, List.of(), carried);
        return FullCost.of(new Budget(ORGANISATION, List.of(WorkedCase.with(year("B"), funding))));
    }

    private static Budget.Year inYear(Budget.Year year, FinancialYear financialYear) {
        return new Budget.Year(financialYear, year.uplift(), year.directCosts(), year.overheads(), year.funding());
    }
}
