package org.tallystick.bid;

import java.util.Collection;
import org.tallystick.ledger.Pounds;

/**
 * How much of the full cost is paid for.
 *
 * @param fullCostPence what the work costs
 * @param askedPence what is asked for
 * @param otherPence restricted income for the same cost that is already won
 */
public record Recovery(long fullCostPence, long askedPence, long otherPence) {

    /** Of several years or organisations together. */
    public static Recovery together(Collection<Recovery> several) {
        return several.stream()
                .reduce(
                        new Recovery(0, 0, 0),
                        (one, other) -> new Recovery(
                                Math.addExact(one.fullCostPence, other.fullCostPence),
                                Math.addExact(one.askedPence, other.askedPence),
                                Math.addExact(one.otherPence, other.otherPence)));
    }

    /** What is paid for, in pence. */
    public long paidPence() {
        return askedPence + otherPence;
    }

    /** What nobody pays for, in pence; below zero where more is asked for than the work costs. */
    public long gapPence() {
        return fullCostPence - paidPence();
    }

    /** The part of the full cost that is paid for. */
    public Rate rate() {
        return new Rate(paidPence(), fullCostPence);
    }

    /** What a trustee can repeat. */
    public String sentence() {
        String others = otherPence == 0 ? "" : " and " + Pounds.of(otherPence) + " is already won from others";
        String rest = switch (Long.signum(gapPence())) {
            case 0 -> ", so all of it is paid for.";
            case 1 ->
                ", so " + rate().percent() + " is paid for and " + Pounds.of(gapPence())
                        + " is left for somebody else to carry.";
            default -> ", which is " + Pounds.of(-gapPence()) + " more than it costs.";
        };
        return "The work really costs " + Pounds.of(fullCostPence) + ". " + Pounds.of(askedPence) + " is asked for"
                + others + rest;
    }
}
