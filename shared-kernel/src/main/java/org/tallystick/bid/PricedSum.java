package org.tallystick.bid;

import java.util.List;
import java.util.stream.Collectors;
import org.tallystick.ledger.Pounds;

/**
 * A sum at today's prices and at those of its year.
 *
 * @param index what it rises with
 * @param todayPence today
 * @param risesBasisPoints the rises since, one after the other, in hundredths of a percent; none of zero
 * @param pence in its year
 */
public record PricedSum(PriceIndex index, long todayPence, List<Integer> risesBasisPoints, long pence) {

    public PricedSum {
        risesBasisPoints = List.copyOf(risesBasisPoints);
    }

    /** A sum that has not risen yet. */
    static PricedSum today(PriceIndex index, long pence) {
        return new PricedSum(index, pence, List.of(), pence);
    }

    /** How it rose. */
    public String sentence() {
        if (risesBasisPoints.isEmpty()) {
            return Pounds.of(pence) + ", at today's prices.";
        }
        String rises = risesBasisPoints.stream().map(InWords::percent).collect(Collectors.joining(", then "));
        return Pounds.of(todayPence) + " at today's prices; " + (index == PriceIndex.PAY ? "pay rises" : "prices rise")
                + " by " + rises + ", so " + Pounds.of(pence) + ".";
    }
}
