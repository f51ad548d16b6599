package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.FundWords;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Sides;

/** The lines of a statement as its page shows them; those of one account with the balance after each. */
public final class StatementLines {

    /** Beyond this many lines before the page, its balance would take too long; the page then says so. */
    static final long MOST_LINES_BEFORE = 20_000;

    /**
     * A line.
     *
     * @param money whose it is, and under which terms
     * @param inPence what came into the account, where the statement is of one
     * @param balancePence what the account held after it; none where that is not known
     */
    public record Line(
            JournalLine entry,
            String money,
            String from,
            String to,
            String fromHref,
            String toHref,
            long inPence,
            long outPence,
            @Nullable Long balancePence) {}

    private StatementLines() {}

    static List<Line> of(StatementView view, Names names, Statement asked, Sides sides, long after) {
        Long balance = null;
        if (asked.subject() == Subject.ACCOUNT) {
            long before = (view.lines().page() - 1L) * view.lines().size();
            balance = before > MOST_LINES_BEFORE ? null : Long.valueOf(balanceOf(before, asked, sides, after));
        }
        List<Line> lines = new ArrayList<>();
        for (JournalLine entry : view.lines().items()) {
            long in = entry.debitAccount().equals(asked.id()) ? entry.amountPence() : 0;
            long out = entry.creditAccount().equals(asked.id()) ? entry.amountPence() : 0;
            balance = balance == null ? null : Long.valueOf(balance + in - out);
            lines.add(line(entry, names, view.id(), in, out, balance));
        }
        return lines;
    }

    /** Entries without a balance, of whatever accounts. */
    public static List<Line> of(List<JournalLine> entries, Sides sides) {
        Names names = sides.names(entries.stream().flatMap(JournalLine::ids));
        return entries.stream().map(entry -> line(entry, names, "", 0, 0, null)).toList();
    }

    private static Line line(
            JournalLine entry, Names names, String subject, long in, long out, @Nullable Long balance) {
        return new Line(
                entry,
                FundWords.money(names.organisation(entry.contributor()), entry.financialYear(), entry.restriction()),
                AccountWords.of(entry.creditAccount(), names, subject),
                AccountWords.of(entry.debitAccount(), names, subject),
                AccountWords.href(entry.creditAccount()),
                AccountWords.href(entry.debitAccount()),
                in,
                out,
                balance);
    }

    /** What the first {@code count} lines of an account come to. */
    private static long balanceOf(long count, Statement asked, Sides sides, long after) {
        long balance = 0;
        long seen = 0;
        for (int page = 1; seen < count; page++) {
            StatementView view = sides.ask(asked.page(page, Paged.MOST), after);
            if (view.lines().items().isEmpty()) {
                return balance;
            }
            for (JournalLine entry : view.lines().items()) {
                if (seen++ < count) {
                    balance += entry.debitAccount().equals(asked.id()) ? entry.amountPence() : 0;
                    balance -= entry.creditAccount().equals(asked.id()) ? entry.amountPence() : 0;
                }
            }
        }
        return balance;
    }
}
