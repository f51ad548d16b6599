package org.tallystick.platform;

import static org.tallystick.platform.JsonSchemas.map;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the operations of the {@link OpenApiDocument} refer to: schemas, shared parameters, refusals, log-in. */
final class OpenApiComponents {

    private static final Map<String, Object> TEXT = map("type", "string");

    private OpenApiComponents() {}

    /** All of it, once every operation has put its schemas there. */
    static Map<String, Object> of(JsonSchemas schemas) {
        Map<String, Object> all = schemas.all();
        all.put("Refused", refused());
        return map(
                "schemas",
                all,
                "parameters",
                parameters(),
                "responses",
                map("Refused", refusedResponse()),
                "securitySchemes",
                securitySchemes());
    }

    private static Map<String, Object> parameters() {
        return map(
                "IdempotencyKey",
                map(
                        "name",
                        "Idempotency-Key",
                        "in",
                        "header",
                        "required",
                        true,
                        "description",
                        "Any text of your own: the same request sent again under it gets the same answer.",
                        "schema",
                        map("type", "string", "minLength", 1, "maxLength", 100)),
                "After",
                map(
                        "name",
                        "after",
                        "in",
                        "query",
                        "required",
                        false,
                        "description",
                        "Waits, up to a bound, until the answer has got as far as this position.",
                        "schema",
                        map("type", "integer", "format", "int64", "minimum", 0)),
                "Replay",
                map(
                        "name",
                        "replay",
                        "in",
                        "query",
                        "required",
                        false,
                        "description",
                        "For auditors: the answer as it was at the point in time of this replay of everything.",
                        "schema",
                        map("type", "string", "minLength", 1, "maxLength", 100)));
    }

    private static Map<String, Object> refusedResponse() {
        return map(
                "description",
                "Refused; nothing was changed.",
                "content",
                map("application/problem+json", map("schema", map("$ref", "#/components/schemas/Refused"))));
    }

    private static Map<String, Object> refused() {
        List<String> codes = Arrays.stream(Refusal.values()).map(Refusal::code).toList();
        Map<String, Object> code = map("type", "string", "enum", codes);
        Map<String, Object> properties =
                map("type", TEXT, "title", TEXT, "status", map("type", "integer"), "code", code, "detail", TEXT);
        properties.put("whatToDo", TEXT);
        properties.put("field", TEXT);
        return map(
                "type",
                "object",
                "description",
                "RFC 9457 problem details with a stable code, what to do, and the field where one is at fault.",
                "properties",
                properties,
                "required",
                List.of("type", "title", "status", "code", "detail", "whatToDo"));
    }

    private static Map<String, Object> securitySchemes() {
        return map(
                "bearer",
                map("type", "http", "scheme", "bearer", "description", "A token of the configured issuer."),
                "demo",
                map("type", "http", "scheme", "basic", "description", "In the demo only."));
    }
}
