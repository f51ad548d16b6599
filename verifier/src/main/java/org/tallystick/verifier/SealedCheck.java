package org.tallystick.verifier;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.verifier.Balances.Balance;

/**
 * Check 6: the balances at each close of a period, added up again from the events, are those that were sealed, and
 * their tree has the sealed root. In the pack of a fund each of its balances is proved to be in that tree.
 */
final class SealedCheck implements AutoCloseable {

    static final String PATH = "sealed.jsonl";

    private final boolean ofFund;
    private final @Nullable Lines lines;
    private final Deque<PeriodClose> closes;
    private final Balances balances;
    private final int count;
    private @Nullable Wrong wrong;
    private @Nullable SealedLine next;
    private long proved;

    SealedCheck(Pack pack, List<PeriodClose> closes) throws IOException {
        this.ofFund = pack.claims().fund() != null;
        this.closes = new ArrayDeque<>(closes);
        this.count = closes.size();
        this.balances = new Balances(closes.stream().map(PeriodClose::lastDay).toList());
        this.lines = pack.has(PATH) ? pack.lines(PATH) : null;
        if (lines == null) {
            wrong = new Wrong(Wrong.NOWHERE, "The file " + PATH + " is missing.");
        }
        long before = 0;
        for (PeriodClose close : closes) {
            if (close.upTo() < before) {
                wrong = new Wrong(
                        close.position(), "The period was closed up to a position before that of the last close.");
                break;
            }
            before = close.upTo();
        }
    }

    /** Adds the postings of the next event, after what was closed before it. */
    void add(Event event, List<Posting> made) throws IOException {
        closeBefore(event.position());
        if (wrong == null) {
            made.forEach(posting -> balances.add(event, posting));
        }
    }

    /** Says what was found, else what it covered. */
    String finish() throws IOException {
        closeBefore(Long.MAX_VALUE);
        if (wrong == null && peek() != null) {
            wrong = new Wrong(Wrong.NOWHERE, PATH + " has a balance that no close sealed.");
        }
        if (wrong != null) {
            throw wrong;
        }
        return "%,d balances of %,d closed periods, %s"
                .formatted(proved, count, ofFund ? "each proved" : "each as it was sealed");
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }

    private void closeBefore(long position) throws IOException {
        while (wrong == null && !closes.isEmpty() && closes.peek().upTo() < position) {
            PeriodClose close = closes.remove();
            try {
                List<Balance> expected = balances.upTo(close.lastDay());
                if (ofFund) {
                    prove(close, expected);
                } else {
                    compare(close, expected);
                }
            } catch (Wrong e) {
                wrong = e.at(close.position());
            }
        }
    }

    private void compare(PeriodClose close, List<Balance> expected) throws IOException {
        CompactRange tree = new CompactRange((_, _, _) -> {});
        long debit = 0;
        long credit = 0;
        for (Balance balance : expected) {
            SealedLine line = take(close);
            if (line == null) {
                throw new Wrong(
                        close.position(),
                        "No balance of " + Wrong.shown(balance.account()) + " was sealed for " + close.period()
                                + ", and the events give " + pounds(balance.netPence()) + ".");
            }
            line.require(balance, tree.size());
            tree.add(line.leafHash());
            proved++;
            if (!Posting.isMemo(balance.account())) {
                debit += Math.max(balance.netPence(), 0);
                credit += Math.max(-balance.netPence(), 0);
            }
        }
        SealedLine tooMuch = take(close);
        if (tooMuch != null) {
            throw new Wrong(
                    close.position(),
                    "A balance of " + Wrong.shown(tooMuch.account()) + " was sealed for " + close.period()
                            + ", and the events give none.");
        }
        if (expected.size() != close.accounts() || debit != close.debitPence() || credit != close.creditPence()) {
            throw new Wrong(
                    close.position(),
                    "The close of " + close.period() + " does not have the number of accounts"
                            + " or the totals that the events give.");
        }
        if (!Arrays.equals(tree.root(), close.root())) {
            throw new Wrong(
                    close.position(), "The balances of " + close.period() + " do not have the root that was sealed.");
        }
    }

    private void prove(PeriodClose close, List<Balance> expected) throws IOException {
        Map<String, Balance> own = new HashMap<>();
        expected.stream().filter(SealedCheck::isOfOneFund).forEach(balance -> own.put(balance.account(), balance));
        for (SealedLine line = take(close); line != null; line = take(close)) {
            if (!line.isIn(close)) {
                throw new Wrong(
                        close.position(),
                        "The proof of the balance of " + Wrong.shown(line.account()) + " in " + close.period()
                                + " does not lead to the root that was sealed.");
            }
            Balance balance = own.remove(line.account());
            if (balance != null) {
                line.require(balance, line.number());
            } else if (isOfOneFund(new Balance(line.account(), 0))) {
                throw new Wrong(
                        close.position(),
                        "A balance of " + Wrong.shown(line.account()) + " was sealed for " + close.period()
                                + ", and the events of the fund give none.");
            }
            proved++;
        }
        for (Balance missing : own.values()) {
            throw new Wrong(
                    close.position(),
                    "The sealed balance of " + Wrong.shown(missing.account()) + " for " + close.period()
                            + " is missing.");
        }
    }

    /** Contributors and organisations have balances from other funds too, which the pack of a fund does not show. */
    private static boolean isOfOneFund(Balance balance) {
        return !balance.account().startsWith("contributor:")
                && !balance.account().startsWith("org:");
    }

    /** The next line, where it is of that close. */
    private @Nullable SealedLine take(PeriodClose close) throws IOException {
        SealedLine line = peek();
        if (line == null || !line.period().equals(close.period())) {
            return null;
        }
        next = null;
        return line;
    }

    private @Nullable SealedLine peek() throws IOException {
        if (next == null && lines != null) {
            String text = lines.next();
            next = text == null ? null : SealedLine.parse(text, ofFund);
        }
        return next;
    }

    private static String pounds(long net) {
        return Posting.say(Math.abs(net)) + (net < 0 ? " credit" : " debit");
    }
}
