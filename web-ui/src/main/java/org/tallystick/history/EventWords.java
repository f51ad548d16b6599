package org.tallystick.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.FundWords;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.NameQuery.Kind;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.platform.Row;
import org.tallystick.platform.Words;

/** An event as a person reads it: its name as words, its fields as facts with links to what they name. */
public final class EventWords {

    private static final String PENCE = "Pence";
    private static final Set<String> PEOPLE = Set.of(
            "personId",
            "approverId",
            "payerId",
            "verifierId",
            "proposedBy",
            "confirmedBy",
            "challengedBy",
            "assessorId",
            "decidedBy");
    private static final String HIDDEN_FIELD = "accountNumber";
    private static final int DIGITS_SHOWN = 3;

    private final Words words;
    private final PersonNames people;
    private final Names names;

    /** Says days and sums as all pages do, and names what has a name. */
    EventWords(Words words, PersonNames people, Names names) {
        this.words = words;
        this.people = people;
        this.names = names;
    }

    /** "registry.OrganisationApplied" is "Organisation applied". */
    public static String title(String type) {
        return sentence(type.substring(type.lastIndexOf('.') + 1));
    }

    /** A role or state as it is stored, "APPLICANT_LEAD", in words. */
    public static String lower(Object stored) {
        return stored.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** In which role somebody acted; the operator is no person. */
    public static String role(String stored) {
        return stored.equals(Role.OPERATOR.name()) ? "Tallystick itself" : lower(stored);
    }

    /** The kind of thing whose id a field holds, if it holds one. */
    static Optional<Kind> kindOf(String field) {
        return switch (field) {
            case "organisationId",
                    "organisation",
                    "recipient",
                    "funder",
                    "holder",
                    "contributor",
                    "verifierOrganisationId",
                    "assessorOrganisationId" -> Optional.of(Kind.ORGANISATION);
            case "fundId" -> Optional.of(Kind.FUND);
            case "awardId" -> Optional.of(Kind.AWARD);
            case "callId" -> Optional.of(Kind.CALL);
            default -> Optional.empty();
        };
    }

    /** The page of what a field names; empty where there is no such page. */
    static String pageOf(String field, String id) {
        return kindOf(field)
                .map(kind -> switch (kind) {
                    case ORGANISATION -> "/organisations/" + id;
                    case FUND -> "/funds/" + id;
                    case AWARD -> "/awards/" + id;
                    case CALL -> "/calls/" + id;
                })
                .orElse("");
    }

    /** All ids of things with names in an event, however deep. */
    static Stream<String> ids(String field, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream().flatMap(part -> ids(part.getKey().toString(), part.getValue()));
            case List<?> list -> list.stream().flatMap(item -> ids(field, item));
            case String id -> kindOf(field).map(_ -> id).stream();
            case null, default -> Stream.empty();
        };
    }

    /** What a field's id is the id of, by name; the id itself where no name is known. */
    String named(String field, String id) {
        return kindOf(field)
                .map(kind -> switch (kind) {
                    case ORGANISATION -> names.organisation(id);
                    case FUND -> names.fund(id);
                    case AWARD -> names.awardInFull(id);
                    case CALL -> names.call(id);
                })
                .orElse(id);
    }

    /** All that an event says, a row each; a list of records is a row for each of them. */
    List<Row> facts(Map<String, Object> payload) {
        List<Row> rows = new ArrayList<>();
        payload.forEach((field, value) -> add(rows, "", field, value));
        return rows;
    }

    /** A fact that an event says otherwise than an earlier one did; empty where one of them does not say it. */
    record Otherwise(String key, String before, String after) {}

