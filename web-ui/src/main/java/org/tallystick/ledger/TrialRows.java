package org.tallystick.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tallystick.ledger.AccountWords.Stage;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paging;

/** A trial balance as its page shows it: the stages of money with their totals, and the accounts of each. */
record TrialRows(List<AccountBalance> accounts) {

    /** One stage of money: how many accounts, and their balances together. */
    record StageTotal(Stage stage, long accounts, long debitPence, long creditPence) {}

    /** One account. */
    record AccountRow(String account, String words, String href, long debitPence, long creditPence) {
        static AccountRow of(AccountBalance balance, Names names, String subject) {
            String account = balance.account();
            return new AccountRow(
                    account,
                    AccountWords.of(account, names, subject),
                    AccountWords.href(account),
                    balance.debitPence(),
                    balance.creditPence());
        }
    }

    /** The stages that have accounts, in the order money goes through them. */
    List<StageTotal> stages() {
        return Arrays.stream(Stage.values())
                .map(this::total)
                .filter(total -> total.accounts() > 0)
                .toList();
    }

    /**
     * The same with only some accounts.
     *
     * @param stage the key of a stage, or empty for all
     * @param search what an account's own name has in it, or empty for all
     * @param named ids whose names are like what was searched for: their accounts are found too
     */
    TrialRows only(String stage, String search, Set<String> named) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return new TrialRows(accounts.stream()
                .filter(a -> stage.isEmpty()
                        || AccountWords.stageOf(a.account()).key().equals(stage))
                .filter(a -> a.account().toLowerCase(Locale.ROOT).contains(wanted)
                        || AccountWords.ids(a.account()).anyMatch(named::contains))
                .toList());
    }

    /** Those on one page. */
    TrialRows on(Paging paging) {
        return new TrialRows(accounts.subList((int) paging.offset(), (int) paging.to()));
    }

    /** The ids in all their names. */
    Stream<String> ids() {
        return accounts.stream().flatMap(balance -> AccountWords.ids(balance.account()));
    }

    /** All of them as lines, on a page about a fund or an award, or, where it is empty, about everything. */
    List<AccountRow> rows(Names names, String subject) {
        return accounts.stream()
                .map(balance -> AccountRow.of(balance, names, subject))
                .toList();
    }

    long debitPence() {
        return accounts.stream().mapToLong(AccountBalance::debitPence).sum();
    }

    long creditPence() {
        return accounts.stream().mapToLong(AccountBalance::creditPence).sum();
    }

    private StageTotal total(Stage stage) {
        TrialRows some = only(stage.key(), "", Set.of());
        return new StageTotal(stage, some.accounts().size(), some.debitPence(), some.creditPence());
    }
}
