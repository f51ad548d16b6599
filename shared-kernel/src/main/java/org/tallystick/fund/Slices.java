package org.tallystick.fund;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.platform.Split;

/** Sums over slices; nothing here ever loses a penny. */
public final class Slices {

    private Slices() {}

    /** The total, in pence. */
    public static long sumPence(Collection<Slice> slices) {
        return slices.stream().mapToLong(Slice::amountPence).reduce(0, Math::addExact);
    }

    /** One slice per source, in the order in which the sources come first. */
    public static List<Slice> merged(Collection<Slice> slices) {
        Map<Slice.Source, Long> sums = new LinkedHashMap<>();
        slices.forEach(slice -> sums.merge(slice.source(), slice.amountPence(), Math::addExact));
        return sums.entrySet().stream().map(e -> e.getKey().slice(e.getValue())).toList();
    }

    /** Both together, one slice per source. */
    public static List<Slice> plus(List<Slice> some, List<Slice> others) {
        List<Slice> all = new ArrayList<>(some);
        all.addAll(others);
        return merged(all);
    }

    /** Whether every source has at least what is to be taken from it. */
    public static boolean covers(List<Slice> from, List<Slice> taken) {
        return difference(from, taken).values().stream().allMatch(pence -> pence >= 0);
    }

    /**
     * Takes a sum out of what is there.
     *
     * @param available what is there, per source, in the order of the fund's contributions
     * @param amountPence at most the total of what is there
     * @param order pro rata over all sources (largest remainder, ties to the first), or the first until it is used up
     * @throws IllegalArgumentException where more is asked than there is
     */
    public static List<Slice> take(List<Slice> available, long amountPence, DrawOrder order) {
        if (amountPence > sumPence(available)) {
            throw new IllegalArgumentException("More is taken than there is.");
        }
        List<Slice> taken = new ArrayList<>();
        long[] parts = order == DrawOrder.PRO_RATA
                ? Split.byWeights(
                        amountPence, available.stream().map(Slice::amountPence).toList())
                : inOrder(available, amountPence);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                taken.add(available.get(i).source().slice(parts[i]));
            }
        }
        return List.copyOf(taken);
    }

    /**
     * What is left of some slices without others.
     *
     * @throws IllegalArgumentException where a source has less than is taken away
     */
    public static List<Slice> minus(List<Slice> from, List<Slice> taken) {
        if (!covers(from, taken)) {
            throw new IllegalArgumentException("More is taken from a source than it has.");
        }
        return positive(difference(from, taken));
    }

    /** What is left of some slices without others, and nothing of a source that has less than is taken away. */
    public static List<Slice> minusAtMost(List<Slice> from, List<Slice> taken) {
        return positive(difference(from, taken));
    }

    /** Of each source, the lesser of both sums; nothing of a source that one of them does not have. */
    public static List<Slice> lesserOf(List<Slice> some, List<Slice> others) {
        return minusAtMost(some, minusAtMost(some, others));
    }

    /** Of each source, the greater of both sums. */
    public static List<Slice> greaterOf(List<Slice> some, List<Slice> others) {
        return plus(some, minusAtMost(others, some));
    }

    private static Map<Slice.Source, Long> difference(List<Slice> from, List<Slice> taken) {
        Map<Slice.Source, Long> left = new LinkedHashMap<>();
        from.forEach(slice -> left.merge(slice.source(), slice.amountPence(), Math::addExact));
        taken.forEach(slice -> left.merge(slice.source(), -slice.amountPence(), Math::addExact));
        return left;
    }

    private static List<Slice> positive(Map<Slice.Source, Long> sums) {
        return sums.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getKey().slice(e.getValue()))
                .toList();
    }

    private static long[] inOrder(List<Slice> available, long amountPence) {
        long[] parts = new long[available.size()];
        long left = amountPence;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.min(left, available.get(i).amountPence());
            left -= parts[i];
        }
        return parts;
    }
}
