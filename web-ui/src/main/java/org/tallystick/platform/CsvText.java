package org.tallystick.platform;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) that a spreadsheet shows and never runs. */
public final class CsvText {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern SPECIAL = Pattern.compile(".*[\",\\r\\n].*", Pattern.DOTALL);

    private CsvText() {}

    /** One line with its end. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return SPECIAL.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Pence as a spreadsheet reads pounds: "12450.67". */
    public static String pounds(long pence) {
        return (pence < 0 ? "-" : "") + Math.abs(pence / 100) + "." + "%02d".formatted(Math.abs(pence % 100));
    }
}
