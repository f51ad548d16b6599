package org.tallystick.platform;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What commands, events and queries may be made of. */
final class MessageRules {

    /** Words of personal data. People are in the history by a pseudonymous id only. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?i).*(name|e?mail|phone|mobile|address|postcode|birth|gender|ethnic|nationality|religion|"
                    + "disab|surname|forename|passport|prisonNumber|insuranceNumber|contact).*");

    /** Names that sound personal and are not, each with why. */
    static final Map<String, String> NOT_PERSONAL = Map.of(
            "OrganisationApplied.name", "the organisation's own name",
            "OrganisationRenamed.name", "the organisation's own name",
            "FundOpened.name", "the fund's name",
            "OverheadPool.name", "the name of a shared cost",
            "Criterion.name", "what bids are judged by",
            "BankDetails.accountName", "the name of an organisation's account",
            "ReplayRequested.name", "what the replay is kept under");

    private MessageRules() {}

    /** Components that are floating-point numbers, however deep: money and shares are whole numbers. */
    static List<String> floatingPoint(Iterable<? extends Class<?>> records) {
        Set<String> kinds = Set.of("float", "double", "java.lang.Float", "java.lang.Double", "java.math.BigDecimal");
        return breaches(records, (component, type) -> kinds.contains(type.getTypeName()));
    }

    /** Components that sound like personal data and are not excused. */
    static List<String> personal(Iterable<? extends Class<?>> records) {
        return breaches(
                        records,
                        (component, _) -> PERSONAL.matcher(component.getName()).matches()
                                && !NOT_PERSONAL.containsKey(nameOf(component)))
                .stream()
                .distinct()
                .toList();
    }

    /** Sums that do not say their unit. */
    static List<String> unitless(Iterable<? extends Class<?>> records) {
        return breaches(
                records,
                (component, type) -> component.getName().matches("(?i).*(amount|sum|limit|cost|balance|total)")
                        && type == long.class);
    }

    /** The names of all components, however deep. */
    static List<String> components(Iterable<? extends Class<?>> records) {
        return breaches(records, (_, _) -> true);
    }

    private static List<String> breaches(
            Iterable<? extends Class<?>> records, BiPredicate<RecordComponent, Type> offends) {
        List<String> found = new ArrayList<>();
        Set<Class<?>> seen = new LinkedHashSet<>();
        records.forEach(record -> walk(record, offends, found, seen));
        return found;
    }

    private static void walk(
            Class<?> type, BiPredicate<RecordComponent, Type> offends, List<String> found, Set<Class<?>> seen) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            for (Type part : partsOf(component.getGenericType())) {
                if (offends.test(component, part)) {
                    found.add(nameOf(component));
                }
                if (part instanceof Class<?> nested) {
                    walk(nested, offends, found, seen);
                }
            }
        }
    }

    private static List<Type> partsOf(Type type) {
        return type instanceof ParameterizedType generic ? List.of(generic.getActualTypeArguments()) : List.of(type);
    }

    private static String nameOf(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
