package org.tallystick.award;

import java.util.List;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/**
 * What the work of an award really costs, and who carries what nobody pays for. The award and other income for the same
 * cost pay the rest.
 *
 * @param fullCostPence direct cost and a fair share of overheads, over all years
 * @param gaps by year and carrier; none where all of it is paid for
 */
public record RealCost(long fullCostPence, List<Gap> gaps) {

    public RealCost {
        Require.pence(fullCostPence, "fullCostPence");
        gaps = Require.list(gaps, "gaps", 0, 200);
    }

    /** Refuses a cost that is less than the award and what is carried, together. */
    public void requireBeyond(long awardedPence) {
        long least = Math.addExact(awardedPence, Gap.sumPence(gaps));
        if (least > fullCostPence) {
            throw Rejection.of(
                    Refusal.INVALID,
                    "fullCostPence",
                    "The full cost must be at least " + Pounds.of(least)
                            + ": what is awarded and what is carried, together.");
        }
    }
}
