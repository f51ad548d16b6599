package org.tallystick.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

class SlicesTest {

    private static final FinancialYear YEAR = new FinancialYear(2026);
    private static final Slice COUNCIL = slice("council", 60_00);
    private static final Slice POLICE = slice("police", 40_00);

    @Test
    void money_of_one_source_is_one_slice_in_the_order_of_the_sources() {
        assertThat(Slices.merged(List.of(COUNCIL, POLICE, slice("council", 1))))
                .containsExactly(slice("council", 60_01), POLICE);
    }

    @Test
    void a_year_or_a_restriction_makes_another_source() {
        Slice later = new Slice("council", YEAR.next(), Slice.UNRESTRICTED, 1);
        Slice tied = new Slice("council", YEAR, "Women leaving prison", 1);

        assertThat(Slices.merged(List.of(COUNCIL, later, tied))).containsExactly(COUNCIL, later, tied);
    }

    @Test
    void pro_rata_takes_from_each_in_proportion() {
        assertThat(Slices.take(List.of(COUNCIL, POLICE), 10_00, DrawOrder.PRO_RATA))
                .containsExactly(slice("council", 6_00), slice("police", 4_00));
    }

    @Test
    void in_order_uses_up_the_first_before_the_second() {
        assertThat(Slices.take(List.of(COUNCIL, POLICE), 50_00, DrawOrder.IN_ORDER))
                .containsExactly(slice("council", 50_00));
        assertThat(Slices.take(List.of(COUNCIL, POLICE), 70_00, DrawOrder.IN_ORDER))
                .containsExactly(slice("council", 60_00), slice("police", 10_00));
    }

    @Test
    void a_single_penny_of_a_pool_comes_from_somebody() {
        assertThat(Slices.take(List.of(COUNCIL, POLICE), 1, DrawOrder.PRO_RATA)).containsExactly(slice("council", 1));
    }

    @Test
    void no_more_can_be_taken_than_there_is() {
        assertThatIllegalArgumentException().isThrownBy(() -> Slices.take(List.of(COUNCIL), 60_01, DrawOrder.IN_ORDER));
        assertThatIllegalArgumentException().isThrownBy(() -> Slices.minus(List.of(COUNCIL), List.of(POLICE)));
        assertThat(Slices.covers(List.of(COUNCIL), List.of(POLICE))).isFalse();
        assertThat(Slices.covers(List.of(COUNCIL), List.of(COUNCIL))).isTrue();
    }

    @Test
    void what_is_used_beyond_a_source_leaves_nothing_of_it_and_all_of_the_others() {
        assertThat(Slices.minusAtMost(List.of(COUNCIL, POLICE), List.of(slice("council", 99_00))))
                .containsExactly(POLICE);
    }

    @Test
    void the_lesser_and_the_greater_of_both_are_found_source_by_source() {
        List<Slice> some = List.of(slice("council", 10_00), slice("police", 5_00));
        List<Slice> others = List.of(slice("police", 7_00), slice("prison", 1_00));

        assertThat(Slices.lesserOf(some, others)).containsExactly(slice("police", 5_00));
        assertThat(Slices.greaterOf(some, others))
                .containsExactly(slice("council", 10_00), slice("police", 7_00), slice("prison", 1_00));
    }

    @Test
    void a_source_never_holds_more_than_the_ledger_takes_in_one_posting() {
        Slice most = slice("council", Require.MAXIMUM_PENCE);

        assertThatThrownBy(() -> Slices.merged(List.of(most, most))).isInstanceOf(Rejection.class);
    }

    @Test
    void a_restriction_is_one_line_and_unrestricted_where_none_is_named() {
        assertThat(new Slice("council", YEAR, " Women \n leaving  prison", 1).restriction())
                .isEqualTo("Women leaving prison");
        assertThat(Slice.restriction(null)).isEqualTo(Slice.UNRESTRICTED);
        assertThat(Slice.restriction(" ")).isEqualTo(Slice.UNRESTRICTED);
    }

    @Test
    void whatever_is_taken_and_what_is_left_are_together_what_was_there() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            List<Slice> there = there(random);
            long sum = Slices.sumPence(there);
            long amount = random.nextLong(sum + 1);
            DrawOrder order = random.nextBoolean() ? DrawOrder.PRO_RATA : DrawOrder.IN_ORDER;

            List<Slice> taken = Slices.take(there, amount, order);

            assertThat(Slices.sumPence(taken)).isEqualTo(amount);
            List<Slice> left = Slices.minus(there, taken);
            assertThat(Slices.sumPence(left)).isEqualTo(sum - amount);
            assertThat(Slices.plus(left, taken)).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    private static List<Slice> there(Random random) {
        List<Slice> slices = new ArrayList<>();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            slices.add(slice("contributor-" + i, random.nextLong(1, Require.MAXIMUM_PENCE)));
        }
        return slices;
    }

    private static Slice slice(String contributor, long amountPence) {
        return new Slice(contributor, YEAR, Slice.UNRESTRICTED, amountPence);
    }
}
