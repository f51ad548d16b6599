package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.bid.WorkedCase.delivery;
import static org.tallystick.bid.WorkedCase.staff;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.bid.DirectCosts.Equipment;
import org.tallystick.bid.DirectCosts.Spending;
import org.tallystick.bid.DirectCosts.Staff;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

class DirectCostsTest {

    @Test
    void a_post_costs_its_part_of_salary_and_on_costs() {
        Staff half = staff("Coordinator", 50, 30_000_01, 4_000_00);

        assertThat(half.pence()).as("half a penny goes up").isEqualTo(17_000_01);
        assertThat(half.sentence())
                .isEqualTo("Coordinator: 0.5 of a full-time post, at a full-time salary of £30,000.01 with £4,000 for"
                        + " National Insurance, pension and the like, so £17,000.01.");
    }

    @Test
    void a_post_may_be_given_in_hours() {
        WorkingTime time = WorkingTime.weeklyHours(18_50, 37_00);

        assertThat(time.fullTimeEquivalentHundredths()).isEqualTo(50);
        assertThat(time.of(30_000_00)).isEqualTo(15_000_00);
        assertThat(time.words()).isEqualTo("18.5 of 37 hours a week");
        assertThat(WorkingTime.weeklyHours(20_00, 37_00).fullTimeEquivalentHundredths())
                .as("54.05 hundredths")
                .isEqualTo(54);
        assertThat(WorkingTime.weeklyHours(1, 37_00).fullTimeEquivalentHundredths())
                .as("never nothing")
                .isEqualTo(1);
        assertThat(WorkingTime.posts(100).words()).isEqualTo("1 full-time post");
        assertThat(WorkingTime.posts(250).words()).isEqualTo("2.5 full-time posts");
    }

    @Test
    void equipment_is_claimed_as_it_wears_out_and_never_more_than_its_price() {
        List<Long> years = IntStream.rangeClosed(1, 3)
                .mapToObj(year -> laptops(3, year).pence())
                .toList();

        assertThat(years).containsExactly(333_34L, 333_33L, 333_33L);
        assertThat(laptops(3, 1).sentence())
                .isEqualTo("Laptops: bought for £1,000, lasts 3 years, so £333.34 in year 1 of its life.");
    }

    @Test
    void the_price_of_equipment_is_refused() {
        refused("kind", "never claimed at its price", () -> spending(CostKind.EQUIPMENT, 1_000_00));
        refused("yearsOfLife", "never claimed at its price", () -> laptops(1, 1));
        refused("yearsOfLife", "between 2 and 50", () -> laptops(0, 1));
        refused("yearsOfLife", "between 2 and 50", () -> laptops(51, 1));
        refused("yearOfUse", "between 1 and 3", () -> laptops(3, 4));
        refused("yearOfUse", "between 1 and 3", () -> laptops(3, 0));
    }

    @Test
    void what_is_given_is_shown_and_never_claimed() {
        DirectCosts costs = new DirectCosts(
                List.of(
                        staff("Worker", 100, 25_000_00, 0),
                        new Staff("Lent by the council", WorkingTime.posts(100), 30_000_00, 0, true)),
                List.of(new Spending(CostKind.DELIVERY, "Church hall", 5_000_00, true)),
                List.of());

        YearCost cost = WorkedCase.costOf(new Budget.Year(
                WorkedCase.YEAR, Uplift.NONE, costs, Overheads.none(WorkedCase.YEAR), Funding.asking(25_000_00)));

        assertThat(costs.claimedPence()).isEqualTo(25_000_00);
        assertThat(costs.fullTimeEquivalentHundredths()).isEqualTo(100);
        assertThat(cost.fullCostPence()).isEqualTo(25_000_00);
        assertThat(cost.inKindPence()).isEqualTo(35_000_00);
        assertThat(cost.direct()).hasSize(1);
        assertThat(cost.sentences())
                .endsWith(
                        "Lent by the council: given, not paid, worth £30,000.",
                        "Church hall: given, not paid, worth £5,000.");
    }

    @Test
    void a_year_has_one_to_a_hundred_lines_of_all_kinds_together() {
        refused("lines", "between 1 and 100", () -> new DirectCosts(List.of(), List.of(), List.of()));
        refused(
                "lines",
                "between 1 and 100",
                () -> WorkedCase.costs(
                        staff("Worker", 100, 1, 0),
                        Collections.nCopies(100, delivery("Travel", 1)).toArray(Spending[]::new)));
        assertThat(WorkedCase.costs(
                                staff("Worker", 100, 1, 0),
                                Collections.nCopies(99, delivery("Travel", 1)).toArray(Spending[]::new))
                        .claimedPence())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, DirectCosts.MOST_LINE_PENCE + 1, Long.MAX_VALUE})
    void a_sum_that_cannot_be_is_refused(long pence) {
        refused("amountPence", "must be", () -> spending(CostKind.DELIVERY, pence));
        refused("pricePence", "must be", () -> new Equipment("Van", pence, 5, 1, false));
        refused("salaryPence", "must be", () -> staff("Worker", 100, pence, 0));
    }

    @Test
    void bounds_of_posts_are_kept() {
        refused("salaryPence", "at most £1,000,000", () -> staff("Worker", 100, 1_000_000_01, 0));
        refused("onCostsPence", "between", () -> staff("Worker", 100, 1, -1));
        refused("onCostsPence", "at most £1,000,000", () -> staff("Worker", 100, 1, 1_000_000_01));
        refused("salaryPence", "at most £100,000,000", () -> staff("Worker", 10_001, 1_000_000_00, 0));
        refused("hundredths", "between 1 and 100000", () -> WorkingTime.posts(0));
        refused("hundredths", "between 1 and 100000", () -> WorkingTime.weeklyHours(-1, 37_00));
        refused("fullTimeHundredths", "between 100 and 6000", () -> WorkingTime.weeklyHours(1, 60_01));
        refused(
                "fullTimeHundredths",
                "between 100 and 100",
                () -> new WorkingTime(WorkingTime.Measure.FULL_TIME_EQUIVALENT, 50, 200));
        refused("role", "must not be empty", () -> staff(" ", 100, 1, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = CostKind.class,
            names = {"DELIVERY", "PARTICIPANTS", "EVALUATION"})
    void spending_is_for_delivery_participants_or_evaluation(CostKind kind) {
        assertThat(spending(kind, 1).kind()).isEqualTo(kind);
        refused("kind", "must not be staff", () -> spending(CostKind.STAFF, 1));
    }

    private static Equipment laptops(int yearsOfLife, int yearOfUse) {
        return new Equipment("Laptops", 1_000_00, yearsOfLife, yearOfUse, false);
    }

    private static Spending spending(CostKind kind, long pence) {
        return new Spending(kind, "Something", pence, false);
    }

    static void refused(String field, String sentence, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.refusal()).isEqualTo(Refusal.INVALID);
            assertThat(rejection.field()).contains(field);
            assertThat(rejection.sentence()).contains(sentence);
        });
    }
}
