package org.tallystick.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON schemas (2020-12, as OpenAPI 3.1 has them) of records, found by walking their components. Each record becomes
 * one named schema that others refer to.
 */
final class JsonSchemas {

    private static final String HOME = "#/components/schemas/";

    private final Map<String, Object> schemas = new TreeMap<>();
    private final Map<String, Type> owners = new HashMap<>();

    /** The schemas met so far, by name. */
    Map<String, Object> all() {
        return schemas;
    }

    /**
     * The schema of something that is sent to us: whether a component is required is what its record says when asked.
     */
    Map<String, Object> ofRequest(Type type) {
        return of(type, true);
    }

    /** The schema of an answer: all is there that isn't marked as perhaps null. */
    Map<String, Object> ofAnswer(Type type) {
        return of(type, false);
    }

    /** Whether a request must have this component: its record refuses to be made without it. */
    static boolean required(Class<?> record, RecordComponent component) {
        if (mayBeNull(component)) {
            return false;
        }
        if (component.getType().isPrimitive()) {
            return true;
        }
        @Nullable Object[] values = Samples.valuesOf(record);
        List<String> names = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        values[names.indexOf(component.getName())] = null;
        try {
            Samples.build(record, values);
            return false;
        } catch (Rejection | NullPointerException refused) {
            return true;
        }
    }

    static boolean mayBeNull(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Map<String, Object> of(Type type, boolean request) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == Map.class -> map("type", "object");
            case ParameterizedType generic
            when isCollection(generic.getRawType()) ->
                map("type", "array", "items", of(generic.getActualTypeArguments()[0], request));
            case ParameterizedType generic -> named(generic, (Class<?>) generic.getRawType(), request);
            case Class<?> plain when plain.isRecord() && valueMethod(plain) == null -> named(plain, plain, request);
            case Class<?> plain -> simple(plain);
            default -> throw new IllegalStateException(type.getTypeName() + " has no schema.");
        };
    }

    private static boolean isCollection(Type raw) {
        return raw instanceof Class<?> plain && Collection.class.isAssignableFrom(plain);
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type.isEnum()) {
            return map("type", "string", "enum", names(type));
        }
        if (type == FinancialYear.class) {
            return map("type", "string", "pattern", "^\\d{4}-\\d{2}$", "examples", List.of("2026-27"));
        }
        return switch (type.getSimpleName()) {
            case "String" -> map("type", "string");
            case "boolean", "Boolean" -> map("type", "boolean");
            case "int", "Integer" -> map("type", "integer", "format", "int32");
            case "long", "Long" -> map("type", "integer", "format", "int64");
            case "LocalDate" -> map("type", "string", "format", "date");
            case "Instant" -> map("type", "string", "format", "date-time");
            default -> throw new IllegalStateException(type.getName() + " has no schema.");
        };
    }

    private static @Nullable RecordComponent valueMethod(Class<?> type) {
        boolean written =
                Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class));
        return written ? type.getRecordComponents()[0] : null;
    }

    private static List<String> names(Class<?> choice) {
        return Arrays.stream(choice.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }

    private Map<String, Object> named(Type type, Class<?> record, boolean request) {
        String name = nameOf(type);
        Type owner = owners.putIfAbsent(name, type);
        if (owner == null) {
            schemas.put(name, record(type, record, request));
        } else if (!owner.equals(type)) {
            throw new IllegalStateException("Two schemas would be called " + name + ".");
        }
        return map("$ref", HOME + name);
    }

    private Map<String, Object> record(Type type, Class<?> record, boolean request) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Map<String, Object> schema = of(resolved(type, record, component.getGenericType()), request);
            properties.put(component.getName(), mayBeNull(component) ? orNull(schema) : schema);
            if (request ? required(record, component) : !mayBeNull(component)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = map("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (request) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String one && !schema.containsKey("enum")) {
            Map<String, Object> either = new LinkedHashMap<>(schema);
            either.put("type", List.of(one, "null"));
            return either;
        }
        return map("anyOf", List.of(schema, map("type", "null")));
    }

    /** The component's type with the record's own type parameter, if it has one, filled in. */
    private static Type resolved(Type type, Class<?> record, Type component) {
        if (!(type instanceof ParameterizedType given)) {
            return component;
        }
        Type argument = given.getActualTypeArguments()[0];
        if (component.equals(record.getTypeParameters()[0])) {
            return argument;
        }
        return component instanceof ParameterizedType nested
                        && nested.getActualTypeArguments()[0].equals(record.getTypeParameters()[0])
                ? new ListOf(argument)
                : component;
    }

    private static String nameOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            return nameOf(generic.getRawType()) + nameOf(generic.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        Class<?> around = plain.getEnclosingClass();
        return around != null && around.isRecord()
                ? around.getSimpleName() + plain.getSimpleName()
                : plain.getSimpleName();
    }

    /** A map in the order of its pairs. */
    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** {@code List<element>}. */
    private record ListOf(Type element) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {element};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
