package org.tallystick.platform;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a sum by weights so that no penny is lost: largest remainder, ties to the first. */
public final class Split {

    private Split() {}

    /**
     * The parts of {@code totalPence} in proportion to the weights.
     *
     * @param totalPence zero or more
     * @param weights zero or more each, at least one above zero unless the total is zero
     * @return as many parts as weights; their sum is the total exactly
     * @throws IllegalArgumentException where nothing could carry the sum
     */
    public static long[] byWeights(long totalPence, List<Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        long[] parts = new long[weights.size()];
        if (totalPence == 0) {
            return parts;
        }
        if (totalPence < 0 || sum.signum() <= 0 || weights.stream().anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException(
                    "A sum of zero or more is split by weights of zero or more, not all zero.");
        }
        BigInteger total = BigInteger.valueOf(totalPence);
        List<BigInteger> shares = weights.stream()
                .map(weight -> total.multiply(BigInteger.valueOf(weight)))
                .toList();
        return rounded(totalPence, shares, sum);
    }

    /**
     * Sums that are known exactly, each in whole pence, so that together they are their total to the nearest penny.
     *
     * @param numerators zero or more each; over the denominator they are the exact sums in pence
     * @param denominator one or more
     * @return as many sums as numerators; their sum is the exact total, rounded half up
     */
    public static long[] toThePenny(List<BigInteger> numerators, BigInteger denominator) {
        BigInteger sum = numerators.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return rounded(halfUp(sum, denominator), numerators, denominator);
    }

    /** A fraction of zero or more as the nearest whole number; a half goes up. */
    public static long halfUp(BigInteger numerator, BigInteger denominator) {
        return numerator
                .shiftLeft(1)
                .add(denominator)
                .divide(denominator.shiftLeft(1))
                .longValueExact();
    }

    private static long[] rounded(long total, List<BigInteger> numerators, BigInteger denominator) {
        long[] parts = new long[numerators.size()];
        BigInteger[] remainders = new BigInteger[parts.length];
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share = numerators.get(i).divideAndRemainder(denominator);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
        }
        long left = total - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
