package org.tallystick.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.platform.Paged;

/** Answers of the ledger as aligned text for a terminal. */
final class LedgerText {

    private LedgerText() {}

    static List<String> trialBalance(TrialBalance balance) {
        List<String> text = new ArrayList<>();
        text.add("Trial balance at position " + balance.position()
                + (balance.date() == null ? "" : ", effective up to " + balance.date()));
        text.addAll(accounts(balance.accounts(), balance.debitPence(), balance.creditPence()));
        text.addAll(memo(balance.memo()));
        return text;
    }

    static List<String> statement(StatementView statement) {
        List<String> text = new ArrayList<>();
        text.add("Statement of " + statement.title() + " (" + statement.id() + ") at position " + statement.position());
        for (JournalLine line : statement.lines().items()) {
            text.add("%s %16s  %s → %s"
                    .formatted(
                            line.effectiveOn(), pounds(line.amountPence()), line.creditAccount(), line.debitAccount()));
            text.add("    " + line.sentence() + " [event " + line.position() + ", " + line.financialYear() + ", "
                    + line.restriction() + "]");
        }
        text.addAll(accounts(
                statement.accounts(),
                statement.accounts().stream()
                        .mapToLong(AccountBalance::debitPence)
                        .sum(),
                statement.accounts().stream()
                        .mapToLong(AccountBalance::creditPence)
                        .sum()));
        text.addAll(memo(statement.memo()));
        return text;
    }

    /** A statement with the lines of all its pages. */
    static StatementView whole(StatementView last, List<JournalLine> lines) {
        return new StatementView(
                last.subject(),
                last.id(),
                last.title(),
                last.position(),
                last.accounts(),
                last.memo(),
                new Paged<>(List.copyOf(lines), lines.size(), 1, Math.max(1, lines.size())),
                last.financialYears(),
                last.restrictions());
    }

    private static List<String> accounts(List<AccountBalance> accounts, long debitPence, long creditPence) {
        int width = accounts.stream()
                .mapToInt(account -> account.account().length())
                .reduce("Account".length(), Math::max);
        List<String> text = new ArrayList<>();
        text.add(row(width, "Account", "Debit", "Credit"));
        accounts.forEach(account ->
                text.add(row(width, account.account(), side(account.debitPence()), side(account.creditPence()))));
        text.add(row(width, "Total", pounds(debitPence), pounds(creditPence)));
        return text;
    }

    private static List<String> memo(List<AccountBalance> memo) {
        List<String> text = new ArrayList<>();
        if (!memo.isEmpty()) {
            text.add("Beside the money: full cost that nobody pays for, and who carries it");
            memo.forEach(balance -> text.add("%-60s  %18s  %18s"
                    .formatted(balance.account(), side(balance.debitPence()), side(balance.creditPence()))));
        }
        return text;
    }

    private static String row(int width, String account, String debit, String credit) {
        return ("%-" + width + "s  %18s  %18s").formatted(account, debit, credit);
    }

    private static String side(long pence) {
        return pence == 0 ? "" : pounds(pence);
    }

    private static String pounds(long pence) {
        return String.format(Locale.UK, "%,.2f", BigDecimal.valueOf(pence, 2));
    }
}
