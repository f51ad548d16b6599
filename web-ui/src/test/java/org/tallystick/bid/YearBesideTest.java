package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tallystick.bid.DirectCosts.Spending;
import org.tallystick.bid.DirectCosts.Staff;
import org.tallystick.bid.Overheads.OtherProject;
import org.tallystick.bid.Overheads.SharedCost;
import org.tallystick.bid.Overheads.Space;
import org.tallystick.bid.Overheads.ThisProject;
import org.tallystick.bid.Overheads.Use;
import org.tallystick.platform.Beside;

/** Whatever two versions of a year differ in, they are seen to differ. */
class YearBesideTest {

    private static final Budget.Year YEAR = BidSamples.year(BidSamples.FIRST);

    @Test
    void two_versions_that_are_the_same_differ_in_nothing() {
        assertThat(YearBeside.of(YEAR, BidSamples.year(BidSamples.FIRST)).lines())
                .isEmpty();
    }

    @Test
    void every_figure_of_the_shared_costs_can_be_seen_to_differ() {
        Overheads was = YEAR.overheads();
        ThisProject ours = was.thisProject();
        differs("Premises are shared by", with(was, Driver.FLOOR_AREA, ours, was.central(), was.governance()));
        differs(
                "Who uses them",
                with(was, Driver.HEADCOUNT, new ThisProject(70, 3_000), was.central(), was.governance()));
        differs("Who uses them", with(was, Driver.HEADCOUNT, ours, new Space(120, 40), was.governance()));
        differs("Who uses them", with(was, Driver.HEADCOUNT, ours, was.central(), new Use(80, 30, 1_000)));
        differs("Cost profile", made(was, 4, was.sharedCosts(), was.otherProjects()));
        differs(
                "Shared costs",
                made(
                        was,
                        3,
                        changed(was.sharedCosts(), one -> new SharedCost(one.step(), PriceIndex.NONE, one.pool())),
                        was.otherProjects()));
        differs(
                "Who uses them",
                made(
                        was,
                        3,
                        was.sharedCosts(),
                        changed(
                                was.otherProjects(),
                                one -> new OtherProject(one.title(), new Use(300, 55, 4_500), one.directCostPence()))));
    }

    @Test
    void so_can_what_a_direct_cost_is_for_and_that_it_is_given() {
        DirectCosts was = YEAR.directCosts();
        List<Spending> ofAnotherKind = changed(
                was.spending(),
                one -> new Spending(CostKind.EVALUATION, one.description(), one.amountPence(), one.inKind()));
        List<Staff> lent = changed(
                was.staff(),
                one -> new Staff(one.role(), one.time(), one.salaryPence(), one.onCostsPence(), !one.inKind()));
        differs("Other direct costs", direct(new DirectCosts(was.staff(), ofAnotherKind, was.equipment())));
        differs("People", direct(new DirectCosts(lent, was.spending(), was.equipment())));
    }

    @Test
    void a_year_that_only_one_of_two_budgets_has_is_seen_with_all_its_parts() {
        Budget.Year next = BudgetYears.carriedOn(YEAR, BidSamples.FIRST.next(), Uplift.NONE);
        Budget longer = new Budget("o-2", List.of(YEAR, next));
        Beside shorter = YearBeside.of("", List.of("", ""), longer, BidSamples.budget());
        assertThat(shorter.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.label()).startsWith("2028–29: "))
                .allSatisfy(line -> assertThat(line.cells().getLast()).isEmpty());
        assertThat(YearBeside.of("", List.of("", ""), null, longer).lines())
                .extracting(Beside.Line::label)
                .contains("2027–28: Asked for", "2028–29: Asked for");
    }

    private static void differs(String part, Overheads overheads) {
        differs(
                part,
                new Budget.Year(YEAR.financialYear(), YEAR.uplift(), YEAR.directCosts(), overheads, YEAR.funding()));
    }

    private static void differs(String part, Budget.Year other) {
        assertThat(YearBeside.of(YEAR, other).lines())
                .extracting(Beside.Line::label)
                .containsExactly(part);
    }

    private static Budget.Year direct(DirectCosts costs) {
        return new Budget.Year(YEAR.financialYear(), YEAR.uplift(), costs, YEAR.overheads(), YEAR.funding());
    }

    private static Overheads with(Overheads was, Driver driver, ThisProject ours, Space central, Use governance) {
        return new Overheads(
                was.profileYear(),
                was.profileVersion(),
                was.sharedCosts(),
                driver,
                ours,
                was.otherProjects(),
                central,
                governance,
                was.fundraising());
    }

    private static Overheads made(Overheads was, int version, List<SharedCost> shared, List<OtherProject> others) {
        return new Overheads(
                was.profileYear(),
                version,
                shared,
                was.premisesDriver(),
                was.thisProject(),
                others,
                was.central(),
                was.governance(),
                was.fundraising());
    }

    private static <T> List<T> changed(List<T> all, UnaryOperator<T> first) {
        return Stream.concat(
                        Stream.of(first.apply(all.getFirst())), all.stream().skip(1))
                .toList();
    }
}
