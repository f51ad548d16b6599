package org.tallystick.verifier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What accounts hold, kept apart by the period in which it took effect, so that one can ask for the balances of what
 * took effect up to the end of any of the periods that were closed. An account takes a few dozen bytes.
 */
final class Balances {

    /** An account with its balance: debit above zero, credit below. */
    record Balance(String account, long netPence) {}

    /** One account: the nets of the periods in which it was moved, by the number of the period. */
    private static final class Nets {
        private int[] periods = new int[1];
        private long[] pence = new long[1];
        private int used;

        void add(int period, long amount) {
            int i = 0;
            while (i < used && periods[i] != period) {
                i++;
            }
            if (i == used) {
                if (used == periods.length) {
                    periods = Arrays.copyOf(periods, 2 * used);
                    pence = Arrays.copyOf(pence, 2 * used);
                }
                periods[used++] = period;
            }
            pence[i] = Math.addExact(pence[i], amount);
        }

        long upTo(int period) {
            long sum = 0;
            for (int i = 0; i < used; i++) {
                sum = periods[i] <= period ? Math.addExact(sum, pence[i]) : sum;
            }
            return sum;
        }
    }

    private final LocalDate[] lastDays;
    private final Map<String, Nets> accounts = new HashMap<>();

    /** With the last days of the periods that will be asked for. */
    Balances(List<LocalDate> lastDays) {
        this.lastDays = lastDays.stream().distinct().sorted().toArray(LocalDate[]::new);
    }

    /** Moves money. */
    void add(Event event, Posting posting) {
        int found = Arrays.binarySearch(lastDays, event.effectiveOn());
        int period = found >= 0 ? found : -found - 1;
        accounts.computeIfAbsent(posting.debit(), _ -> new Nets()).add(period, posting.pence());
        accounts.computeIfAbsent(posting.credit(), _ -> new Nets()).add(period, -posting.pence());
    }

    /** The balances that are not zero, in the order of the accounts' UTF-8 bytes. */
    List<Balance> upTo(LocalDate lastDay) {
        int period = Arrays.binarySearch(lastDays, lastDay);
        List<Balance> balances = new ArrayList<>();
        accounts.forEach((account, nets) -> {
            long net = nets.upTo(period);
            if (net != 0) {
                balances.add(new Balance(account, net));
            }
        });
        balances.sort((one, other) -> compare(one.account(), other.account()));
        return balances;
    }

    /** The order of UTF-8 bytes, which is that of code points. */
    private static int compare(String one, String other) {
        int[] points = one.codePoints().toArray();
        int[] others = other.codePoints().toArray();
        return Arrays.compare(points, others);
    }
}
