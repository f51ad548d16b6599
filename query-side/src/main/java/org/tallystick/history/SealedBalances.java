package org.tallystick.history;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the closes of periods sealed, and proofs of single balances. */
public final class SealedBalances {

    private SealedBalances() {}

    /** All balances of a period, in the order in which they were sealed. */
    public static List<SealedBalance> of(JdbcTemplate jdbc, String period) {
        return jdbc.query(
                "SELECT account, debit_pence, credit_pence, salt FROM history.sealed_balance WHERE period = ?"
                        + " ORDER BY number",
                (row, _) -> new SealedBalance(
                        row.getString("account"),
                        row.getLong("debit_pence"),
                        row.getLong("credit_pence"),
                        HexFormat.of().formatHex(row.getBytes("salt"))),
                period);
    }

    /** That one of them is under the root, in Base64; shows nothing of the others but hashes. */
    static List<String> proof(List<byte[]> leaves, int number) {
        return MerkleTree.inclusionProof(number, leaves.size(), MerkleTree.of(leaves)).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList();
    }
}
