package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The document is whole: what it refers to is there, what it names is named once, what it shows can be sent. */
class OpenApiDocumentTest {

    private static final JsonNode DOCUMENT = Json.mapper().valueToTree(OpenApiDocument.create());

    static List<Class<? extends Command>> commands() {
        return List.copyOf(Commands.all().values());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_example_of_every_command_is_that_command(Class<? extends Command> command) {
        JsonNode example = body(command.getSimpleName()).get("example");

        Object read = Json.read(Json.mapper().writeValueAsBytes(example), command);

        assertThat(read).isEqualTo(Samples.of(command));
        assertThat(problems(example, body(command.getSimpleName()).get("schema")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void what_a_schema_requires_a_command_refuses_to_be_without(Class<? extends Command> command) {
        JsonNode schema =
                resolve(body(command.getSimpleName()).get("schema").get("$ref").asString());
        for (JsonNode required : schema.path("required")) {
            var without =
                    body(command.getSimpleName()).get("example").deepCopy().asObject();
            without.remove(required.asString());

            assertThatThrownBy(() -> Json.read(Json.mapper().writeValueAsBytes(without), command))
                    .as("%s without %s", command, required)
                    .isInstanceOf(Rejection.class);
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = DOCUMENT.findValuesAsString("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(resolve(reference).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        List<String> ids = DOCUMENT.findValuesAsString("operationId");

        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(Commands.all().size() + Resources.all().size());
    }

    @Test
    void every_part_of_an_address_is_a_parameter() {
        DOCUMENT.get("paths").propertyStream().forEach(path -> {
            Set<String> parts = new HashSet<>();
            path.getValue().path("get").path("parameters").forEach(parameter -> {
                if (parameter.path("in").asString("").equals("path")) {
                    parts.add("{" + parameter.get("name").asString() + "}");
                }
            });
            assertThat(path.getKey())
                    .satisfies(address -> assertThat(
                                    List.of(address.split("/")).stream().filter(part -> part.startsWith("{")))
                            .containsExactlyInAnyOrderElementsOf(parts));
        });
    }

    @Test
    void a_value_without_a_sample_is_named() {
        record Untold(String neverHeardOf) {}

        assertThatThrownBy(() -> Samples.of(Untold.class)).hasMessageContaining("Untold.neverHeardOf");
    }

    @Test
    void an_example_that_breaks_its_schema_is_noticed() {
        var example = body("SetDelegatedLimit").get("example").deepCopy().asObject();
        example.put("limitPence", "much").put("notKnown", 1);
        example.remove("personId");

        assertThat(problems(example, body("SetDelegatedLimit").get("schema")))
                .containsExactlyInAnyOrder("limitPence is no integer", "notKnown is not known", "personId is missing");
    }

    private static JsonNode body(String command) {
        return DOCUMENT.get("paths").get("/api/commands/" + command).at("/post/requestBody/content/application~1json");
    }

    private static JsonNode resolve(String reference) {
        return DOCUMENT.at(reference.substring(1));
    }

    /** What of an object does not fit its schema; goes as deep as the schemas of commands do. */
    private static List<String> problems(JsonNode value, JsonNode schema) {
        if (schema.has("$ref")) {
            return problems(value, resolve(schema.get("$ref").asString()));
        }
        List<String> problems = new ArrayList<>();
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                problems.add(name.asString() + " is missing");
            }
        });
        value.propertyStream().forEach(property -> {
            JsonNode declared = schema.path("properties").path(property.getKey());
            JsonNode expected = declared.has("anyOf") && !property.getValue().isNull()
                    ? declared.get("anyOf").get(0)
                    : declared;
            if (expected.isMissingNode()) {
                problems.add(property.getKey() + " is not known");
            } else if (expected.has("$ref")) {
                problems.addAll(problems(property.getValue(), expected));
            } else if (!fits(property.getValue(), expected)) {
                problems.add(
                        property.getKey() + " is no " + expected.path("type").asString());
            } else if (property.getValue().isArray()) {
                property.getValue().forEach(item -> problems.addAll(problems(item, expected.get("items"))));
            }
        });
        return problems;
    }

    private static boolean fits(JsonNode value, JsonNode schema) {
        String types = schema.path("type").toString();
        return switch (value.getNodeType()) {
            case STRING -> types.contains("string") && isAmong(value, schema.path("enum"));
            case NUMBER -> types.contains("integer") && value.isIntegralNumber();
            case BOOLEAN -> types.contains("boolean");
            case ARRAY -> types.contains("array");
            default -> false;
        };
    }

    private static boolean isAmong(JsonNode value, JsonNode choices) {
        return choices.isMissingNode() || choices.valueStream().anyMatch(value::equals);
    }
}
