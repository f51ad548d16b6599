package org.tallystick.bid;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Require;
import org.tallystick.platform.Split;

/**
 * How much of a pool of shared cost a budget gets paid in a year, both at today's prices.
 *
 * @param organisationId whose pool
 * @param financialYear the year that is paid for
 * @param pool its name in the cost profile
 * @param recoveredPence what is paid of it, from zero to all
 * @param poolPence all of it, more than zero
 */
public record PoolShare(
        String organisationId, FinancialYear financialYear, String pool, long recoveredPence, long poolPence) {

    /** What rounding may move between budgets: less than a pound over is not paid twice. */
    static final long ROUNDING_PENCE = 100;

    private static final BigInteger WHOLE_BASIS_POINTS = BigInteger.valueOf(10_000);

    public PoolShare {
        Require.id(organisationId, "organisationId");
        Require.given(financialYear, "financialYear");
        pool = Require.line(pool, "pool", 100);
        Require.pence(poolPence, "poolPence");
        if (Require.penceOrZero(recoveredPence, "recoveredPence") > poolPence) {
            throw Require.invalid("recoveredPence", "must be at most the pool.");
        }
    }

    /** The part of the pool that is paid for. */
    public Rate rate() {
        return new Rate(recoveredPence, poolPence);
    }

    /**
     * The pools that would be paid for more than once.
     *
     * @param ours the shares of one budget
     * @param elsewhere those of all other live awards and submitted bids; of other pools and years too
     * @return one for each of our shares that together with the others passes 100%, by a pound or more
     */
    public static List<Overrun> overruns(Collection<PoolShare> ours, Collection<PoolShare> elsewhere) {
        return ours.stream().flatMap(share -> share.overrun(elsewhere)).toList();
    }

    private Stream<Overrun> overrun(Collection<PoolShare> elsewhere) {
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (PoolShare other : elsewhere) {
            if (isOfSamePool(other)) {
                BigInteger pool = BigInteger.valueOf(other.poolPence);
                numerator = numerator
                        .multiply(pool)
                        .add(BigInteger.valueOf(other.recoveredPence).multiply(denominator));
                denominator = denominator.multiply(pool);
                BigInteger common = numerator.gcd(denominator);
                numerator = numerator.divide(common);
                denominator = denominator.divide(common);
            }
        }
        long overPence = numerator
                        .multiply(BigInteger.valueOf(poolPence))
                        .divide(denominator)
                        .longValueExact()
                + recoveredPence
                - poolPence;
        return overPence < ROUNDING_PENCE
                ? Stream.empty()
                : Stream.of(new Overrun(
                        this, Split.halfUp(numerator.multiply(WHOLE_BASIS_POINTS), denominator), overPence));
    }

    private boolean isOfSamePool(PoolShare other) {
        return organisationId.equals(other.organisationId)
                && financialYear.equals(other.financialYear)
                && pool.equalsIgnoreCase(other.pool);
    }

    /**
     * A pool that would be paid for more than once.
     *
     * @param share what this budget would be paid of it
     * @param elsewhereBasisPoints what the others are paid, in hundredths of a percent
     * @param overPence what is paid too much, at today's prices
     */
    public record Overrun(PoolShare share, long elsewhereBasisPoints, long overPence) {

        /** What is wrong. */
        public String sentence() {
            return "Of " + share.pool() + " in " + share.financialYear() + ", "
                    + new Rate(elsewhereBasisPoints, WHOLE_BASIS_POINTS.longValueExact()).percent()
                    + " is paid for by other bids and awards, and this budget takes "
                    + share.rate().percent() + ": " + Pounds.of(overPence) + " more than it costs.";
        }
    }
}
