package org.tallystick.platform;

import java.util.List;

/**
 * Several things beside one another: bids, versions, accounts.
 *
 * @param caption what is compared
 * @param columns their names
 * @param lines what is compared, line by line
 */
public record Beside(String caption, List<String> columns, List<Line> lines) {

    /** One line; as many cells as there are columns. */
    public record Line(String label, List<String> cells, boolean money) {

        /** Whether the cells are not all the same: such a line is marked. */
        public boolean differs() {
            return cells.stream().distinct().count() > 1;
        }
    }
}
