package org.tallystick.history;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One row of the benchmark.
 *
 * @param name what was set against what
 * @param ratio ours over the other; for time and memory the other over ours, so that more is always better
 * @param aim the least that is wanted
 * @param figures the two medians behind the ratio, in words
 * @param note what holds it back, or where the aim is from
 */
record Measured(String name, double ratio, double aim, String figures, String note) {

    /** Rows as a JSON array of {@code {"name", "ratio", "aim"}}. */
    static String json(List<Measured> rows) {
        return rows.stream()
                .map(row -> "  {\"name\": \"%s\", \"ratio\": %s, \"aim\": %s}"
                        .formatted(row.name.replace("\"", "'"), exactly(row.ratio), exactly(row.aim)))
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    /** Rows as a table for people. */
    static String table(List<Measured> rows) {
        int widest = width(rows, 7, Measured::name);
        int figures = width(rows, 7, Measured::figures);
        String line = "%-" + widest + "s  %7s  %6s  %-3s  %-" + figures + "s  %s%n";
        StringBuilder table = new StringBuilder();
        table.append(line.formatted("Measure", "ratio", "aim", "", "medians", "note"));
        for (Measured row : rows) {
            String met = row.ratio >= row.aim ? "met" : "-";
            table.append(line.formatted(row.name, number(row.ratio), number(row.aim), met, row.figures, row.note));
        }
        return table.toString();
    }

    private static int width(List<Measured> rows, int least, Function<Measured, String> column) {
        return rows.stream().map(column).mapToInt(String::length).max().orElse(least);
    }

    /** Four digits that count, however small it is. */
    private static String exactly(double value) {
        return new BigDecimal(value).round(new MathContext(4)).toPlainString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
