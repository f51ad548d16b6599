package org.tallystick.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.platform.CsvText;
import org.tallystick.platform.FinancialYear;

/**
 * General-ledger detail with the fields auditors ask for: two lines per posting, its debit and its credit. A cell that
 * a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvJournal implements JournalFile {

    static final List<String> HEADER = List.of(
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

    private final Writer out;
    private final CsvWriter csv;

    CsvJournal(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.csv = CsvWriter.builder().build(this.out);
        csv.writeRecord(HEADER);
    }

    @Override
    public void write(JournalRow row) {
        JournalLine posting = row.posting();
        line(row, 2 * posting.line() - 1, posting.debitAccount(), "debit");
        line(row, 2 * posting.line(), posting.creditAccount(), "credit");
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        out.flush();
    }

    private void line(JournalRow row, int number, String account, String side) {
        JournalLine posting = row.posting();
        LocalDate day = posting.effectiveOn();
        csv.writeRecord(
                Long.toString(posting.position()),
                Integer.toString(number),
                day.toString(),
                FinancialYear.of(day).toString(),
                Integer.toString(period(day)),
                CsvText.guarded(account),
                JournalFile.pounds(posting.amountPence()),
                side,
                row.currency(),
                CsvText.guarded(posting.sentence()),
                CsvText.guarded(posting.enteredBy()),
                posting.recordedAt().toString(),
                CsvText.guarded(row.approvedBy()),
                row.reversalOf() == null ? "" : row.reversalOf().toString(),
                posting.eventType(),
                row.eventId(),
                posting.leafHash(),
                posting.financialYear().toString(),
                CsvText.guarded(posting.contributor()),
                CsvText.guarded(posting.restriction()),
                CsvText.guarded(posting.fundId()),
                CsvText.guarded(posting.awardId()),
                CsvText.guarded(posting.organisationId()),
                CsvText.guarded(posting.callId()));
    }

    /** The month of the financial year, April being 1. */
    private static int period(LocalDate day) {
        return (day.getMonthValue() + 8) % 12 + 1;
    }
}
