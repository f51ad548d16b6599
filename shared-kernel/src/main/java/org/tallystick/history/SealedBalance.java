package org.tallystick.history;

import java.nio.charset.StandardCharsets;

/**
 * The balance of one account as a period close seals it.
 *
 * @param account its name in the ledger
 * @param debitPence its balance where that is a debit, else 0
 * @param creditPence its balance where that is a credit, else 0
 * @param salt 32 secret bytes in hex, so that who sees the hash of a neighbour cannot guess its balance
 */
public record SealedBalance(String account, long debitPence, long creditPence, String salt) {

    /** The hash of its leaf: over canonical JSON (RFC 8785); names of accounts need no escapes. */
    public byte[] leafHash() {
        return MerkleTree.leafHash(("{\"account\":\"" + account + "\",\"creditPence\":" + creditPence
                        + ",\"debitPence\":" + debitPence + ",\"salt\":\"" + salt + "\"}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
