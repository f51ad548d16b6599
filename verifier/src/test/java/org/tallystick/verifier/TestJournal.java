package org.tallystick.verifier;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.verifier.TestLog.Entry;
import org.tallystick.verifier.TestLog.Posted;

/** Writes the journals of a history. */
final class TestJournal {

    private TestJournal() {}

    static String csv(List<Entry> entries, @Nullable String fund) {
        StringBuilder csv = new StringBuilder(
                "journal_id,journal_line,effective_date,fiscal_year,period,account,amount,debit_or_credit,currency,"
                        + "description,entered_by,entered_at,approved_by,reversal_of,source_event,source_event_id,"
                        + "leaf_hash,money_financial_year,contributor,restriction,fund,award,organisation,call\r\n");
        for (Entry entry : entries) {
            int line = 1;
            for (Posted posted : entry.postings()) {
                if (fund == null || posted.fund().equals(fund)) {
                    csv.append(row(entry, posted, 2 * line - 1, posted.debit(), "debit"));
                    csv.append(row(entry, posted, 2 * line, posted.credit(), "credit"));
                }
                line++;
            }
        }
        return csv.toString();
    }

    private static String row(Entry entry, Posted posted, int line, String account, String side) {
        LocalDate day = entry.effectiveOn();
        int year = day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
        return Stream.of(
                        entry.position(),
                        line,
                        day,
                        "%d-%02d".formatted(year, (year + 1) % 100),
                        (day.getMonthValue() + 8) % 12 + 1,
                        account,
                        amount(posted),
                        side,
                        "GBP",
                        posted.sentence(),
                        entry.actor(),
                        entry.recordedAt(),
                        posted.approvedBy(),
                        text(posted.reversalOf()),
                        entry.type(),
                        entry.eventId(),
                        HexFormat.of().formatHex(TestTree.leaf(entry.leaf())),
                        posted.year(),
                        posted.contributor(),
                        posted.restriction(),
                        posted.fund(),
                        text(posted.award()),
                        text(posted.organisation()),
                        text(posted.call()))
                .map(cell -> cell.toString().contains(",") ? "\"" + cell + "\"" : cell.toString())
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String hledger(List<Entry> entries, @Nullable String fund) {
        StringBuilder journal = new StringBuilder("; The funding ledger of Tallystick\n\ncommodity £1000.00\n");
        for (Entry entry : entries) {
            int line = 1;
            for (Posted posted : entry.postings()) {
                if (fund == null || posted.fund().equals(fund)) {
                    boolean memo =
                            posted.debit().startsWith("gap:") || posted.debit().startsWith("unfunded:");
                    journal.append("\n%s=%s * (%d) %s\n"
                            .formatted(
                                    entry.effectiveOn(),
                                    entry.recordedAt().atZone(TestLog.UK).toLocalDate(),
                                    entry.position(),
                                    posted.sentence()));
                    journal.append("    ; event: %s %s, line %d\n".formatted(entry.type(), entry.eventId(), line));
                    if (!memo) {
                        journal.append("    ; money: %s from %s, %s\n"
                                .formatted(posted.year(), posted.contributor(), posted.restriction()));
                    }
                    String form = memo ? "    [%s]  £%s%s\n" : "    %s  £%s%s\n";
                    journal.append(form.formatted(posted.debit(), "", amount(posted)));
                    journal.append(form.formatted(posted.credit(), "-", amount(posted)));
                }
                line++;
            }
        }
        return journal.toString();
    }

    private static String amount(Posted posted) {
        return "%d.%02d".formatted(posted.pence() / 100, posted.pence() % 100);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
