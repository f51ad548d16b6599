package org.tallystick.bid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.platform.Require;
import org.tallystick.platform.Split;

/**
 * How much prices rise from the year before, or from today to the first year.
 *
 * @param payBasisPoints in hundredths of a percent, 0 to 3,000: 325 is 3.25%
 * @param nonPayBasisPoints the same for all other prices that rise
 */
public record Uplift(int payBasisPoints, int nonPayBasisPoints) {

    /** No rise: the first year, where all figures are of that year. */
    public static final Uplift NONE = new Uplift(0, 0);

    private static final int MOST_BASIS_POINTS = 3_000;
    private static final BigInteger ONE = BigInteger.valueOf(10_000);

    public Uplift {
        Require.between(payBasisPoints, 0, MOST_BASIS_POINTS, "payBasisPoints");
        Require.between(nonPayBasisPoints, 0, MOST_BASIS_POINTS, "nonPayBasisPoints");
    }

    /** The rise of one index, in hundredths of a percent. */
    public int basisPoints(PriceIndex index) {
        return switch (index) {
            case PAY -> payBasisPoints;
            case NON_PAY -> nonPayBasisPoints;
            case NONE -> 0;
        };
    }

    /**
     * Sums of a year at its prices. The exact total is rounded to the penny once, half up; each sum is rounded down,
     * and the pennies left go to the largest remainders, ties to the first.
     *
     * @param sums at today's prices
     * @param rises from the first year's to this year's
     */
    static List<PricedSum> raise(List<PricedSum> sums, List<Uplift> rises) {
        List<BigInteger> exact = sums.stream()
                .map(sum -> rises.stream()
                        .map(rise -> ONE.add(BigInteger.valueOf(rise.basisPoints(sum.index()))))
                        .reduce(BigInteger.valueOf(sum.todayPence()), BigInteger::multiply))
                .toList();
        long[] pence = Split.toThePenny(exact, ONE.pow(rises.size()));
        List<PricedSum> raised = new ArrayList<>();
        for (PricedSum sum : sums) {
            List<Integer> risesOfThis = rises.stream()
                    .map(rise -> rise.basisPoints(sum.index()))
                    .filter(rise -> rise > 0)
                    .toList();
            raised.add(new PricedSum(sum.index(), sum.todayPence(), risesOfThis, pence[raised.size()]));
        }
        return List.copyOf(raised);
    }
}