    /** What a later event says otherwise than an earlier one. */
    List<Otherwise> otherwise(Map<String, Object> earlier, Map<String, Object> later) {
        Map<String, String> before = byKey(facts(earlier));
        Map<String, String> after = byKey(facts(later));
        Map<String, String> beforeShown = byKey(facts(shown(earlier)));
        Map<String, String> afterShown = byKey(facts(shown(later)));
        return Stream.concat(after.keySet().stream(), before.keySet().stream())
                .distinct()
                .filter(key -> !before.getOrDefault(key, "").equals(after.getOrDefault(key, "")))
                .map(key -> new Otherwise(key, beforeShown.getOrDefault(key, ""), afterShown.getOrDefault(key, "")))
                .toList();
    }

    private static Map<String, String> byKey(List<Row> facts) {
        Map<String, String> values = new LinkedHashMap<>();
        facts.forEach(fact -> values.put(fact.key(), fact.value()));
        return values;
    }

    /** What an event says, as it is shown. */
    @SuppressWarnings("unchecked") // what a map is made into is a map of the same keys
    static Map<String, Object> shown(Map<String, Object> payload) {
        return withoutAccountNumbers("", payload) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The same event without what nobody needs to read in full: account numbers but for their last digits. */
    private static @Nullable Object withoutAccountNumbers(String field, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, part) -> copy.put(key.toString(), withoutAccountNumbers(key.toString(), part)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(part -> withoutAccountNumbers(field, part)).toList();
            case String text
            when field.equals(HIDDEN_FIELD) -> "•••••" + text.substring(Math.max(0, text.length() - DIGITS_SHOWN));
            case null, default -> value;
        };
    }

    private void add(List<Row> rows, String before, String field, @Nullable Object value) {
        String key = before.isEmpty() ? sentence(name(field)) : before + ", " + lowerFirst(sentence(name(field)));
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((part, inner) -> add(rows, key, part.toString(), inner));
            case List<?> list
            when list.stream().anyMatch(Map.class::isInstance) -> {
                int count = 0;
                for (Object item : list) {
                    count++;
                    rows.add(Row.of(list.size() == 1 ? key : key + " " + count, inOneLine(item)));
                }
            }
            case List<?> list ->
                rows.add(
                        Row.of(key, list.stream().map(item -> text(field, item)).collect(Collectors.joining(", "))));
            default -> {
                String page = pageOf(field, value.toString());
                rows.add(new Row(key, text(field, value), page, page.isEmpty() ? "" : "Open"));
            }
        }
    }

    private String inOneLine(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return item.toString();
        }
        return map.entrySet().stream()
                .filter(part -> part.getValue() != null)
                .map(part -> sentence(name(part.getKey().toString())) + ": "
                        + (part.getValue() instanceof Map<?, ?>
                                ? inOneLine(part.getValue())
                                : text(part.getKey().toString(), part.getValue())))
                .collect(Collectors.joining("; "));
    }

    String text(String field, Object value) {
        if (field.endsWith(PENCE) && value instanceof Number pence) {
            return Pounds.of(pence.longValue());
        }
        if (field.endsWith("Percent")) {
            return value + "%";
        }
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        if (!(value instanceof String text)) {
            return value.toString();
        }
        if (kindOf(field).isPresent()) {
            String name = named(field, text);
            return name.equals(text) ? text : name + " (" + text + ")";
        }
        if (PEOPLE.contains(field)) {
            return people.of(text);
        }
        if (field.equals("financialYear")) {
            return text.replace('-', '–');
        }
        if (field.equals("restriction")) {
            return FundWords.restriction(text);
        }
        if (text.matches("[A-Z]+(_[A-Z]+)+|[A-Z]{4,}")) {
            return lower(text);
        }
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? words.date(LocalDate.parse(text))
                    : text.matches("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z") ? words.dateTime(Instant.parse(text)) : text;
        } catch (DateTimeParseException asWritten) {
            return text;
        }
    }

    private static String name(String field) {
        if (field.equals("slices")) {
            return "money";
        }
        return field.endsWith(PENCE)
                ? field.substring(0, field.length() - PENCE.length())
                : field.endsWith("Id") ? field.substring(0, field.length() - 2) : field;
    }

    private static String sentence(String camel) {
        String spaced = camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
