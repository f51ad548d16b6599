package org.tallystick.verifier;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.verifier.TestCloses.Sealed;
import org.tallystick.verifier.TestLog.Entry;

/** What of a history concerns a fund; everything, where there is none. */
final class TestFund {

    private final TestHistory history;
    private final @Nullable String fund;

    TestFund(TestHistory history, @Nullable String fund) {
        this.history = history;
        this.fund = fund;
    }

    List<Entry> entries() {
        return history.log.entries.stream().filter(this::concerns).toList();
    }

    private boolean concerns(Entry entry) {
        return fund == null
                || entry.type().startsWith("history.")
                || entry.payload().contains("\"" + fund + "\"")
                || awards().contains(entry.aggregate());
    }

    private Set<String> awards() {
        Set<String> awards = new HashSet<>();
        for (Entry entry : history.log.entries) {
            if (entry.type().equals("award.AwardCommitted") && entry.payload().contains("\"" + fund + "\"")) {
                awards.add(entry.aggregate());
            }
        }
        return awards;
    }

    /** The lines of sealed balances; those of a fund with their proofs. */
    String sealed() {
        StringBuilder lines = new StringBuilder();
        for (List<Sealed> close : history.closes.all) {
            TestTree tree = TestCloses.tree(close);
            for (Sealed sealed : close) {
                if (fund == null) {
                    lines.append(line(sealed)).append("\n");
                } else if (isOfFund(sealed.account())) {
                    List<String> proof = tree.path(sealed.number(), 0, close.size()).stream()
                            .map(hash -> Base64.getEncoder().encodeToString(hash))
                            .toList();
                    String line = line(sealed);
                    lines.append(line, 0, line.length() - 1)
                            .append(",\"proof\":")
                            .append(Js.list(proof))
                            .append("}\n");
                }
            }
        }
        return lines.toString();
    }

    private boolean isOfFund(String account) {
        String[] parts = account.split(":");
        return parts[1].equals(fund) || awards().contains(parts[1]);
    }

    static String line(Sealed sealed) {
        return Js.object(
                        "period",
                        sealed.period(),
                        "number",
                        sealed.number(),
                        "account",
                        sealed.account(),
                        "debitPence",
                        Math.max(sealed.net(), 0),
                        "creditPence",
                        Math.max(-sealed.net(), 0),
                        "salt",
                        sealed.salt())
                .json();
    }
}
