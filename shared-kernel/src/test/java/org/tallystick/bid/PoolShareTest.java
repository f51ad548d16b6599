package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tallystick.bid.DirectCostsTest.refused;
import static org.tallystick.bid.WorkedCase.ORGANISATION;
import static org.tallystick.bid.WorkedCase.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoolShareTest {

    @Test
    void a_budget_that_is_paid_in_full_recovers_its_part_of_every_pool() {
        assertThat(shares("B", 106_316_14))
                .extracting(PoolShare::pool, PoolShare::recoveredPence, PoolShare::poolPence)
                .containsExactly(
                        tuple("Premises and office", 13_281_98L, 40_000_00L),
                        tuple("Central functions", 15_946_42L, 48_000_00L),
                        tuple("Governance and strategic development", 7_087_74L, 22_000_00L));
    }

    @Test
    void money_pays_the_direct_cost_first_and_then_the_pools_in_proportion() {
        assertThat(shares("B", 70_000_00)).extracting(PoolShare::recoveredPence).containsExactly(0L, 0L, 0L);
        assertThat(shares("B", 1)).extracting(PoolShare::recoveredPence).containsExactly(0L, 0L, 0L);
        assertThat(shares("B", 77_000_00).stream()
                        .mapToLong(PoolShare::recoveredPence)
                        .sum())
                .isEqualTo(7_000_00);
        assertThat(shares("B", 200_000_00))
                .as("asking for more recovers no more")
                .isEqualTo(shares("B", 106_316_14));
    }

    @Test
    void the_share_of_a_later_year_is_that_of_its_own_prices() {
        FullCost cost = WorkedCase.yearsOfB(3);
        Budget.Year third = new Budget.Year(
                YEAR,
                new Uplift(609, 609),
                WorkedCase.year("B").directCosts(),
                WorkedCase.overheads("B"),
                Funding.asking(cost.years().getLast().fullCostPence()));

        assertThat(new FullCost(ORGANISATION, List.of(WorkedCase.costOf(third))).poolShares())
                .as("three percent twice")
                .isEqualTo(shares("B", 106_316_14));
    }

    @Test
    void all_projects_together_recover_every_pool_once() {
        List<PoolShare> elsewhere = Stream.of("A", "C")
                .flatMap(project -> shares(project, 200_000_00).stream())
                .toList();

        assertThat(PoolShare.overruns(shares("B", 106_316_14), elsewhere)).isEmpty();
    }

    @Test
    void a_pool_that_would_pass_all_of_it_is_named() {
        List<PoolShare> elsewhere = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            elsewhere.addAll(shares("B", 106_316_14));
        }

        List<PoolShare.Overrun> overruns = PoolShare.overruns(shares("B", 106_316_14), elsewhere);

        assertThat(overruns).hasSize(3);
        assertThat(overruns.getFirst().overPence()).isEqualTo(4 * 13_281_98 - 40_000_00);
        assertThat(overruns.getFirst().sentence())
                .isEqualTo(
                        "Of Premises and office in 2026-27, 99.6% is paid for by other bids and awards, and this budget"
                                + " takes 33.2%: £13,127.92 more than it costs.");
    }

    @Test
    void less_than_a_pound_is_rounding() {
        PoolShare ours = share(50_00);

        assertThat(PoolShare.overruns(List.of(ours), List.of(share(50_99)))).isEmpty();
        assertThat(PoolShare.overruns(List.of(ours), List.of(share(51_00))))
                .containsExactly(new PoolShare.Overrun(ours, 5_100, 1_00));
    }

    @Test
    void pools_of_other_sizes_count_by_their_part() {
        PoolShare lastVersion = new PoolShare(ORGANISATION, YEAR, "Rent", 150_00, 200_00);

        assertThat(PoolShare.overruns(List.of(share(25_00)), List.of(lastVersion)))
                .isEmpty();
        assertThat(PoolShare.overruns(List.of(share(50_00)), List.of(lastVersion)))
                .containsExactly(new PoolShare.Overrun(share(50_00), 7_500, 25_00));
    }

    @Test
    void a_pool_is_the_same_however_its_capitals_are_written() {
        PoolShare rent = new PoolShare(ORGANISATION, YEAR, "rent", 60_00, 100_00);

        assertThat(PoolShare.overruns(List.of(share(50_00)), List.of(rent))).hasSize(1);
    }

    @Test
    void other_years_pools_and_organisations_do_not_count() {
        List<PoolShare> others = List.of(
                new PoolShare(ORGANISATION, YEAR.next(), "Rent", 100_00, 100_00),
                new PoolShare(ORGANISATION, YEAR, "Heating", 100_00, 100_00),
                new PoolShare("GB-CHC-9000357", YEAR, "Rent", 100_00, 100_00));

        assertThat(PoolShare.overruns(List.of(share(100_00)), others)).isEmpty();
    }

    @Test
    void a_share_of_nothing_is_refused() {
        refused("poolPence", "between", () -> new PoolShare(ORGANISATION, YEAR, "Rent", 0, 0));
        refused("recoveredPence", "between", () -> new PoolShare(ORGANISATION, YEAR, "Rent", -1, 1));
        refused("recoveredPence", "at most the pool", () -> new PoolShare(ORGANISATION, YEAR, "Rent", 2, 1));
    }

    private static PoolShare share(long recoveredPence) {
        return new PoolShare(ORGANISATION, YEAR, "Rent", recoveredPence, 100_00);
    }

    private static List<PoolShare> shares(String project, long askedPence) {
        return FullCost.of(new Budget(ORGANISATION, List.of(WorkedCase.asking(project, askedPence))))
                .poolShares();
    }
}
