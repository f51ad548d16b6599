package org.tallystick.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.tallystick.platform.Json;

/** One JSON object a line, as the statements of the API have them. */
final class JsonLinesJournal implements JournalFile {

    private final OutputStream out;

    JsonLinesJournal(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    @Override
    public void write(JournalRow row) throws IOException {
        out.write(Json.mapper().writeValueAsBytes(row.posting()));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
