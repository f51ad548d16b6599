package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sealed balance as a pack has it.
 *
 * @param number among the balances of its period, from 0
 * @param salt 32 secret bytes in hex, for which a proof shows nothing of its neighbours
 * @param proof that it is in the tree; empty in a pack of everything, which has the whole tree
 */
record SealedLine(
        String period,
        long number,
        String account,
        long debitPence,
        long creditPence,
        String salt,
        List<byte[]> proof) {

    private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");

    SealedLine {
        proof = List.copyOf(proof);
    }

    static SealedLine parse(String text, boolean withProof) {
        JsonObject json = Json.object(text);
        if (withProof) {
            json.only("period", "number", "account", "debitPence", "creditPence", "salt", "proof");
        } else {
            json.only("period", "number", "account", "debitPence", "creditPence", "salt");
        }
        String salt = json.text("salt");
        if (!SALT.matcher(salt).matches()) {
            throw new Wrong(Wrong.NOWHERE, "A sealed balance has a salt that is none.");
        }
        return new SealedLine(
                json.text("period"),
                json.count("number"),
                json.text("account"),
                json.count("debitPence"),
                json.count("creditPence"),
                salt,
                withProof
                        ? json.texts("proof").stream()
                                .map(Hashes::hashFromBase64)
                                .toList()
                        : List.of());
    }

    /** Refuses it where it is not that balance, or not that number. */
    void require(Balances.Balance balance, long expectedNumber) {
        long debit = Math.max(balance.netPence(), 0);
        long credit = Math.max(-balance.netPence(), 0);
        boolean same = account.equals(balance.account()) && debitPence == debit && creditPence == credit;
        if (!same || number != expectedNumber) {
            throw new Wrong(
                    Wrong.NOWHERE,
                    "Sealed for " + period + " is number " + number + ", " + Wrong.shown(account) + ", debit "
                            + Posting.say(debitPence) + ", credit " + Posting.say(creditPence)
                            + "; the events give number " + expectedNumber + ", " + Wrong.shown(balance.account())
                            + ", debit " + Posting.say(debit) + ", credit " + Posting.say(credit) + ".");
        }
    }

    /** Whether its proof leads to the root of that close. */
    boolean isIn(PeriodClose close) {
        return InclusionProof.proves(leafHash(), number, close.accounts(), proof, close.root());
    }

    /** The hash of the leaf that it is in the tree of its period. */
    byte[] leafHash() {
        String json = "{\"account\":" + CanonicalJson.quoted(account) + ",\"creditPence\":" + creditPence
                + ",\"debitPence\":" + debitPence + ",\"salt\":" + CanonicalJson.quoted(salt) + "}";
        return Hashes.leaf(json.getBytes(StandardCharsets.UTF_8));
    }
}
