package org.tallystick.payment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tallystick.registry.BankDetails;

/**
 * Payments as a bank takes them, and not as a spreadsheet does: every name stands here exactly as it was confirmed. The
 * bank compares it with that of the account, and an apostrophe that keeps a spreadsheet from taking it for a formula
 * would make it another name, or a payment that comes back. What no account is called is refused where it is proposed.
 */
final class BankFileCsv {

    static final List<String> HEADER = List.of("sort code", "account number", "account name", "amount", "reference");

    private BankFileCsv() {}

    /** One payment. */
    record Line(BankDetails account, long amountPence, String reference) {}

    static void write(List<Line> lines, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(HEADER);
        for (Line line : lines) {
            csv.writeRecord(
                    line.account().sortCode(),
                    line.account().accountNumber(),
                    line.account().accountName(),
                    "%d.%02d".formatted(line.amountPence() / 100, line.amountPence() % 100),
                    line.reference());
        }
        csv.flush();
        writer.flush();
    }
}
