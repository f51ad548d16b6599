package org.tallystick.platform;

import static org.tallystick.platform.JsonSchemas.map;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The REST interface as an OpenAPI 3.1 document: every command and every query with its schema, its roles and, for
 * commands, an example. Made from {@link Commands}, {@link Resources} and {@link Access}, so it cannot fall behind
 * them.
 */
public final class OpenApiDocument {

    private final JsonSchemas schemas = new JsonSchemas();

    private OpenApiDocument() {}

    /** The document, to be written as JSON. */
    public static Map<String, Object> create() {
        return new OpenApiDocument().document();
    }

    private Map<String, Object> document() {
        Map<String, Object> paths = new LinkedHashMap<>();
        Commands.all().forEach((name, command) -> paths.put("/api/commands/" + name, map("post", command(command))));
        Resources.all().forEach((query, path) -> paths.put(path, map("get", query(query, path))));
        return map(
                "openapi",
                "3.1.0",
                "info",
                map(
                        "title",
                        "Tallystick",
                        "version",
                        "1",
                        "description",
                        "Grants as a history that loses nothing. Commands change, resources are read. All money is in "
                                + "pence, all dates are days in the United Kingdom."),
                "security",
                List.of(map("bearer", List.of()), map("demo", List.of())),
                "paths",
                paths,
                "components",
                OpenApiComponents.of(schemas));
    }

    private Map<String, Object> command(Class<? extends Command> command) {
        Map<String, Object> operation = operation(command);
        operation.put("parameters", List.of(map("$ref", "#/components/parameters/IdempotencyKey")));
        Map<String, Object> body = map("schema", schemas.ofRequest(command));
        body.put("example", Json.mapper().convertValue(Samples.of(command), Map.class));
        operation.put("requestBody", map("required", true, "content", map("application/json", body)));
        operation.put("responses", responses("The event is in the log.", schemas.ofAnswer(Receipt.class), List.of()));
        return operation;
    }

    private Map<String, Object> query(Class<? extends Query<?>> query, String path) {
        Map<String, Object> operation = operation(query);
        List<Object> parameters = new ArrayList<>();
        for (RecordComponent component : query.getRecordComponents()) {
            boolean inPath = path.contains("{" + component.getName() + "}");
            boolean required = inPath || (!component.getType().isPrimitive() && JsonSchemas.required(query, component));
            parameters.add(map(
                    "name",
                    component.getName(),
                    "in",
                    inPath ? "path" : "query",
                    "required",
                    required,
                    "schema",
                    schemas.ofRequest(component.getGenericType())));
        }
        parameters.add(map("$ref", "#/components/parameters/After"));
        if (Access.rolesOf(query).contains(Role.AUDITOR)) {
            parameters.add(map("$ref", "#/components/parameters/Replay"));
        }
        operation.put("parameters", parameters);
        boolean file = StreamedQuery.class.isAssignableFrom(query);
        operation.put(
                "responses",
                file
                        ? responses("The file.", map("type", "string"), mediaTypes(query))
                        : responses("The answer.", schemas.ofAnswer(answerOf(query)), List.of()));
        return operation;
    }

    private static Map<String, Object> operation(Class<?> message) {
        List<String> roles =
                Access.rolesOf(message).stream().sorted().map(Role::words).toList();
        Map<String, Object> operation = map(
                "operationId",
                message.getSimpleName(),
                "summary",
                words(message.getSimpleName()),
                "tags",
                List.of(message.getPackageName()
                        .substring(message.getPackageName().lastIndexOf('.') + 1)),
                "description",
                "For: " + String.join(", ", roles) + ".");
        if (Access.rolesOf(message).contains(Role.PUBLIC)) {
            operation.put("security", List.of(map(), map("bearer", List.of()), map("demo", List.of())));
        }
        return operation;
    }

    /** "CommitAward" as "Commit award". */
    static String words(String name) {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static Map<String, Object> responses(String words, Map<String, Object> schema, List<String> mediaTypes) {
        Map<String, Object> content = new LinkedHashMap<>();
        (mediaTypes.isEmpty() ? List.of("application/json") : mediaTypes)
                .forEach(type -> content.put(type, map("schema", schema)));
        Map<String, Object> refused = map("$ref", "#/components/responses/Refused");
        return map("200", map("description", words, "content", content), "4XX", refused, "503", refused);
    }

    /** The media types a file may have: one per choice of the query's enum, if it has one. */
    private static List<String> mediaTypes(Class<?> query) {
        RecordComponent[] components = query.getRecordComponents();
        for (int choice = 0; choice < components.length; choice++) {
            if (components[choice].getType().isEnum()) {
                return mediaTypes(query, components[choice].getType(), choice);
            }
        }
        return List.of(((StreamedQuery) Samples.of(query)).mediaType());
    }

    private static List<String> mediaTypes(Class<?> query, Class<?> choices, int choice) {
        List<String> types = new ArrayList<>();
        for (Object constant : choices.getEnumConstants()) {
            @Nullable Object[] values = new @Nullable Object[query.getRecordComponents().length];
            values[choice] = constant;
            types.add(((StreamedQuery) Samples.build(query, values)).mediaType());
        }
        return types;
    }

    /** What a query answers with: the argument it gives to {@link Query}. */
    static Type answerOf(Class<?> query) {
        return Arrays.stream(query.getGenericInterfaces())
                .filter(type -> type instanceof ParameterizedType generic && generic.getRawType() == Query.class)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(query.getName() + " is no query."));
    }
}
