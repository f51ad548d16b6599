package org.tallystick.opendata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not taken.
 *
 * @param id the grant's identifier, normalised where that was possible; null where the row has none
 * @param amountPence the amount awarded in pence where it can be read exactly and is in pounds, refused or not (it may
 *     be nought or negative); else null
 * @param faults at least one
 * @param sameAsRow the earlier row that this one repeats word for word; null where it repeats none
 */
public record RefusedRow(
        long row,
        @Nullable String id,
        @Nullable Long amountPence,
        List<Finding> faults,
        @Nullable Long sameAsRow) implements RegisterRow {

    public RefusedRow {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("A row is refused for a reason.");
        }
        faults = List.copyOf(faults);
    }
}
