package org.tallystick.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.platform.UkTime;

/**
 * A journal that hledger (1.25 and later) reads: a transaction per posting, dated by effective date with the day of
 * recording as its second date, the position as its code. What nobody pays for is a virtual posting, which balances and
 * is left out with {@code --real}.
 */
final class HledgerJournal implements JournalFile {

    private final Writer out;

    HledgerJournal(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.out.write("; The funding ledger of Tallystick\n\ncommodity £1000.00\n");
    }

    @Override
    public void write(JournalRow row) throws IOException {
        JournalLine posting = row.posting();
        String amount = JournalFile.pounds(posting.amountPence());
        out.write("\n" + posting.effectiveOn() + "=" + UkTime.dayOf(posting.recordedAt()) + " * (" + posting.position()
                + ") " + line(posting.sentence()) + "\n");
        out.write("    ; event: " + posting.eventType() + " " + row.eventId() + ", line " + posting.line() + "\n");
        if (!Account.isMemo(posting.debitAccount())) {
            out.write("    ; money: " + posting.financialYear() + " from " + posting.contributor() + ", "
                    + line(posting.restriction()) + "\n");
        }
        out.write("    " + account(posting.debitAccount()) + "  £" + amount + "\n");
        out.write("    " + account(posting.creditAccount()) + "  £-" + amount + "\n");
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private static String account(String name) {
        return Account.isMemo(name) ? "[" + name + "]" : name;
    }

    /** One line, in which nothing begins a comment. */
    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replace(';', ',')
                .replace('|', '/')
                .strip();
    }
}
