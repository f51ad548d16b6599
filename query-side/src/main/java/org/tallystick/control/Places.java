package org.tallystick.control;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tallystick.ledger.Pounds;

/**
 * Sentences with places, as the SQL of a test makes them: {@code {pence:5000}}, {@code {day:2026-03-31}},
 * {@code {organisation:ID}} and {@code {award:ID}} become £50, 31 March 2026, a name and a title.
 */
final class Places {

    private static final Pattern PLACE = Pattern.compile("\\{(pence|day|organisation|award|call|fund):([^{}]*)}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final Map<String, String> NAMES = Map.of(
            "organisation", "SELECT organisation_id AS id, name FROM organisation WHERE organisation_id IN (:ids)",
            "award", "SELECT award_id AS id, title AS name FROM award WHERE award_id IN (:ids)",
            "call", "SELECT call_id AS id, title AS name FROM grant_call WHERE call_id IN (:ids)",
            "fund", "SELECT fund_id AS id, name FROM fund WHERE fund_id IN (:ids)");

    private final Map<String, Map<String, String>> names = new HashMap<>();

    private Places() {}

    /** With the names of all that the sentences mention, read from the schema the connection is in. */
    static Places of(DataSource source, Collection<String> sentences) {
        Map<String, Set<String>> mentioned = new HashMap<>();
        for (String sentence : sentences) {
            PLACE.matcher(sentence)
                    .results()
                    .forEach(found -> mentioned
                            .computeIfAbsent(found.group(1), _ -> new HashSet<>())
                            .add(found.group(2)));
        }
        Places places = new Places();
        NAMES.forEach((kind, sql) -> {
            Set<String> ids = mentioned.getOrDefault(kind, Set.of());
            if (!ids.isEmpty()) {
                Map<String, String> found = places.names.computeIfAbsent(kind, _ -> new HashMap<>());
                JdbcClient.create(source).sql(sql).param("ids", ids).query(row -> {
                    found.put(row.getString("id"), row.getString("name"));
                });
            }
        });
        return places;
    }

    /** The sentence with its places filled; an id that has no name stands for itself. */
    String filled(String sentence) {
        return PLACE.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(text(found)));
    }

    private String text(MatchResult found) {
        String value = found.group(2);
        return switch (found.group(1)) {
            case "pence" -> Pounds.of(Long.parseLong(value));
            case "day" -> DAY.format(LocalDate.parse(value));
            default -> names.getOrDefault(found.group(1), Map.of()).getOrDefault(value, value);
        };
    }
}
