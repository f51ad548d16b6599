package org.tallystick.bid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tallystick.platform.CsvText;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Rejection;

/** A line of a budget's file: its cells as values, each fault with its column. */
final class BudgetCsvRow {

    /** £1,234.50, 1234.5, 1 234,50: thousands in threes, at most two decimals. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d{1,2})?|\\d+(\\.\\d{1,2})?");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d+,\\d{1,2}");
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private final CsvText.Row row;
    private final Map<BudgetColumn, Integer> places;

    BudgetCsvRow(CsvText.Row row, Map<BudgetColumn, Integer> places) {
        this.row = row;
        this.places = places;
    }

    /** A fault in a cell. */
    static final class BadCell extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient BudgetCsv.Fault fault;

        BadCell(BudgetCsv.Fault fault) {
            super(fault.sentence(), null, false, false);
            this.fault = fault;
        }

        BudgetCsv.Fault fault() {
            return fault;
        }
    }

    int line() {
        return row.line();
    }

    String text(BudgetColumn column) {
        Integer place = places.get(column);
        return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
    }

    /** Pounds as pence, and anything else with two decimals in its hundredths; nothing is zero. */
    long hundredths(BudgetColumn column) {
        String text = text(column).replaceAll("[£%\\s\\u00A0\\u202F]", "");
        if (text.isEmpty()) {
            return 0;
        }
        String plain = DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
        if (!GROUPED.matcher(plain).matches()) {
            throw bad(column, "must be a number such as 1,234.50.");
        }
        BigDecimal number = new BigDecimal(plain.replace(",", ""));
        if (number.compareTo(MOST) > 0) {
            throw bad(column, "is too large.");
        }
        return number.movePointRight(2).longValueExact();
    }

    int smallHundredths(BudgetColumn column) {
        return small(column, hundredths(column));
    }

    int whole(BudgetColumn column) {
        long hundredths = hundredths(column);
        if (hundredths % 100 != 0) {
            throw bad(column, "must be a whole number.");
        }
        return small(column, hundredths / 100);
    }

    boolean yes(BudgetColumn column) {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> true;
            case "no", "n", "false", "" -> false;
            default -> throw bad(column, "must be yes or no.");
        };
    }

    FinancialYear year(BudgetColumn column) {
        try {
            return FinancialYear.parse(text(column));
        } catch (Rejection refused) {
            throw bad(column, "must be a year such as 2026-27.");
        }
    }

    <E extends Enum<E>> E word(BudgetColumn column, Class<E> type) {
        String typed = text(column).toLowerCase(Locale.ROOT);
        List<E> words = List.of(type.getEnumConstants());
        return words.stream()
                .filter(word -> BudgetLine.words(word).equals(typed))
                .findFirst()
                .orElseThrow(() -> bad(
                        column,
                        "must be one of: "
                                + words.stream().map(BudgetLine::words).collect(Collectors.joining(", ")) + "."));
    }

    Overheads.Use use() {
        return new Overheads.Use(
                smallHundredths(BudgetColumn.PEOPLE),
                whole(BudgetColumn.FLOOR_AREA),
                smallHundredths(BudgetColumn.TIME));
    }

    boolean isEmpty() {
        return Stream.of(BudgetColumn.values()).allMatch(column -> text(column).isEmpty());
    }

    private int small(BudgetColumn column, long number) {
        if (number > Integer.MAX_VALUE) {
            throw bad(column, "is too large.");
        }
        return (int) number;
    }

    BadCell bad(BudgetColumn column, String problem) {
        return new BadCell(new BudgetCsv.Fault(line(), column.title(), column.title() + " " + problem));
    }
}
