package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.Ranking.Place;
import org.tallystick.assessment.Ranking.Scored;
import org.tallystick.call.CallTerms.Criterion;

class RankingTest {

    private static final List<Criterion> CRITERIA =
            List.of(new Criterion("People", 60, "weak", "strong"), new Criterion("Cost", 40, "weak", "strong"));

    @Test
    void each_criterion_counts_by_its_weight() {
        assertThat(Ranking.points(CRITERIA, scores(5, 5))).isEqualTo(Ranking.MOST);
        assertThat(Ranking.points(CRITERIA, scores(3, 4))).isEqualTo(340);
        assertThat(Ranking.points(CRITERIA, List.of(new Score("Cost", 4, "x"), new Score("Gone", 5, "x"))))
                .isEqualTo(160);
    }

    @Test
    void bids_are_ranked_by_the_average_whatever_the_number_of_assessors() {
        List<Place> places = Ranking.of(
                CRITERIA,
                List.of(
                        bid("three", new int[] {4, 4}, new int[] {4, 4}, new int[] {4, 4}),
                        bid("one", new int[] {5, 4}),
                        bid("nobody"),
                        bid("two", new int[] {1, 1}, new int[] {5, 5})));
        assertThat(places)
                .extracting(Place::bidId, Place::rank, Place::assessments, Place::averageHundredths)
                .containsExactly(
                        Tuple.tuple("one", 1, 1, 460L),
                        Tuple.tuple("three", 2, 3, 400L),
                        Tuple.tuple("two", 3, 2, 300L),
                        Tuple.tuple("nobody", 0, 0, 0L));
    }

    @Test
    void bids_of_the_same_score_share_a_place_and_are_named_as_tied() {
        List<Place> places = Ranking.of(
                CRITERIA,
                List.of(
                        bid("a", new int[] {2, 2}),
                        bid("b", new int[] {3, 3}, new int[] {1, 1}),
                        bid("c", new int[] {1, 1}),
                        bid("d", new int[] {5, 5})));
        assertThat(places)
                .extracting(Place::bidId, Place::rank, Place::tied)
                .containsExactly(
                        Tuple.tuple("d", 1, false),
                        Tuple.tuple("a", 2, true),
                        Tuple.tuple("b", 2, true),
                        Tuple.tuple("c", 4, false));
    }

    @Test
    void averages_that_look_the_same_are_compared_exactly() {
        List<Place> places = Ranking.of(
                CRITERIA,
                List.of(
                        new Scored(
                                "lower",
                                Stream.generate(() -> scores(3, 3)).limit(999).toList()),
                        new Scored(
                                "higher",
                                Stream.concat(Stream.of(scores(4, 3)), Stream.generate(() -> scores(3, 3)))
                                        .limit(999)
                                        .toList())));
        assertThat(places).extracting(Place::averageHundredths).containsExactly(300L, 300L);
        assertThat(places)
                .extracting(Place::bidId, Place::tied)
                .containsExactly(Tuple.tuple("higher", false), Tuple.tuple("lower", false));
    }

    private static Scored bid(String id, int[]... points) {
        return new Scored(
                id, Stream.of(points).map(two -> scores(two[0], two[1])).toList());
    }

    private static List<Score> scores(int people, int cost) {
        return List.of(new Score("People", people, "because"), new Score("Cost", cost, "because"));
    }
}
