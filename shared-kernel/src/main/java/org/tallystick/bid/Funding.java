package org.tallystick.bid;

import java.util.List;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Require;

/**
 * Who pays for a year. None of it has to add up while a bid is being written; see {@link FullCost#requireComplete}.
 *
 * @param askedPence what this bid asks for, from zero
 * @param otherIncome restricted income for the same cost that is already won, 0 to 50
 * @param carried who carries the gap, 0 to 20
 */
public record Funding(long askedPence, List<OtherIncome> otherIncome, List<Carried> carried) {

    public Funding {
        Require.penceOrZero(askedPence, "askedPence");
        otherIncome = Require.list(otherIncome, "otherIncome", 0, 50);
        carried = Require.list(carried, "carried", 0, 20);
    }

    /** A bid that asks for a sum and has nothing else. */
    public static Funding asking(long askedPence) {
        return new Funding(askedPence, List.of(), List.of());
    }

    /** What others pay for the same cost, in pence. */
    public long otherPence() {
        return otherIncome.stream().mapToLong(OtherIncome::amountPence).sum();
    }

    /** The part of the gap that somebody carries, in pence. */
    public long carriedPence() {
        return carried.stream().mapToLong(Carried::amountPence).sum();
    }

    /**
     * Money that is already won for the same cost.
     *
     * @param source who gives it
     * @param amountPence of this year
     */
    public record OtherIncome(String source, long amountPence) {

        public OtherIncome {
            source = Require.line(source, "source", 200);
            Require.pence(amountPence, "amountPence");
        }
    }

    /**
     * A part of the gap.
     *
     * @param carrier who carries it
     * @param note what is to be known about it, such as when the board agreed; another funder has to be named
     * @param amountPence of this year
     */
    public record Carried(GapCarrier carrier, String note, long amountPence) {

        public Carried {
            Require.given(carrier, "carrier");
            note = Require.optionalLine(note, "note", 200);
            Require.pence(amountPence, "amountPence");
            if (carrier == GapCarrier.OTHER_FUNDER && note.isEmpty()) {
                throw Require.invalid("note", "must name the funder who carries a part of the gap.");
            }
        }

        /** Who carries how much. */
        public String sentence() {
            return Pounds.of(amountPence) + " is carried by " + carrier.words()
                    + (note.isEmpty() ? "" : " (" + note + ")") + ".";
        }
    }
}
