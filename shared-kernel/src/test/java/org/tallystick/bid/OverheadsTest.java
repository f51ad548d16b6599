package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tallystick.bid.DirectCostsTest.refused;
import static org.tallystick.bid.WorkedCase.POOLS;
import static org.tallystick.bid.WorkedCase.overheads;
import static org.tallystick.bid.WorkedCase.shared;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.bid.Overheads.OtherProject;
import org.tallystick.bid.Overheads.SharedCost;
import org.tallystick.bid.Overheads.Space;
import org.tallystick.bid.Overheads.ThisProject;
import org.tallystick.bid.Overheads.Use;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;

class OverheadsTest {

    private static final Use OURS = new Use(200, 50, 3_000);
    private static final List<OtherProject> OTHERS = WorkedCase.others("B");

    @Test
    void an_organisation_with_one_project_has_direct_costs_only() {
        YearCost cost = WorkedCase.costOf(new Budget.Year(
                WorkedCase.YEAR,
                Uplift.NONE,
                WorkedCase.year("B").directCosts(),
                Overheads.none(WorkedCase.YEAR),
                Funding.asking(70_000_00)));

        assertThat(cost.fullCostPence()).isEqualTo(70_000_00);
        assertThat(cost.overheads()).isEmpty();
        assertThat(cost.steps()).isEmpty();
        assertThat(cost.capped(0).unfundedPence()).as("no cap bites").isZero();
        refused("sharedCosts", "with one project nothing is shared", () -> overheads(POOLS, OURS, List.of()));
    }

    @Test
    void pools_of_nothing_are_shared_by_nobody() {
        List<SharedCost> pools =
                POOLS.stream().map(cost -> shared(cost.step(), cost.index(), 0)).toList();

        StepDown stepDown = StepDown.of(overheads(pools, OURS, OTHERS), 200, 70_000_00);

        assertThat(stepDown).isEqualTo(new StepDown(List.of(), List.of()));
    }

    @Test
    void a_step_without_pools_passes_on_what_it_received() {
        StepDown stepDown = StepDown.of(overheads(POOLS.subList(0, 1), OURS, OTHERS), 200, 70_000_00);

        assertThat(stepDown.steps())
                .extracting(StepDown.Step::ownPence, StepDown.Step::receivedPence)
                .containsExactly(tuple(40_000_00L, 0L), tuple(0L, 6_000_00L), tuple(0L, 4_600_00L));
    }

    @Test
    void premises_may_be_divided_by_floor_area() {
        Overheads overheads = new Overheads(
                WorkedCase.YEAR,
                1,
                POOLS.subList(0, 1),
                Driver.FLOOR_AREA,
                new ThisProject(50, 5_000),
                List.of(new OtherProject("Café", new Use(0, 130, 5_000), 1)),
                new Space(0, 20),
                Use.NOTHING,
                Use.NOTHING);

        StepDown.Step premises = StepDown.of(overheads, 200, 70_000_00).steps().getFirst();

        assertThat(premises.pence()).isEqualTo(10_000_00);
        assertThat(premises.sentence())
                .isEqualTo("Your premises and office cost £40,000 a year for 200 square metres; this project uses 50 of"
                        + " them, so £10,000.");
    }

    @Test
    void general_fundraising_comes_last_and_bears_its_part_of_all_before() {
        Overheads overheads = new Overheads(
                WorkedCase.YEAR,
                1,
                List.of(
                        shared(OverheadStep.PREMISES, PriceIndex.NON_PAY, 40_000_00),
                        shared(OverheadStep.FUNDRAISING, PriceIndex.PAY, 10_000_00)),
                Driver.HEADCOUNT,
                new ThisProject(0, 5_000),
                List.of(new OtherProject("Café", new Use(100, 0, 5_000), 50_000_00)),
                new Space(0, 0),
                Use.NOTHING,
                new Use(100, 0, 0));

        StepDown stepDown = StepDown.of(overheads, 200, 70_000_00);

        assertThat(stepDown.steps().getLast())
                .isEqualTo(new StepDown.Step(
                        OverheadStep.FUNDRAISING,
                        Driver.RUNNING_COST,
                        10_000_00,
                        10_000_00,
                        List.of(
                                new StepDown.Bearer("This project", 90_000_00, 12_000_00),
                                new StepDown.Bearer("Café", 60_000_00, 8_000_00))));
        assertThat(stepDown.steps().getLast().sentence())
                .isEqualTo(
                        "Your general fundraising costs £10,000 a year. With its £10,000 of the costs before, that is"
                                + " £20,000. So far this project is £90,000 of the £150,000 that all your work costs, so £12,000.");
    }

