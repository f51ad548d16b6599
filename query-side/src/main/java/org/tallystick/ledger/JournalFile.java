package org.tallystick.ledger;

import java.io.IOException;
import java.io.OutputStream;

/** A journal in one of the forms it can be taken away in. Closing it finishes the file and leaves the stream open. */
public interface JournalFile extends AutoCloseable {

    /** A file in a form, written to a stream. */
    static JournalFile of(LedgerQuery.Format format, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvJournal(out);
            case JSONL -> new JsonLinesJournal(out);
            case HLEDGER -> new HledgerJournal(out);
        };
    }

    /** Adds a posting. */
    void write(JournalRow row) throws IOException;

    @Override
    void close() throws IOException;

    /** Pence as pounds with two decimals and no separators, exactly. */
    static String pounds(long pence) {
        return "%d.%02d".formatted(pence / 100, pence % 100);
    }
}
