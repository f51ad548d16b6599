package org.tallystick.assessment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tallystick.call.CallTerms.Criterion;
import org.tallystick.platform.Split;

/** The order of bids by their scores: each criterion by its weight, each assessor alike, exactly. */
public final class Ranking {

    /** Weights are 100 together, so 500 is the most an assessor can give. */
    public static final int MOST = 100 * Score.MOST_POINTS;

    private Ranking() {}

    /** All assessments of a bid that count. */
    public record Scored(String bidId, List<List<Score>> assessments) {
        public Scored {
            assessments = List.copyOf(assessments);
        }
    }

    /**
     * The place of a bid.
     *
     * @param rank from 1; bids of the same score have the same, and those after them the next but so many; 0 where
     *     nobody has assessed it
     * @param tied whether others have the same score
     * @param assessments how many count
     * @param totalPoints of all assessments together, each of at most {@link #MOST}
     * @param averageHundredths of a point out of 5, rounded half up: to be shown, never to be compared
     */
    public record Place(
            String bidId, int rank, boolean tied, int assessments, long totalPoints, long averageHundredths) {}

    /** The places of all, the best first; bids of the same score in the order they are given in. */
    public static List<Place> of(List<Criterion> criteria, List<Scored> bids) {
        Comparator<Place> byAverage = Ranking::compare;
        List<Place> unranked = bids.stream()
                .map(bid -> place(criteria, bid))
                .sorted(Comparator.comparing((Place place) -> place.assessments() == 0)
                        .thenComparing(byAverage.reversed()))
                .toList();
        List<Place> ranked = new ArrayList<>();
        for (Place place : unranked) {
            boolean scored = place.assessments() > 0;
            long better = unranked.stream()
                    .filter(other -> other.assessments() > 0 && compare(other, place) > 0)
                    .count();
            long same = unranked.stream()
                    .filter(other -> other.assessments() > 0 && compare(other, place) == 0)
                    .count();
            ranked.add(new Place(
                    place.bidId(),
                    scored ? (int) better + 1 : 0,
                    scored && same > 1,
                    place.assessments(),
                    place.totalPoints(),
                    place.averageHundredths()));
        }
        return List.copyOf(ranked);
    }

    /** The points of one assessment, 0 to {@link #MOST}; a criterion that is not scored counts nothing. */
    public static long points(List<Criterion> criteria, List<Score> scores) {
        return criteria.stream()
                .mapToLong(criterion -> scores.stream()
                        .filter(score -> score.criterion().equals(criterion.name()))
                        .findFirst()
                        .map(score -> (long) score.points() * criterion.weightPercent())
                        .orElse(0L))
                .sum();
    }

    private static Place place(List<Criterion> criteria, Scored bid) {
        long total = bid.assessments().stream()
                .mapToLong(scores -> points(criteria, scores))
                .sum();
        int count = bid.assessments().size();
        long average = count == 0 ? 0 : Split.halfUp(BigInteger.valueOf(total), BigInteger.valueOf(count));
        return new Place(bid.bidId(), 0, false, count, total, average);
    }

    /** By the exact averages. */
    private static int compare(Place one, Place other) {
        return Long.compare(one.totalPoints() * other.assessments(), other.totalPoints() * one.assessments());
    }
}
