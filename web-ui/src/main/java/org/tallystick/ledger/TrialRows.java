package org.tallystick.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tallystick.ledger.AccountWords.Stage;
import org.tallystick.ledger.LedgerQuery.AccountBalance;

/** A trial balance as its page shows it: the stages of money with their totals, and the accounts of each. */
record TrialRows(List<AccountBalance> accounts) {

    /** One stage of money: how many accounts, and their balances together. */
    record StageTotal(Stage stage, long accounts, long debitPence, long creditPence) {}

    /** One account. */
    record AccountRow(String account, String words, String href, long debitPence, long creditPence) {}

    /** The stages that have accounts, in the order money goes through them. */
    List<StageTotal> stages() {
        return Arrays.stream(Stage.values())
                .map(stage -> total(stage, of(stage)))
                .filter(total -> total.accounts() > 0)
                .toList();
    }

    /** Accounts of a stage ("" for all) whose name has all that was typed in it. */
    List<AccountRow> rows(String stage, String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return accounts.stream()
                .filter(a -> stage.isEmpty()
                        || AccountWords.stageOf(a.account()).key().equals(stage))
                .map(a -> new AccountRow(
                        a.account(),
                        AccountWords.of(a.account()),
                        AccountWords.href(a.account()),
                        a.debitPence(),
                        a.creditPence()))
                .filter(row -> (row.account() + " " + row.words())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    private List<AccountBalance> of(Stage stage) {
        return accounts.stream()
                .filter(account -> AccountWords.stageOf(account.account()) == stage)
                .toList();
    }

    private static StageTotal total(Stage stage, List<AccountBalance> accounts) {
        return new StageTotal(
                stage,
                accounts.size(),
                accounts.stream().mapToLong(AccountBalance::debitPence).sum(),
                accounts.stream().mapToLong(AccountBalance::creditPence).sum());
    }
}
