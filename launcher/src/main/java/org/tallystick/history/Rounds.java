package org.tallystick.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures several ways of doing a thing in turn, A B C A B C and so on, so that what changes meanwhile hits all alike.
 */
final class Rounds {

    /** What was measured, by way. */
    record Medians(Map<String, List<Double>> values) {
        double of(String way) {
            return quantile(values.getOrDefault(way, List.of()), 0.5);
        }
    }

    private final int rounds;
    private final Map<String, Callable<Double>> ways = new LinkedHashMap<>();

    Rounds(int rounds) {
        this.rounds = rounds;
    }

    Rounds with(String way, Callable<Double> measured) {
        ways.put(way, measured);
        return this;
    }

    /** The median of each way, after one round that doesn't count. */
    Medians medians() throws Exception {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Callable<Double>> way : ways.entrySet()) {
                double value = way.getValue().call();
                if (round > 0) {
                    all.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(value);
                }
            }
        }
        return new Medians(all);
    }

    /** The value that the given share of all values doesn't exceed. */
    static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
