package org.tallystick.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml starts: read from the file itself, so that it and the test can't drift apart. */
record Composed(Map<String, Object> file, Map<String, String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:[?-][^}]*)?}");

    static Composed read(Map<String, String> variables) throws IOException {
        return new Composed(new Yaml().load(Files.readString(Started.root().resolve("docker-compose.yml"))), variables);
    }

    /** The command of a service. */
    List<String> command(String service) {
        return part(part(file, "services"), service).get("command") instanceof List<?> words
                ? words.stream().map(Object::toString).toList()
                : List.of();
    }

    /** The environment of a service, with the names of other services replaced by where they really are. */
    Map<String, String> environment(String service, Map<String, String> places) {
        Map<String, String> environment = new LinkedHashMap<>();
        part(part(part(file, "services"), service), "environment").forEach((name, value) -> {
            String text = resolve(value.toString());
            for (Map.Entry<String, String> place : places.entrySet()) {
                text = text.replace(place.getKey(), place.getValue());
            }
            environment.put(name, text);
        });
        return environment;
    }

    /** How many of a service are started. */
    int replicas(String service) {
        Map<String, Object> description = part(part(file, "services"), service);
        return description.containsKey("deploy")
                ? ((Number) part(description, "deploy").getOrDefault("replicas", 1)).intValue()
                : 1;
    }

    /** The statements that set the database up. */
    String databaseSetUp() {
        return resolve(String.valueOf(part(part(file, "configs"), "database").get("content")));
    }

    private String resolve(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String name, @Nullable String otherwise) {
        String value = variables.get(name);
        if (value != null) {
            return value;
        }
        if (otherwise == null || !otherwise.startsWith(":-")) {
            throw new IllegalStateException("docker-compose.yml wants " + name + ", which operating.md must name.");
        }
        return otherwise.substring(2);
    }

    private static Map<String, Object> part(Map<String, Object> of, String name) {
        Map<String, Object> part = new HashMap<>();
        if (of.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> part.put(key.toString(), value));
        }
        return part;
    }
}
