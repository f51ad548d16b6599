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
        BigInteger[] remainders = new BigInteger[parts.length];
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share =
                    total.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(sum);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
        }
        long left = totalPence - Arrays.stream(parts).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
