package org.tallystick.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalance;

/**
 * The trial balance of a ledger, at any position and any effective date. Accounts that net to zero have no side and no
 * line.
 */
public final class TrialBalances {

    private final JdbcClient jdbc;
    private final LedgerReach reach;

    /** Of the ledger in the schema that its connections are in. */
    public TrialBalances(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.reach = new LedgerReach(source);
    }

    /**
     * The balances from events up to a position and with an effective date up to a day; all that is known where neither
     * is given.
     *
     * @throws org.tallystick.platform.Rejection where the position is none of the log, or not in the ledger yet
     */
    public TrialBalance at(LedgerQuery.TrialBalanceAt query) {
        long position = reach.of(query.at(), LedgerReach.field(query.position()));
        LocalDate date = query.at().effective();
        String where = " FROM posting WHERE position <= :position" + (date == null ? "" : " AND effective_on <= :date");
        String sql = "SELECT account, sum(net)::bigint AS net FROM ("
                + "SELECT debit_account AS account, sum(amount_pence) AS net" + where + " GROUP BY debit_account"
                + " UNION ALL SELECT credit_account, -sum(amount_pence)" + where + " GROUP BY credit_account) sides"
                + " GROUP BY account HAVING sum(net) <> 0 ORDER BY account COLLATE \"C\"";
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("position", position);
        if (date != null) {
            statement = statement.param("date", date);
        }
        List<AccountBalance> all = statement.query((row, _) -> balance(row)).list();
        List<AccountBalance> accounts = ofMoney(all);
        List<AccountBalance> memo = beside(all);
        return new TrialBalance(
                position,
                date,
                accounts,
                sum(accounts, AccountBalance::debitPence),
                sum(accounts, AccountBalance::creditPence),
                memo,
                sum(memo, AccountBalance::debitPence));
    }

    /** Those that hold money. */
    static List<AccountBalance> ofMoney(List<AccountBalance> accounts) {
        return accounts.stream()
                .filter(balance -> !Account.isMemo(balance.account()))
                .toList();
    }

    /** Those that hold what nobody pays for. */
    static List<AccountBalance> beside(List<AccountBalance> accounts) {
        return accounts.stream()
                .filter(balance -> Account.isMemo(balance.account()))
                .toList();
    }

    private static long sum(List<AccountBalance> accounts, ToLongFunction<AccountBalance> side) {
        return accounts.stream().mapToLong(side).reduce(0, Math::addExact);
    }

    /** An account and its net, debit positive, as the side it stands on. */
    static AccountBalance balance(ResultSet row) throws SQLException {
        long net = row.getLong("net");
        return new AccountBalance(row.getString("account"), Math.max(net, 0), Math.max(-net, 0));
    }
}
