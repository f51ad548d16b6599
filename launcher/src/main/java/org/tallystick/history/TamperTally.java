package org.tallystick.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tallystick.platform.Json;

/** What was found by what. */
final class TamperTally {

    private static final List<String> FINDERS = List.of(
            "writing",
            "structure",
            "hashes",
            "consistency",
            "signature",
            "ledger",
            "sealed balances",
            "kept checkpoint",
            "witness",
            "signing");

    /**
     * How a case went.
     *
     * @param found whether it was found at the right position
     * @param landed whether it was shown to have had an effect
     */
    record Outcome(boolean found, boolean landed, Set<String> by, String words) {

        static Outcome inconclusive() {
            return new Outcome(false, false, Set.of(), "");
        }
    }

    private static final class Row {
        private int cases;
        private int found;
        private int inconclusive;
        private final Map<String, Integer> by = new TreeMap<>();
    }

    /** An entry for machines. */
    private record Entry(String tampering, int cases, int found, int inconclusive, Map<String, Integer> by) {}

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();

    void add(Tampering way, int number, Outcome outcome) {
        Row row = rows.computeIfAbsent(way.name(), _ -> new Row());
        row.cases++;
        if (!outcome.landed()) {
            row.inconclusive++;
            return;
        }
        outcome.by().forEach(finder -> row.by.merge(finder, 1, Integer::sum));
        if (outcome.found()) {
            row.found++;
        } else {
            missed.add("Case %d, %s: %s".formatted(number, way.name(), outcome.words()));
        }
    }

    /** Every way had an effect at least once, and every effect was found. */
    boolean good() {
        return missed.isEmpty() && rows.values().stream().allMatch(row -> row.found > 0);
    }

    List<String> missed() {
        return missed;
    }

    String json() {
        return Json.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(rows.entrySet().stream()
                        .map(each -> new Entry(
                                each.getKey(),
                                each.getValue().cases,
                                each.getValue().found,
                                each.getValue().inconclusive,
                                each.getValue().by))
                        .toList());
    }

    /** For people, in Markdown. */
    String table() {
        List<String> used = FINDERS.stream()
                .filter(finder -> rows.values().stream().anyMatch(row -> row.by.containsKey(finder)))
                .toList();
        StringBuilder table = new StringBuilder("| Tampering | Cases | Found | No effect | ")
                .append(String.join(" | ", used))
                .append(" |\n|---|")
                .append("---|".repeat(used.size() + 3))
                .append('\n');
        rows.forEach((name, row) -> table.append(line(name, row, used)));
        Row all = new Row();
        rows.values().forEach(row -> {
            all.cases += row.cases;
            all.found += row.found;
            all.inconclusive += row.inconclusive;
            row.by.forEach((finder, times) -> all.by.merge(finder, times, Integer::sum));
        });
        table.append(line("together", all, used));
        missed.forEach(each -> table.append("Not found. ").append(each).append('\n'));
        return table.toString();
    }

    private static String line(String name, Row row, List<String> used) {
        return "| %s | %d | %d | %d | %s |%n"
                .formatted(
                        name,
                        row.cases,
                        row.found,
                        row.inconclusive,
                        used.stream()
                                .map(finder -> row.by.containsKey(finder) ? row.by.get(finder) + "" : "")
                                .collect(Collectors.joining(" | ")));
    }
}
