package org.tallystick.opendata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.tallystick.opendata.SeenIds.Earlier;

/**
 * A published register of grants, read row by row in the file's order: a 360Giving package, a bare JSON list of grants,
 * or a spreadsheet saved as CSV, told apart by what is in the file and not by its name. Every row comes out once, as a
 * {@link PublishedGrant} that can be taken in whole or a {@link RefusedRow} that says why not. Memory stays the same
 * however long the file is, but for 20 to 40 bytes per grant that find repeated identifiers.
 *
 * <p>The same file with the same options always gives the same rows. For one thread; {@link #bytesRead()} for any.
 */
public final class PublishedGrants implements Iterator<RegisterRow>, AutoCloseable {

    private final RegisterText text;
    private final long bytesTotal;
    private final ReadingOptions options;
    private final RegisterRows rows;
    private final SeenIds seen = new SeenIds();
    private @Nullable RegisterRow ahead;
    private boolean ended;

    private PublishedGrants(RegisterText text, long bytesTotal, ReadingOptions options) throws IOException {
        this.text = text;
        this.bytesTotal = bytesTotal;
        this.options = options;
        this.rows = rows(new BufferedReader(text, 1 << 16));
    }

    /**
     * Opens a register.
     *
     * @throws UnreadableRegister where the file is none, with a sentence for the person who brought it
     * @throws IOException where the file isn't there or can't be read
     */
    public static PublishedGrants open(Path file, ReadingOptions options) throws IOException {
        RegisterText text = new RegisterText(Files.newInputStream(file));
        try {
            return new PublishedGrants(text, Files.size(file), options);
        } catch (IOException | RuntimeException failed) {
            text.close();
            throw failed;
        }
    }

    /**
     * Whether there is another row.
     *
     * @throws UnreadableRegister where the file breaks off; the rows before it were whole
     */
    @Override
    public boolean hasNext() {
        if (ahead == null && !ended) {
            ahead = read();
            ended = ahead == null;
        }
        return ahead != null;
    }

    @Override
    public RegisterRow next() {
        RegisterRow row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException("The register has no more rows.");
        }
        ahead = null;
        return row;
    }

    /** Bytes of the file read so far, at most 64 KiB and one row ahead of the rows given. */
    public long bytesRead() {
        return text.bytesRead();
    }

    /** Bytes of the whole file, as it was when it was opened. */
    public long bytesTotal() {
        return bytesTotal;
    }

    /** What there is to say about the file as a whole, as sentences; complete once the last row has been given. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!text.charset().equals(StandardCharsets.UTF_8)) {
            notes.add("The file is in " + text.charset().name() + ", not in UTF-8.");
        }
        if (text.strayBytes() > 0) {
            notes.add(text.strayBytes() + " bytes are not UTF-8: they were read as windows-1252.");
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private @Nullable RegisterRow read() {
        try {
            GrantFields fields = rows.next();
            return fields == null ? null : once(GrantReading.read(fields, options));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (UnreadableRegister broken) {
            ended = true;
            throw broken;
        }
    }

    /** Only grants that can be taken count as seen: a mended copy further down in the file is not held up. */
    private RegisterRow once(RegisterRow row) {
        if (!(row instanceof PublishedGrant grant)) {
            return row;
        }
        Earlier earlier = seen.remember(grant.id(), grant.content(), grant.row());
        if (earlier == null) {
            return row;
        }
        String sentence = earlier.same()
                ? "The same as row " + earlier.row() + ": a grant is not entered twice."
                : "Row " + earlier.row() + " has the same identifier and says something else.";
        return new RefusedRow(
                grant.row(),
                grant.id(),
                grant.amountPence(),
                List.of(Finding.of("id", sentence, grant.id())),
                earlier.same() ? earlier.row() : null);
    }

    private static RegisterRows rows(BufferedReader reader) throws IOException {
        int first = firstCharacter(reader);
        if (first < 0) {
            throw new UnreadableRegister("The file is empty.");
        }
        return first == '{' || first == '[' ? new JsonRows(reader) : new CsvRows(reader);
    }

    /** The first character that is no white space, which stays to be read; -1 where there is none. */
    private static int firstCharacter(BufferedReader reader) throws IOException {
        reader.mark(1 << 15);
        StringBuilder start = new StringBuilder();
        int character = reader.read();
        for (int i = 0; i < 1 << 14 && character >= 0 && (Character.isWhitespace(character) || i < 4); i++) {
            start.append((char) character);
            character = reader.read();
        }
        if (character >= 0) {
            start.append((char) character);
        }
        reader.reset();
        if (start.indexOf("PK\u0003") == 0 || start.indexOf("\u0000") >= 0 || start.indexOf("\u00d0\u00cf") == 0) {
            throw new UnreadableRegister(
                    "The file is neither JSON nor CSV: if it is a spreadsheet, save it as “CSV UTF-8” first.");
        }
        String stripped = start.toString().strip();
        return stripped.isEmpty() ? -1 : stripped.charAt(0);
    }
}
