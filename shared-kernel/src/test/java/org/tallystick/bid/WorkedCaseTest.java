package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three projects, three shared costs: every figure to the penny. */
class WorkedCaseTest {

    /** Each pool is divided on its own: were governance's £31,400 divided as one, A would bear a penny more, C less. */
    @ParameterizedTest
    @CsvSource({
        "A, 12000000, 1500000, 2430000, 1675157, 17605157",
        "B,  7000000, 1000000, 1620000, 1011614, 10631614",
        "C,  3000000,  500000,  810000,  453229,  4763229",
    })
    void each_project_bears_its_share(
            String project, long direct, long premises, long central, long governance, long fullCost) {
        YearCost cost = WorkedCase.costOf(WorkedCase.year(project));

        assertThat(cost.directPence()).isEqualTo(direct);
        assertThat(cost.overheadPence(OverheadStep.PREMISES)).isEqualTo(premises);
        assertThat(cost.overheadPence(OverheadStep.CENTRAL)).isEqualTo(central);
        assertThat(cost.overheadPence(OverheadStep.GOVERNANCE)).isEqualTo(governance);
        assertThat(cost.overheadPence(OverheadStep.FUNDRAISING)).isZero();
        assertThat(cost.fullCostPence()).isEqualTo(fullCost);
    }

    @Test
    void together_they_are_all_that_the_organisation_spends() {
        assertThat(Stream.of("A", "B", "C")
                        .mapToLong(project ->
                                WorkedCase.costOf(WorkedCase.year(project)).fullCostPence())
                        .sum())
                .isEqualTo(330_000_00);
    }

    @Test
    void the_steps_keep_the_figures_they_were_divided_by() {
        List<StepDown.Step> steps = WorkedCase.costOf(WorkedCase.year("B")).steps();

        assertThat(steps)
                .containsExactly(
                        new StepDown.Step(
                                OverheadStep.PREMISES,
                                Driver.HEADCOUNT,
                                40_000_00,
                                0,
                                List.of(
                                        new StepDown.Bearer("This project", 200, 10_000_00),
                                        new StepDown.Bearer("A", 300, 15_000_00),
                                        new StepDown.Bearer("C", 100, 5_000_00),
                                        new StepDown.Bearer("Central functions", 120, 6_000_00),
                                        new StepDown.Bearer("Governance and strategic development", 80, 4_000_00))),
                        new StepDown.Step(
                                OverheadStep.CENTRAL,
                                Driver.TIME,
                                48_000_00,
                                6_000_00,
                                List.of(
                                        new StepDown.Bearer("This project", 3_000, 16_200_00),
                                        new StepDown.Bearer("A", 4_500, 24_300_00),
                                        new StepDown.Bearer("C", 1_500, 8_100_00),
                                        new StepDown.Bearer("Governance and strategic development", 1_000, 5_400_00))),
                        new StepDown.Step(
                                OverheadStep.GOVERNANCE,
                                Driver.RUNNING_COST,
                                22_000_00,
                                9_400_00,
                                List.of(
                                        new StepDown.Bearer("This project", 96_200_00, 10_116_14),
                                        new StepDown.Bearer("A", 159_300_00, 16_751_57),
                                        new StepDown.Bearer("C", 43_100_00, 4_532_29))));
        assertThat(steps).extracting(StepDown.Step::totalPence).containsExactly(40_000_00L, 54_000_00L, 31_400_00L);
    }

    @Test
    void a_cap_of_ten_percent_leaves_most_of_the_overheads_unfunded() {
        OverheadCap cap = WorkedCase.costOf(WorkedCase.year("B")).capped(1_000);

        assertThat(cap.mostPence()).isEqualTo(77_000_00);
        assertThat(cap.unfundedPence()).isEqualTo(29_316_14);
        assertThat(cap.rate().percent()).isEqualTo("72.4%");
        assertThat(cap.sentence())
                .isEqualTo(
                        "The funder pays overheads of up to 10% of the direct cost of £70,000. That is £7,000 of your"
                                + " £36,316.14, and leaves £29,316.14 unfunded: you can ask for £77,000 at most,"
                                + " which is 72.4% of the full cost.");
    }

