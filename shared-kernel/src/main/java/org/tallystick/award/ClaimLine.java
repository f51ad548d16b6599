package org.tallystick.award;

import java.util.Collection;
import org.tallystick.platform.Require;

/**
 * What money was spent on, as a claim says it.
 *
 * @param description such as "Wages, April to June"
 * @param amountPence more than zero
 */
public record ClaimLine(String description, long amountPence) {

    public ClaimLine {
        description = Require.line(description, "description", 200);
        Require.pence(amountPence, "amountPence");
    }

    /** The total, in pence. */
    public static long sumPence(Collection<ClaimLine> lines) {
        return lines.stream().mapToLong(ClaimLine::amountPence).reduce(0, Math::addExact);
    }
}
