package org.tallystick.opendata;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a spreadsheet saved as CSV, with commas, semicolons or tabs between its cells. */
final class CsvRows implements RegisterRows {

    private static final int MOST_COLUMNS = 4_000;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int HEADING_CHARACTERS = 1 << 16;

    private final Iterator<CsvRecord> records;
    private final CsvHeadings headings;
    private long lastLine = 1;

    CsvRows(BufferedReader reader) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(MOST_CHARACTERS)
                .maxRecordSize(2 * MOST_CHARACTERS)
                .build();
        records = CsvReader.builder()
                .fieldSeparator(separator(reader))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(4 * MOST_CHARACTERS)
                .build(handler, reader)
                .iterator();
        CsvRecord first = record();
        if (first == null) {
            throw new UnreadableRegister("The file is empty.");
        }
        headings = new CsvHeadings(first.getFields());
    }

    @Override
    public @Nullable GrantFields next() throws IOException {
        CsvRecord record = record();
        while (record != null && record.getFields().stream().allMatch(String::isBlank)) {
            record = record();
        }
        if (record == null) {
            return null;
        }
        GrantFields fields = new GrantFields(record.getStartingLineNumber());
        headings.put(record.getFields(), fields);
        int count = record.getFieldCount();
        if (surplus(record.getFields())) {
            fields.shapeless("The row has more cells than the first line: its columns can't be told apart.");
        } else if (count < headings.count()) {
            fields.findings().warn("row", "The row has fewer cells than the first line: the rest is blank.", null);
        }
        return fields;
    }

    private boolean surplus(List<String> cells) {
        return cells.size() > headings.count()
                && !cells.subList(headings.count(), cells.size()).stream().allMatch(String::isBlank);
    }

    private @Nullable CsvRecord record() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            lastLine = record.getStartingLineNumber();
            return record;
        } catch (CsvParseException broken) {
            throw new UnreadableRegister(
                    "The file stops being CSV after line " + lastLine
                            + ": most often a quotation mark is opened there and never closed.",
                    broken);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** The sign that stands most often outside quotation marks in the first line. */
    private static String separator(BufferedReader reader) throws IOException {
        reader.mark(HEADING_CHARACTERS);
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < HEADING_CHARACTERS - 1; i++) {
            int character = reader.read();
            boolean blank = counts[0] + counts[1] + counts[2] == 0;
            if (character < 0 || (!quoted && (character == '\n' || character == '\r') && !blank)) {
                break;
            }
            quoted ^= character == '"';
            int sign = ",;\t".indexOf(character);
            if (sign >= 0 && !quoted) {
                counts[sign]++;
            }
        }
        reader.reset();
        int best = counts[1] > counts[0] ? 1 : 0;
        best = counts[2] > counts[best] ? 2 : best;
        return ",;\t".substring(best, best + 1);
    }
}
