package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tallystick.verifier.TestLog.Entry;
import org.tallystick.verifier.TestLog.Posted;

/** Seals balances, the plain way: every posting is added up again for each close. */
final class TestCloses {

    /** A sealed balance. */
    record Sealed(String period, int number, String account, long net, String salt) {
        byte[] leaf() {
            return Js.object(
                            "account",
                            account,
                            "creditPence",
                            Math.max(-net, 0),
                            "debitPence",
                            Math.max(net, 0),
                            "salt",
                            salt)
                    .json()
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    final List<List<Sealed>> all = new ArrayList<>();
    private final TestLog log;

    TestCloses(TestLog log) {
        this.log = log;
    }

    void close(String period, LocalDate lastDay) {
        long upTo = log.size() - 1;
        Comparator<String> byBytes =
                Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), java.util.Arrays::compareUnsigned);
        Map<String, Long> nets = new TreeMap<>(byBytes);
        for (Entry entry : log.entries) {
            if (entry.position() <= upTo && !entry.effectiveOn().isAfter(lastDay)) {
                for (Posted posted : entry.postings()) {
                    nets.merge(posted.debit(), posted.pence(), Long::sum);
                    nets.merge(posted.credit(), -posted.pence(), Long::sum);
                }
            }
        }
        nets.values().removeIf(net -> net == 0);
        List<Sealed> sealed = new ArrayList<>();
        nets.forEach((account, net) -> sealed.add(new Sealed(
                period,
                sealed.size(),
                account,
                net,
                HexFormat.of().formatHex(TestTree.sha256((period + account).getBytes(StandardCharsets.UTF_8))))));
        all.add(sealed);
        long debit = sum(sealed, s -> s.net() > 0);
        long credit = -sum(sealed, s -> s.net() < 0);
        log.add(
                "history.PeriodClosed",
                "log",
                "system",
                Js.object(
                        "logId",
                        "log",
                        "period",
                        period,
                        "lastDay",
                        lastDay.toString(),
                        "upTo",
                        upTo,
                        "accounts",
                        sealed.size(),
                        "debitPence",
                        debit,
                        "creditPence",
                        credit,
                        "root",
                        Base64.getEncoder().encodeToString(tree(sealed).root(sealed.size()))));
    }

    static TestTree tree(List<Sealed> sealed) {
        return new TestTree(
                sealed.stream().map(each -> TestTree.leaf(each.leaf())).toList());
    }

    private static long sum(List<Sealed> sealed, Predicate<Sealed> side) {
        return sealed.stream()
                .filter(s -> !s.account().startsWith("gap:") && !s.account().startsWith("unfunded:"))
                .filter(side)
                .mapToLong(Sealed::net)
                .sum();
    }
}
