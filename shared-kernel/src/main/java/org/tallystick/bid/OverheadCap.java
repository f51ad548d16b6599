package org.tallystick.bid;

import java.math.BigInteger;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Require;

/**
 * What a funder's limit on overheads leaves unfunded.
 *
 * @param capBasisPoints the most overheads that are paid, in hundredths of a percent of direct cost, 0 to 100,000
 * @param directPence the direct cost
 * @param overheadPence the overheads that really fall on it
 */
public record OverheadCap(int capBasisPoints, long directPence, long overheadPence) {

    private static final int MOST_BASIS_POINTS = 100_000;
    private static final BigInteger WHOLE_BASIS_POINTS = BigInteger.valueOf(10_000);

    public OverheadCap {
        Require.between(capBasisPoints, 0, MOST_BASIS_POINTS, "capBasisPoints");
        Require.penceOrZero(directPence, "directPence");
        Require.penceOrZero(overheadPence, "overheadPence");
    }

    /** The overheads that are paid: never more than there are, and a part of a penny is not. */
    public long allowedPence() {
        return BigInteger.valueOf(directPence)
                .multiply(BigInteger.valueOf(capBasisPoints))
                .divide(WHOLE_BASIS_POINTS)
                .min(BigInteger.valueOf(overheadPence))
                .longValueExact();
    }

    /** The most that can be asked for. */
    public long mostPence() {
        return directPence + allowedPence();
    }

    /** The overheads that are not paid. */
    public long unfundedPence() {
        return overheadPence - allowedPence();
    }

    /** How much of the full cost can be asked for. */
    public Rate rate() {
        return new Rate(mostPence(), directPence + overheadPence);
    }

    /** What the limit means. */
    public String sentence() {
        String start = "The funder pays overheads of up to " + InWords.percent(capBasisPoints)
                + " of the direct cost of " + Pounds.of(directPence) + ". ";
        return unfundedPence() == 0
                ? start + "Your " + Pounds.of(overheadPence) + " are within that."
                : start + "That is " + Pounds.of(allowedPence()) + " of your " + Pounds.of(overheadPence)
                        + ", and leaves " + Pounds.of(unfundedPence()) + " unfunded: you can ask for "
                        + Pounds.of(mostPence()) + " at most" + ", which is " + rate().percent() + " of the full cost.";
    }
}
