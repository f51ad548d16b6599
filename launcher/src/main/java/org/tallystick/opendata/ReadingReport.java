package org.tallystick.opendata;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CsvText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Keeps count while a register is brought in, and writes a line for each fault: which row, which field, why, and what
 * the file says there. As CSV (a row each, with headings, nothing that a spreadsheet would run as a formula) or as JSON
 * lines (an object each, the last one with the counts).
 */
public final class ReadingReport implements AutoCloseable {

    private static final List<String> HEADINGS = List.of("row", "id", "outcome", "field", "why", "value");

    private final JsonFactory json = new JsonFactory();
    private final Writer out;
    private final @Nullable CsvWriter csv;
    private final boolean withWarnings;
    private long rowsRead;
    private long taken;
    private long takenPence;
    private long alreadyThere;
    private long alreadyTherePence;
    private long notTaken;
    private long notTakenPence;
    private long repeats;
    private long unreadableAmounts;
    private long warnings;

    /** How a report is written. */
    public enum Form {
        CSV,
        JSON_LINES
    }

    /**
     * What was counted.
     *
     * @param repeats of those not taken, how many repeat an earlier row word for word
     * @param notTakenPence the money of the rows not taken whose amount can be read and is in pounds
     * @param unreadableAmounts of those not taken, how many have no such amount
     * @param warnings how many warnings the rows taken came with
     */
    public record Counts(
            long rowsRead,
            long taken,
            long takenPence,
            long alreadyThere,
            long alreadyTherePence,
            long notTaken,
            long notTakenPence,
            long repeats,
            long unreadableAmounts,
            long warnings) {}

    /**
     * Begins a report.
     *
     * @param out where it goes; closed with the report
     * @param withWarnings whether what rows were taken in spite of is written too
     */
    public ReadingReport(Writer out, Form form, boolean withWarnings) {
        this.out = out;
        this.withWarnings = withWarnings;
        this.csv = form == Form.CSV ? CsvWriter.builder().build(out) : null;
        if (csv != null) {
            csv.writeRecord(HEADINGS);
        }
    }

    /** Begins a report in a file: JSON lines where its name ends in .json, .jsonl or .ndjson, else CSV. */
    public static ReadingReport to(Path file, boolean withWarnings) throws IOException {
        boolean lines = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson)");
        BufferedWriter out = Files.newBufferedWriter(file);
        return new ReadingReport(out, lines ? Form.JSON_LINES : Form.CSV, withWarnings);
    }

    /** A grant came in. */
    public void taken(PublishedGrant grant) {
        rowsRead++;
        taken++;
        takenPence += grant.amountPence();
        warnings += grant.warnings().size();
        if (withWarnings) {
            grant.warnings().forEach(warning -> line(grant.row(), grant.id(), "taken with a warning", warning));
        }
    }

    /** A grant was there from an earlier run, and nothing was done. */
    public void alreadyThere(PublishedGrant grant) {
        rowsRead++;
        alreadyThere++;
        alreadyTherePence += grant.amountPence();
    }

    /** A row could not be taken. */
    public void refused(RefusedRow row) {
        rowsRead++;
        notTaken++;
        Long pence = row.amountPence();
        if (pence == null) {
            unreadableAmounts++;
        } else {
            notTakenPence += pence;
        }
        repeats += row.sameAsRow() == null ? 0 : 1;
        String outcome = row.sameAsRow() == null ? "not taken" : "repeat";
        row.faults().forEach(fault -> line(row.row(), row.id(), outcome, fault));
    }

    /** A grant was sound in itself and was refused where it should have gone. */
    public void refused(PublishedGrant grant, Finding fault) {
        refused(new RefusedRow(grant.row(), grant.id(), grant.amountPence(), List.of(fault), null));
    }

    /** The rest of the file could not be read. */
    public void stopped(UnreadableRegister broken) {
        line(0, null, "stopped", Finding.of("file", String.valueOf(broken.getMessage()), null));
    }

    public Counts counts() {
        return new Counts(
                rowsRead,
                taken,
                takenPence,
                alreadyThere,
                alreadyTherePence,
                notTaken,
                notTakenPence,
                repeats,
                unreadableAmounts,
                warnings);
    }

    /** The counts in a few lines of plain English. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.UK, "Rows read      %,10d%n", rowsRead));
        text.append(String.format(Locale.UK, "Taken          %,10d  %s%n", taken, pounds(takenPence)));
        text.append(String.format(Locale.UK, "Already there  %,10d  %s%n", alreadyThere, pounds(alreadyTherePence)));
        text.append(String.format(Locale.UK, "Not taken      %,10d  %s", notTaken, pounds(notTakenPence)));
        if (unreadableAmounts > 0) {
            text.append(String.format(
                    Locale.UK, ", and %,d whose amount can't be read or is not in pounds", unreadableAmounts));
        }
        if (repeats > 0) {
            text.append(String.format(Locale.UK, "; %,d repeat an earlier row", repeats));
        }
        return text.append(String.format(Locale.UK, "%nWarnings       %,10d", warnings))
                .toString();
    }

    @Override
    public void close() throws IOException {
        if (csv == null) {
            writeCounts();
        } else {
            csv.flush();
        }
        out.close();
    }

    private void line(long row, @Nullable String id, String outcome, Finding finding) {
        String where = row == 0 ? "" : String.valueOf(row);
        if (csv != null) {
            csv.writeRecord(
                    where,
                    CsvText.guarded(id),
                    outcome,
                    finding.field(),
                    CsvText.guarded(finding.sentence()),
                    CsvText.guarded(finding.value()));
            return;
        }
        StringWriter line = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
            generator.writeStartObject();
            if (row != 0) {
                generator.writeNumberProperty("row", row);
            }
            if (id != null) {
                generator.writeStringProperty("id", id);
            }
            generator.writeStringProperty("outcome", outcome);
            generator.writeStringProperty("field", finding.field());
            generator.writeStringProperty("why", finding.sentence());
            if (finding.value() != null) {
                generator.writeStringProperty("value", finding.value());
            }
            generator.writeEndObject();
        }
        write(line);
    }

    private void writeCounts() {
        StringWriter line = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), line)) {
            generator.writeStartObject();
            generator.writeNumberProperty("rowsRead", rowsRead);
            generator.writeNumberProperty("taken", taken);
            generator.writeNumberProperty("takenPence", takenPence);
            generator.writeNumberProperty("alreadyThere", alreadyThere);
            generator.writeNumberProperty("alreadyTherePence", alreadyTherePence);
            generator.writeNumberProperty("notTaken", notTaken);
            generator.writeNumberProperty("notTakenPence", notTakenPence);
            generator.writeNumberProperty("repeats", repeats);
            generator.writeNumberProperty("unreadableAmounts", unreadableAmounts);
            generator.writeNumberProperty("warnings", warnings);
            generator.writeEndObject();
        }
        write(line);
    }

    private void write(StringWriter line) {
        try {
            out.write(line.append('\n').toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String pounds(long pence) {
        return String.format(Locale.UK, "£%,.2f", BigDecimal.valueOf(pence, 2));
    }
}