    @Test
    void whoever_asks_for_what_the_cap_allows_carries_the_gap() {
        Recovery recovery = WorkedCase.costOf(WorkedCase.asking("B", 77_000_00)).recovery();

        assertThat(recovery.gapPence()).isEqualTo(29_316_14);
        assertThat(recovery.rate()).isEqualTo(new Rate(77_000_00, 106_316_14));
        assertThat(recovery.sentence())
                .isEqualTo(
                        "The work really costs £106,316.14. £77,000 is asked for, so 72.4% is paid for and £29,316.14"
                                + " is left for somebody else to carry.");
    }

    @Test
    void three_years_rise_by_three_percent() {
        FullCost cost = WorkedCase.yearsOfB(3);

        assertThat(cost.years())
                .extracting(YearCost::fullCostPence)
                .containsExactly(106_316_14L, 109_505_62L, 112_790_79L);
        assertThat(cost.recovery().fullCostPence()).isEqualTo(328_612_55);
        assertThat(cost.years())
                .allSatisfy(year -> assertThat(year.todayPence()).isEqualTo(106_316_14));
    }

    @Test
    void the_year_can_be_told_in_sentences() {
        Budget.Year year = WorkedCase.with(
                WorkedCase.year("B"),
                new Funding(
                        77_000_00,
                        List.of(new Funding.OtherIncome("Northmoor Trust", 9_316_14)),
                        List.of(new Funding.Carried(GapCarrier.RESERVES, "agreed by the board", 20_000_00))));

        assertThat(WorkedCase.costOf(year).sentences())
                .containsExactly(
                        "Support worker: 2 full-time posts, at a full-time salary of £27,000 with £3,000 for National"
                                + " Insurance, pension and the like, so £60,000.",
                        "Groups and activities: £6,000.",
                        "Fees and travel of people with lived experience: £4,000.",
                        "Your premises and office cost £40,000 a year for 8 people; this project is 2 of them, so £10,000.",
                        "Your central functions cost £48,000 a year. With their £6,000 of the costs before, that is"
                                + " £54,000. This project takes 30% of their time, so £16,200.",
                        "Your governance and strategic development cost £22,000 a year. With their £9,400 of the costs"
                                + " before, that is £31,400. So far this project is £96,200 of the £298,600 that all your"
                                + " work costs, so £10,116.14.",
                        "The work really costs £106,316.14. £77,000 is asked for and £9,316.14 is already won from others,"
                                + " so 81.2% is paid for and £20,000 is left for somebody else to carry.",
                        "£20,000 is carried by the organisation's reserves (agreed by the board).");
    }

    @Test
    void a_later_year_says_how_it_rose() {
        YearCost third = WorkedCase.yearsOfB(3).years().getLast();

        assertThat(third.sentences())
                .contains("At today's prices that is £106,316.14. With the rises of pay and prices up to 2028-29 it is"
                        + " £112,790.79.");
        assertThat(third.direct().getFirst().sum().sentence())
                .isEqualTo("£60,000 at today's prices; pay rises by 3%, then 3%, so £63,654.");
        assertThat(third.direct().getLast().sum().sentence())
                .isEqualTo("£4,000 at today's prices; prices rise by 3%, then 3%, so £4,243.60.");
    }

    @Test
    void the_pence_of_each_pool_are_followed_to_the_last() {
        // Premises: 10,000, and of the central functions' 6,000 another 1,800; the rest by way of governance.
        List<StepDown.Share> shares =
                StepDown.of(WorkedCase.overheads("B"), 200, 70_000_00).shares();

        assertThat(shares)
                .extracting(StepDown.Share::step, share -> share.cost().step(), StepDown.Share::pence)
                .containsExactly(
                        tuple(OverheadStep.PREMISES, OverheadStep.PREMISES, 10_000_00L),
                        tuple(OverheadStep.CENTRAL, OverheadStep.PREMISES, 1_800_00L),
                        tuple(OverheadStep.CENTRAL, OverheadStep.CENTRAL, 14_400_00L),
                        tuple(OverheadStep.GOVERNANCE, OverheadStep.PREMISES, 1_481_98L),
                        tuple(OverheadStep.GOVERNANCE, OverheadStep.CENTRAL, 1_546_42L),
                        tuple(OverheadStep.GOVERNANCE, OverheadStep.GOVERNANCE, 7_087_74L));
    }
}
