package org.tallystick.replay;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.MerkleTree;
import org.tallystick.history.SealedBalance;

/** What each account of a ledger comes to, debit positive, and the Merkle root over that. */
final class LedgerNets {

    private final JdbcTemplate jdbc;

    /** Of the ledger in the schema that its connections are in. */
    LedgerNets(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** What the events after one position and up to another did. */
    Map<String, Long> between(long after, long upTo) {
        return sums("position > ? AND position <= ?", after, upTo);
    }

    /** What the events up to a position did that took effect after a day. */
    Map<String, Long> later(long upTo, LocalDate day) {
        return sums("position <= ? AND effective_on > ?", upTo, day);
    }

    private Map<String, Long> sums(String where, Object... values) {
        Map<String, Long> sums = new TreeMap<>();
        Object[] twice = {values[0], values[1], values[0], values[1]};
        jdbc.query(
                "SELECT account, sum(net)::bigint FROM (SELECT debit_account AS account, amount_pence AS net"
                        + " FROM posting WHERE " + where + " UNION ALL SELECT credit_account, -amount_pence"
                        + " FROM posting WHERE " + where + ") sides GROUP BY account",
                row -> {
                    sums.put(row.getString(1), row.getLong(2));
                },
                twice);
        return sums;
    }

    /** Adds some nets to others, so many times: 1, or -1 to take them away. */
    static void add(Map<String, Long> nets, Map<String, Long> more, int times) {
        more.forEach((account, net) -> nets.merge(account, Math.multiplyExact(net, times), Math::addExact));
    }

    /** The balances of all accounts that are not at zero, in their order, each with its salt or none. */
    static List<SealedBalance> balances(Map<String, Long> nets, Map<String, String> salts) {
        return new TreeMap<>(nets)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() != 0)
                        .map(entry -> balance(entry.getKey(), entry.getValue(), salts))
                        .toList();
    }

    private static SealedBalance balance(String account, long net, Map<String, String> salts) {
        return new SealedBalance(account, Math.max(net, 0), Math.max(-net, 0), salts.getOrDefault(account, ""));
    }

    /** The Merkle root over balances, in Base64. */
    static String root(List<SealedBalance> balances) {
        return Base64.getEncoder()
                .encodeToString(MerkleTree.root(
                        balances.stream().map(SealedBalance::leafHash).toList()));
    }
}
