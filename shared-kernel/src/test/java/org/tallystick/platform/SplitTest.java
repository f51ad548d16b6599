package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void a_sum_is_split_in_proportion() {
        assertThat(Split.byWeights(1_000, List.of(1L, 3L))).containsExactly(250, 750);
    }

    @Test
    void a_penny_left_over_goes_to_the_largest_remainder() {
        assertThat(Split.byWeights(100, List.of(1L, 2L, 4L))).containsExactly(14, 29, 57);
    }

    @Test
    void among_equal_remainders_the_first_gets_the_penny() {
        assertThat(Split.byWeights(100, List.of(1L, 1L, 1L))).containsExactly(34, 33, 33);
        assertThat(Split.byWeights(2, List.of(5L, 5L, 5L))).containsExactly(1, 1, 0);
    }

    @Test
    void a_weight_of_zero_gets_nothing() {
        assertThat(Split.byWeights(7, List.of(0L, 2L, 0L))).containsExactly(0, 7, 0);
    }

    @Test
    void nothing_is_split_into_nothings_whatever_the_weights() {
        assertThat(Split.byWeights(0, List.of(0L, 0L))).containsExactly(0, 0);
        assertThat(Split.byWeights(0, List.of())).isEmpty();
    }

    @Test
    void a_sum_that_nobody_can_carry_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byWeights(1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byWeights(1, List.of(0L, 0L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byWeights(-1, List.of(1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byWeights(1, List.of(2L, -1L)));
    }

    @Test
    void the_largest_numbers_there_are_do_not_overflow() {
        long[] parts = Split.byWeights(Long.MAX_VALUE, List.of(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));

        assertThat(sum(parts)).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE));
        assertThat(parts[0] - parts[2]).isBetween(0L, 1L);
    }

    @Test
    void ten_thousand_random_splits_are_those_of_a_model_in_decimals() {
        Random random = new Random(20260401);
        for (int round = 0; round < 10_000; round++) {
            List<Long> weights = weights(random);
            long total = Math.floorMod(random.nextLong(), 1L << random.nextInt(1, 62));

            assertThat(Split.byWeights(total, weights))
                    .as("%d by %s", total, weights)
                    .containsExactly(model(total, weights));
        }
    }

    @Test
    void exact_sums_are_rounded_so_that_together_they_are_their_total() {
        assertThat(Split.toThePenny(thirds(1, 1, 1), BigInteger.valueOf(3))).containsExactly(1, 0, 0);
        assertThat(Split.toThePenny(thirds(1, 2, 1), BigInteger.valueOf(3))).containsExactly(0, 1, 0);
        assertThat(Split.toThePenny(thirds(7, 9, 0), BigInteger.valueOf(3)))
                .as("5.33 is 5, and what is whole already stays as it is")
                .containsExactly(2, 3, 0);
        assertThat(Split.toThePenny(thirds(), BigInteger.valueOf(3))).isEmpty();
    }

    @Test
    void a_half_goes_up() {
        assertThat(Split.halfUp(BigInteger.valueOf(5), BigInteger.TWO)).isEqualTo(3);
        assertThat(Split.halfUp(BigInteger.valueOf(4), BigInteger.valueOf(3))).isEqualTo(1);
        assertThat(Split.halfUp(BigInteger.ZERO, BigInteger.TEN)).isZero();
    }

    private static List<BigInteger> thirds(long... numerators) {
        return Arrays.stream(numerators).mapToObj(BigInteger::valueOf).toList();
    }

    private static List<Long> weights(Random random) {
        List<Long> weights = new ArrayList<>();
        int count = random.nextInt(1, 12);
        for (int i = 0; i < count; i++) {
            weights.add(random.nextInt(4) == 0 ? 0 : Math.floorMod(random.nextLong(), 1L << random.nextInt(1, 62)));
        }
        weights.set(random.nextInt(count), 1 + random.nextLong(1_000_000));
        return weights;
    }

    /** Each exact share in decimals, rounded down; then the pennies that are missing, one by one. */
    private static long[] model(long total, List<Long> weights) {
        BigDecimal sum = weights.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> exact = weights.stream()
                .map(w -> BigDecimal.valueOf(total)
                        .multiply(BigDecimal.valueOf(w))
                        .divide(sum, 60, RoundingMode.DOWN))
                .toList();
        BigDecimal[] parts = exact.stream()
                .map(share -> share.setScale(0, RoundingMode.DOWN))
                .toArray(BigDecimal[]::new);
        long left = BigDecimal.valueOf(total)
                .subtract(Arrays.stream(parts).reduce(BigDecimal.ZERO, BigDecimal::add))
                .longValueExact();
        boolean[] given = new boolean[parts.length];
        for (long penny = 0; penny < left; penny++) {
            int best = IntStream.range(0, parts.length)
                    .filter(i -> !given[i])
                    .reduce((a, b) -> remainder(exact, b).compareTo(remainder(exact, a)) > 0 ? b : a)
                    .orElseThrow();
            given[best] = true;
            parts[best] = parts[best].add(BigDecimal.ONE);
        }
        return Arrays.stream(parts).mapToLong(BigDecimal::longValueExact).toArray();
    }

    private static BigDecimal remainder(List<BigDecimal> exact, int i) {
        return exact.get(i).remainder(BigDecimal.ONE);
    }

    private static BigInteger sum(long[] parts) {
        return Arrays.stream(parts).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
