package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.registry.ByAndForStanding.CLAIMED;
import static org.tallystick.registry.ByAndForStanding.NONE;
import static org.tallystick.registry.ByAndForStanding.VERIFIED;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tallystick.call.StandingFigures.Counted;
import org.tallystick.registry.ByAndForStanding;

/** No small number is shown, and none can be worked out of what is. */
class StandingFiguresTest {

    private static final int MOST = 16;

    @Test
    void figures_that_are_large_enough_are_shown() {
        StandingFigures shown = StandingFigures.of(bids(12, 6, 5, 0, 40, 9));
        assertThat(shown.leavesOut()).isFalse();
        assertThat(shown.all()).isEqualTo(counted(57, 15));
        assertThat(shown.of(CLAIMED)).contains(counted(5, 0));
    }

    @Test
    void a_small_number_takes_the_next_smallest_with_it() {
        StandingFigures shown = StandingFigures.of(bids(12, 6, 4, 0, 40, 9));
        assertThat(shown.of(CLAIMED)).isEmpty();
        assertThat(shown.of(VERIFIED)).isEmpty();
        assertThat(shown.of(NONE)).contains(counted(40, 9));
        assertThat(shown.all()).isEqualTo(counted(56, 15));
    }

    @Test
    void two_small_numbers_that_are_small_together_take_a_third() {
        StandingFigures shown = StandingFigures.of(bids(1, 0, 2, 0, 40, 9));
        assertThat(shown.lines()).allMatch(line -> line.counted() == null);
        assertThat(shown.all()).isEqualTo(counted(43, 9));
        assertThat(StandingFigures.of(bids(4, 4, 1, 0, 40, 9)).of(NONE))
                .as("awards are public: of five bids the one without an award would be the second line's")
                .isEmpty();
        assertThat(StandingFigures.of(bids(12, 1, 30, 2, 40, 9)).leavesOut())
                .as("few awards have many bids behind them")
                .isFalse();
    }

    @Test
    void with_nothing_to_hide_behind_not_even_the_sum_is_shown() {
        StandingFigures shown = StandingFigures.of(bids(3, 1, 0, 0, 0, 0));
        assertThat(shown.all()).isNull();
        assertThat(shown.of(VERIFIED)).isEmpty();
        assertThat(shown.of(NONE)).contains(Counted.NONE);
        assertThat(StandingFigures.of(bids(9, 3, 0, 0, 0, 0)).all()).isEqualTo(counted(9, 3));
    }

    @Test
    void a_sum_over_calls_does_not_tell_what_one_of_them_leaves_out() {
        Map<ByAndForStanding, Counted> large = bids(12, 6, 20, 7, 40, 9);
        Map<ByAndForStanding, Counted> small = bids(3, 1, 9, 5, 40, 9);
        StandingFigures one = StandingFigures.together(List.of(large, small));
        assertThat(one.of(VERIFIED)).isEmpty();
        StandingFigures several = StandingFigures.together(List.of(large, small, bids(4, 0, 9, 5, 40, 9)));
        assertThat(several.of(VERIFIED)).contains(counted(19, 7));
    }

    @Test
    void no_number_that_is_left_out_can_be_worked_out() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            List<Long> exact = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                long received = random.nextInt(4) == 0 ? 0 : random.nextInt(MOST);
                exact.add(received);
                exact.add(received == 0 ? 0L : random.nextLong(received + 1));
            }
            Map<ByAndForStanding, Counted> bids =
                    bids(exact.get(0), exact.get(1), exact.get(2), exact.get(3), exact.get(4), exact.get(5));
            StandingFigures shown = StandingFigures.of(bids);
            for (ByAndForStanding standing : ByAndForStanding.values()) {
                shown.of(standing)
                        .ifPresent(counted -> assertThat(List.of(counted.received()))
                                .as("seed %s: %s", seed, bids)
                                .doesNotContain(1L, 2L, 3L, 4L));
                if (shown.of(standing).isEmpty() && shown.all() != null) {
                    assertThat(possible(shown, bids, standing))
                            .as("seed %s: %s of %s in %s", seed, standing, bids, shown)
                            .hasSizeGreaterThan(1);
                }
            }
        }
    }

    /**
     * How many bids of a standing there may be, as far as somebody can tell who reads all the rest and knows every
     * award; where all of those together had an award, each is known, and nothing can be done about that.
     */
    private static Set<Long> possible(
            StandingFigures shown, Map<ByAndForStanding, Counted> exact, ByAndForStanding wanted) {
        List<ByAndForStanding> hidden = shown.lines().stream()
                .filter(line -> line.counted() == null)
                .map(StandingFigures.Line::standing)
                .toList();
        long rest = Objects.requireNonNull(shown.all()).received()
                - shown.lines().stream()
                        .filter(line -> line.counted() != null)
                        .mapToLong(
                                line -> Objects.requireNonNull(line.counted()).received())
                        .sum();
        long othersAtLeast = hidden.stream()
                .filter(standing -> standing != wanted)
                .mapToLong(standing -> atLeast(exact, standing))
                .sum();
        long allAwarded =
                hidden.stream().mapToLong(standing -> awarded(exact, standing)).sum();
        Set<Long> possible = new HashSet<>(rest == allAwarded ? Set.of(-1L, -2L) : Set.of());
        for (long mine = atLeast(exact, wanted); mine <= rest; mine++) {
            if (hidden.size() == 1 ? mine == rest : rest - mine >= othersAtLeast) {
                possible.add(mine);
            }
        }
        return possible;
    }

    /** A line that is left out has at least one bid, and as many as its awards. */
    private static long atLeast(Map<ByAndForStanding, Counted> exact, ByAndForStanding standing) {
        return Math.max(1, awarded(exact, standing));
    }

    private static long awarded(Map<ByAndForStanding, Counted> exact, ByAndForStanding standing) {
        return exact.getOrDefault(standing, Counted.NONE).awarded();
    }

    private static Map<ByAndForStanding, Counted> bids(long... numbers) {
        Map<ByAndForStanding, Counted> bids = new EnumMap<>(ByAndForStanding.class);
        int i = 0;
        for (ByAndForStanding standing : ByAndForStanding.values()) {
            if (numbers[i] > 0) {
                bids.put(standing, counted(numbers[i], numbers[i + 1]));
            }
            i += 2;
        }
        return bids;
    }

    private static Counted counted(long received, long awarded) {
        return new Counted(received, awarded, received * 100, awarded * 50);
    }
}
