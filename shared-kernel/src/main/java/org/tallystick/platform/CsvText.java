package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables as spreadsheets write and read them: RFC 4180, read with commas, semicolons or tabs and with or without a byte
 * order mark. A cell that a spreadsheet would take for a formula is written with an apostrophe before it, and read
 * without; a number below zero is none. All files for spreadsheets are written by this rule; those for banks are not.
 */
public final class CsvText {

    private static final char MARK = '\uFEFF';
    /** What a formula begins with, in full width too; and the apostrophe, so that what is read is what was written. */
    private static final String DANGEROUS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("-\\d+(\\.\\d+)?");

    private CsvText() {}

    /**
     * A row as it was read.
     *
     * @param line of the text on which it begins, from 1
     * @param cells in their order
     */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Rows as a text, with the byte order mark by which a spreadsheet knows its script. */
    public static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining("", String.valueOf(MARK), ""));
    }

    /** The rows of a text, without those that are empty. What stands in its first line most often divides the cells. */
    public static List<Row> read(String text) {
        return new Reading(text).rows();
    }

    /** A cell for people's spreadsheets: with an apostrophe before it where it would be a formula; nothing is empty. */
    public static String guarded(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        boolean dangerous = DANGEROUS.indexOf(cell.charAt(0)) >= 0;
        return dangerous && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The same in quotes where it needs them. */
    public static String cell(String cell) {
        String guarded = guarded(cell);
        boolean quoted = guarded.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? "\"" + guarded.replace("\"", "\"\"") + "\"" : guarded;
    }

    private static String plain(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && DANGEROUS.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }

    /** Goes through a text once. */
    private static final class Reading {
        private final String text;
        private final char divider;
        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int at;
        private int line = 1;
        private int begunOn = 1;

        Reading(String text) {
            this.text = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
            this.divider = divider(this.text);
        }

        List<Row> rows() {
            while (at < text.length()) {
                char next = text.charAt(at++);
                if (next == '"' && cell.isEmpty()) {
                    quoted();
                } else if (next == divider) {
                    endCell();
                } else if (next == '\n' || next == '\r') {
                    endLine(next);
                } else {
                    cell.append(next);
                }
            }
            endRow();
            return List.copyOf(rows);
        }

        private void quoted() {
            while (at < text.length()) {
                char next = text.charAt(at++);
                boolean doubled = next == '"' && at < text.length() && text.charAt(at) == '"';
                if (next == '"' && !doubled) {
                    return;
                }
                at += doubled ? 1 : 0;
                line += next == '\n' ? 1 : 0;
                cell.append(next);
            }
        }

        private void endLine(char end) {
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            endRow();
            line++;
            begunOn = line;
        }

        private void endCell() {
            cells.add(plain(cell.toString().strip()));
            cell.setLength(0);
        }

        private void endRow() {
            endCell();
            if (cells.stream().anyMatch(text -> !text.isEmpty())) {
                rows.add(new Row(begunOn, cells));
            }
            cells = new ArrayList<>();
        }

        private static char divider(String text) {
            String first = text.lines().findFirst().orElse("");
            char found = ',';
            for (char candidate : new char[] {';', '\t'}) {
                found = count(first, candidate) > count(first, found) ? candidate : found;
            }
            return found;
        }

        private static long count(String text, char wanted) {
            return text.chars().filter(c -> c == wanted).count();
        }
    }
}
