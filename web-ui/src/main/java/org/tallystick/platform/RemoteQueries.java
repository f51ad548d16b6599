package org.tallystick.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** Queries to a query side in another process, at the addresses of {@link Resources}. */
record RemoteQueries(RemoteSide side, @Nullable String replay) implements QueryPort {

    @Override
    public QueryPort at(String replayId) {
        return new RemoteQueries(side, replayId);
    }

    @Override
    public <R> R ask(Query<R> query, Actor actor, long after) {
        try (InputStream answer = side.send(
                side.request(inReplay(address(query, after)), actor).GET().build())) {
            return Json.mapper().readValue(answer.readAllBytes(), answerType(query));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void write(StreamedQuery query, Actor actor, long after, OutputStream out) throws IOException {
        try (InputStream answer = side.send(
                side.request(inReplay(address(query, after)), actor).GET().build())) {
            answer.transferTo(out);
        }
    }

    private String inReplay(String address) {
        return replay == null ? address : address + (address.contains("?") ? "&" : "?") + "replay=" + replay;
    }

    /** The query's address with its components as path variables and parameters; a list is a parameter many times. */
    static String address(Query<?> query, long after) {
        String path = Resources.pathOf(query.getClass());
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        java.util.Map<String, String> variables = new java.util.HashMap<>();
        JsonNode components = Json.mapper().valueToTree(query);
        components
                .propertyStream()
                .filter(component -> !component.getValue().isNull())
                .forEach(component -> {
                    String name = component.getKey();
                    List<JsonNode> values = component.getValue().isArray()
                            ? component.getValue().valueStream().toList()
                            : List.of(component.getValue());
                    for (int i = 0; i < values.size(); i++) {
                        String variable = i == 0 ? name : name + i;
                        variables.put(variable, values.get(i).asString());
                        if (!path.contains("{" + name + "}")) {
                            address.queryParam(name, "{" + variable + "}");
                        }
                    }
                });
        if (after > 0) {
            address.queryParam("after", after);
        }
        return address.encode().buildAndExpand(variables).toUriString();
    }

    private static JavaType answerType(Query<?> query) {
        Type answer = Arrays.stream(query.getClass().getGenericInterfaces())
                .filter(type ->
                        type instanceof ParameterizedType parameterized && parameterized.getRawType() == Query.class)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
        return Json.mapper().getTypeFactory().constructType(answer);
    }
}
