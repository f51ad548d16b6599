package org.tallystick.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several things beside one another: bids, versions, accounts.
 *
 * @param caption what is compared
 * @param columns their names
 * @param lines what is compared, line by line
 */
public record Beside(String caption, List<String> columns, List<Line> lines) {

    /** Two versions part by part, only the parts that differ; where a version has no such part, its cell is empty. */
    public static Beside differing(
            String caption, List<String> columns, Map<String, String> left, Map<String, String> right) {
        Set<String> parts = new LinkedHashSet<>(left.keySet());
        parts.addAll(right.keySet());
        return new Beside(
                caption,
                columns,
                parts.stream()
                        .map(part -> new Line(
                                part, List.of(left.getOrDefault(part, ""), right.getOrDefault(part, "")), false))
                        .filter(Line::differs)
                        .toList());
    }

    /** One line; as many cells as there are columns. */
    public record Line(String label, List<String> cells, boolean money) {

        /** Whether the cells are not all the same: such a line is marked. */
        public boolean differs() {
            return cells.stream().distinct().count() > 1;
        }
    }
}