    @Test
    void the_odd_penny_of_equals_is_this_projects() {
        Overheads overheads = overheads(
                List.of(shared(OverheadStep.CENTRAL, PriceIndex.PAY, 1)),
                new Use(0, 0, 4_500),
                List.of(new OtherProject("Café", new Use(0, 0, 4_500), 1)));

        assertThat(StepDown.of(overheads, 1, 1).steps().getFirst().pence()).isEqualTo(1);
    }

    @Test
    void time_that_is_not_all_of_it_is_refused() {
        refused(
                "timeBasisPoints",
                "add up to 100%; they are 99.99%",
                () -> overheads(POOLS, new Use(200, 0, 2_999), OTHERS));
        refused("timeBasisPoints", "they are 100.01%", () -> overheads(POOLS, new Use(200, 0, 3_001), OTHERS));
        refused("timeBasisPoints", "between 0 and 10000", () -> new Use(0, 0, 10_001));
        refused("timeBasisPoints", "between 0 and 10000", () -> new ThisProject(0, -1));
    }

    @Test
    void a_cost_that_nobody_shares_is_refused() {
        Overheads noTime = new Overheads(
                WorkedCase.YEAR,
                1,
                POOLS,
                Driver.HEADCOUNT,
                new ThisProject(0, 0),
                List.of(new OtherProject("Café", Use.NOTHING, 0)),
                new Space(0, 0),
                Use.NOTHING,
                Use.NOTHING);

        refused("fullTimeEquivalentHundredths", "nobody works in any", () -> StepDown.of(noTime, 0, 1));
        refused("timeBasisPoints", "nobody is given any of their time", () -> StepDown.of(noTime, 1, 1));
        Overheads noMoney = new Overheads(
                WorkedCase.YEAR,
                1,
                POOLS.subList(2, 3),
                Driver.HEADCOUNT,
                new ThisProject(0, 10_000),
                noTime.otherProjects(),
                new Space(0, 0),
                Use.NOTHING,
                Use.NOTHING);
        refused("directCostPence", "nobody has any running cost", () -> StepDown.of(noMoney, 1, 0));
    }

    @Test
    void what_cannot_be_is_refused() {
        refused("fullTimeEquivalentHundredths", "between", () -> new Use(-1, 0, 0));
        refused("floorAreaSquareMetres", "between", () -> new Space(0, 1_000_001));
        refused("directCostPence", "between", () -> new OtherProject("Café", Use.NOTHING, -1));
        refused(
                "otherProjects",
                "between 0 and 100",
                () -> overheads(POOLS, OURS, Collections.nCopies(101, OTHERS.getFirst())));
        refused(
                "otherProjects",
                "the same name twice",
                () -> overheads(POOLS, OURS, List.of(OTHERS.getFirst(), OTHERS.getFirst())));
        refused(
                "sharedCosts",
                "the same name twice",
                () -> overheads(List.of(POOLS.getFirst(), POOLS.getFirst()), OURS, OTHERS));
        refused(
                "profileVersion",
                "between 1",
                () -> new Overheads(
                        WorkedCase.YEAR,
                        0,
                        POOLS,
                        Driver.HEADCOUNT,
                        new ThisProject(0, 3_000),
                        OTHERS,
                        new Space(120, 0),
                        new Use(80, 0, 1_000),
                        Use.NOTHING));
        refused(
                "premisesDriver",
                "headcount or floor area",
                () -> new Overheads(
                        WorkedCase.YEAR,
                        1,
                        POOLS,
                        Driver.TIME,
                        new ThisProject(0, 3_000),
                        OTHERS,
                        new Space(120, 0),
                        new Use(80, 0, 1_000),
                        Use.NOTHING));
    }

    @Test
    void the_shared_costs_are_those_of_the_cost_profile() {
        Overheads overheads = overheads(POOLS, OURS, OTHERS);

        overheads.requireOf(WorkedCase.PROFILE);

        refused("sharedCosts", "Premises and office is not", () -> overheads.requireOf(profile(WorkedCase.YEAR, 1)));
        refused(
                "sharedCosts",
                "cost profile of 2026-27",
                () -> overheads.requireOf(profile(WorkedCase.YEAR.next(), 0)));
    }

    private static CostProfile profile(FinancialYear year, long morePence) {
        OverheadPool premises = POOLS.getFirst().pool();
        return new CostProfile(
                year,
                List.of(
                        new OverheadPool(premises.name(), premises.amountPence() + morePence, premises.source()),
                        POOLS.get(1).pool(),
                        POOLS.get(2).pool()),
                800,
                37,
                1);
    }
}
