package org.tallystick.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes query records from the parts and parameters of an address, strictly. */
final class QueryBinder {

    /** The parameters that go with every query. */
    static final String AFTER = "after";

    private static final String REPLAY = "replay";

    private QueryBinder() {}

    /**
     * The query that an address asks.
     *
     * @param path the address's own parts by name
     * @param parameters what stands behind its question mark
     * @throws Rejection that names the parameter, where one is unknown, given twice, or of the wrong kind
     */
    static Query<?> bind(Class<? extends Query<?>> type, Map<String, String> path, Map<String, String[]> parameters) {
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(components, path, parameters);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            if (components[i].getType() == List.class) {
                values[i] = texts(parameters.getOrDefault(name, new String[0]));
                continue;
            }
            String text = path.containsKey(name) ? path.get(name) : single(name, parameters);
            values[i] = value(components[i], text == null || text.isBlank() ? null : text.strip());
        }
        return make(type, components, values);
    }

    /** The position that the answer must have reached; 0 where none is asked for. */
    static long after(Map<String, String[]> parameters) {
        String text = single(AFTER, parameters);
        long after = text == null || text.isBlank() ? 0 : number(AFTER, text.strip(), Long.MAX_VALUE);
        if (after < 0) {
            throw Require.invalid(AFTER, "must not be below 0.");
        }
        return after;
    }

    /** The replay that is to answer; none for the live read models. */
    static Optional<String> replay(Map<String, String[]> parameters) {
        return Optional.ofNullable(single(REPLAY, parameters))
                .filter(text -> !text.isBlank())
                .map(text -> Require.id(text.strip(), REPLAY));
    }

    private static void refuseUnknown(
            RecordComponent[] components, Map<String, String> path, Map<String, String[]> parameters) {
        Set<String> known = Arrays.stream(components)
                .map(RecordComponent::getName)
                .filter(name -> !path.containsKey(name))
                .collect(Collectors.toSet());
        for (String name : parameters.keySet()) {
            if (!known.contains(name) && !name.equals(AFTER) && !name.equals(REPLAY)) {
                String shown = name.length() > 100 ? name.substring(0, 100) : name;
                throw Rejection.of(Refusal.MALFORMED, shown, shown + " is no parameter of this address.");
            }
        }
    }

    private static @Nullable String single(String name, Map<String, String[]> parameters) {
        String[] values = parameters.getOrDefault(name, new String[0]);
        if (values.length > 1) {
            throw Rejection.of(Refusal.MALFORMED, name, name + " is given more than once.");
        }
        return values.length == 0 ? null : values[0];
    }

    /** A list is one parameter, given as often as it has entries; blank ones are left out. */
    private static List<String> texts(String[] values) {
        return Arrays.stream(values)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static @Nullable Object value(RecordComponent component, @Nullable String text) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (text == null) {
            return absent(type);
        }
        if (type == String.class) {
            return text;
        }
        if (type == int.class || type == Integer.class) {
            return (int) number(name, text, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return number(name, text, Long.MAX_VALUE);
        }
        if (type == boolean.class) {
            return truth(name, text);
        }
        if (type == LocalDate.class) {
            return day(name, text);
        }
        if (type == FinancialYear.class) {
            return FinancialYear.parse(text);
        }
        if (type.isEnum()) {
            return word(name, type, text);
        }
        throw new IllegalStateException("No parameter can be a " + type.getSimpleName() + ".");
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == boolean.class ? false : null;
    }

    private static long number(String name, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (Math.abs(number) <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw Require.invalid(name, "must be a whole number of ordinary size.");
    }

    private static boolean truth(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Require.invalid(name, "must be true or false.");
        };
    }

    private static LocalDate day(String name, String text) {
        try {
            return Require.date(LocalDate.parse(text), name);
        } catch (DateTimeParseException noDay) {
            throw Require.invalid(name, "must be a day such as 2026-03-31.");
        }
    }

    private static Object word(String name, Class<?> type, String text) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        int found = words.indexOf(wanted);
        if (found < 0) {
            throw Require.invalid(
                    name,
                    "must be one of "
                            + words.stream()
                                    .map(word -> word.toLowerCase(Locale.ROOT).replace('_', '-'))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return type.getEnumConstants()[found];
    }

    private static Query<?> make(Class<? extends Query<?>> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Query<?>> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Rejection rejection) {
                throw rejection;
            }
            throw new IllegalStateException("A query could not be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every query is a public record", e);
        }
    }
}
