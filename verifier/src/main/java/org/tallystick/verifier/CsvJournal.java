package org.tallystick.verifier;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares {@code journal.csv} with what the events say, two rows a posting, cell by cell. */
final class CsvJournal implements AutoCloseable {

    static final String PATH = "journal.csv";

    private static final List<String> COLUMNS = List.of(
            "journal_id",
            "journal_line",
            "effective_date",
            "fiscal_year",
            "period",
            "account",
            "amount",
            "debit_or_credit",
            "currency",
            "description",
            "entered_by",
            "entered_at",
            "approved_by",
            "reversal_of",
            "source_event",
            "source_event_id",
            "leaf_hash",
            "money_financial_year",
            "contributor",
            "restriction",
            "fund",
            "award",
            "organisation",
            "call");

    /** With these a cell would be a formula in a spreadsheet, so an apostrophe stands before it. */
    private static final String FORMULA = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20";

    private static final Pattern NUMBER = Pattern.compile("-\\d+(\\.\\d+)?");

    private final Lines lines;
    private final Provenance provenance;

    CsvJournal(Pack pack, Provenance provenance) throws IOException {
        this.lines = pack.lines(PATH);
        this.provenance = provenance;
        String header = lines.next();
        if (header == null || !cells(header).equals(COLUMNS)) {
            throw new Wrong(Wrong.NOWHERE, PATH + " does not have the columns that it must have.");
        }
    }

    /** Compares the two rows of a posting. */
    void compare(Event event, Posting posting) throws IOException {
        compare(event, row(event, posting, 2 * posting.line() - 1, posting.debit(), "debit"));
        compare(event, row(event, posting, 2 * posting.line(), posting.credit(), "credit"));
    }

    /** Refuses rows after the last. */
    void finish() throws IOException {
        if (lines.next() != null) {
            throw new Wrong(Wrong.NOWHERE, PATH + " has a row in line " + lines.number() + " that no event made.");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void compare(Event event, List<String> expected) throws IOException {
        String line = lines.next();
        if (line == null) {
            throw new Wrong(event.position(), PATH + " ends before the rows of this event.");
        }
        // Nearly always the text is the same; only else it is taken apart.
        if (line.contentEquals(written(expected))) {
            return;
        }
        List<String> cells = cells(line);
        if (cells.size() != expected.size()) {
            throw new Wrong(event.position(), PATH + " has a row in line " + lines.number() + " that is none.");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).equals(expected.get(i))) {
                throw new Wrong(
                        event.position(),
                        PATH + ", line " + lines.number() + ": " + COLUMNS.get(i) + " is " + Wrong.shown(cells.get(i))
                                + ", and from the event follows " + Wrong.shown(expected.get(i)) + ".");
            }
        }
    }

    private List<String> row(Event event, Posting posting, int number, String account, String side) {
        LocalDate day = event.effectiveOn();
        Long reversalOf = provenance.reversalOf(event, posting);
        return List.of(
                Long.toString(event.position()),
                Integer.toString(number),
                day.toString(),
                fiscalYear(day),
                // April is the first month of the financial year.
                Integer.toString((day.getMonthValue() + 8) % 12 + 1),
                guarded(account),
                Posting.pounds(posting.pence()),
                side,
                "GBP",
                guarded(posting.sentence()),
                guarded(event.actor()),
                event.leaf().recordedAt().toString(),
                guarded(provenance.approvedBy(event, posting)),
                reversalOf == null ? "" : reversalOf.toString(),
                event.type(),
                event.id(),
                Hashes.hex(event.leaf().hash()),
                posting.year(),
                guarded(posting.contributor()),
                guarded(posting.restriction()),
                guarded(posting.fund()),
                guarded(posting.award()),
                guarded(posting.organisation()),
                guarded(posting.call()));
    }

    private static String fiscalYear(LocalDate day) {
        int start = day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
        int end = (start + 1) % 100;
        return start + (end < 10 ? "-0" : "-") + end;
    }

    private static String guarded(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(cell.charAt(0)) >= 0 && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    private static StringBuilder written(List<String> cells) {
        StringBuilder line = new StringBuilder(512);
        for (String cell : cells) {
            boolean quoted = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
            line.append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                    .append(',');
        }
        line.setCharAt(line.length() - 1, '\r');
        return line;
    }

    /** The cells of a row (RFC 4180), which reads on where a quoted cell goes over the end of its line. */
    private List<String> cells(String first) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        String line = first;
        boolean quoted = false;
        for (int i = 0; ; i++) {
            if (i == line.length() && quoted) {
                String next = lines.next();
                if (next == null) {
                    return List.of();
                }
                cell.append('\n');
                line = next;
                i = -1;
            } else if (i == line.length() || (!quoted && line.charAt(i) == ',')) {
                cells.add(cell.toString());
                cell.setLength(0);
                if (i == line.length()) {
                    return cells;
                }
            } else if (line.charAt(i) == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                cell.append(doubled ? "\"" : "");
                i += doubled ? 1 : 0;
                quoted = doubled || !quoted;
            } else if (quoted || line.charAt(i) != '\r' || i + 1 < line.length()) {
                cell.append(line.charAt(i));
            }
        }
    }
}
