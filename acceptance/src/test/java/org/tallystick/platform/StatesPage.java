package org.tallystick.platform;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state diagrams of the reference: one per {@link Lifecycle} of the shared kernel. */
final class StatesPage {

    private StatesPage() {}

    static String write(SourceDocs docs) {
        Markdown page = new Markdown(
                "States", "What can follow what. Aggregates refuse by these diagrams, and projections follow them.");
        lifecycles().forEach((states, lifecycle) -> {
            String noun = lifecycle.noun();
            page.section(Character.toUpperCase(noun.charAt(0)) + noun.substring(1));
            page.paragraph(docs.of(states)).block("mermaid", diagram(lifecycle));
        });
        return page.toString();
    }

    /** All lifecycles, by the enum that declares them, in the order of their files. */
    static Map<Class<?>, Lifecycle<?>> lifecycles() {
        Path sources = SourceTree.ROOT.resolve("shared-kernel/src/main/java");
        Map<Class<?>, Lifecycle<?>> found = new LinkedHashMap<>();
        SourceTree.javaFiles(sources).stream()
                .map(file -> sources.relativize(file).toString())
                .filter(file -> !file.endsWith("package-info.java"))
                .flatMap(file -> fields(file.replace(".java", "").replace('/', '.')))
                .forEach(field -> found.put(field.getDeclaringClass(), valueOf(field)));
        return found;
    }

    private static Stream<Field> fields(String type) {
        try {
            return Arrays.stream(Class.forName(type).getDeclaredFields())
                    .filter(field -> field.getType() == Lifecycle.class && Modifier.isStatic(field.getModifiers()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Lifecycle<?> valueOf(Field field) {
        try {
            return (Lifecycle<?>) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " must be public.", e);
        }
    }

    /** The lifecycle in the language of Mermaid, with one arrow for all events that lead the same way. */
    static String diagram(Lifecycle<?> lifecycle) {
        Map<String, String> arrows = new LinkedHashMap<>();
        for (Lifecycle.Transition<?> step : lifecycle.transitions()) {
            String way = state(step.from()) + " --> " + state(step.to());
            arrows.merge(way, step.event().getSimpleName(), (one, other) -> one + ", " + other);
        }
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        arrows.forEach((way, events) ->
                text.append("    ").append(way).append(": ").append(events).append('\n'));
        ends(lifecycle).forEach(end -> text.append("    ").append(end).append(" --> [*]\n"));
        return text.toString();
    }

    private static List<String> ends(Lifecycle<?> lifecycle) {
        List<?> left = lifecycle.transitions().stream()
                .filter(step -> step.from() != step.to())
                .map(Lifecycle.Transition::from)
                .filter(Objects::nonNull)
                .toList();
        return lifecycle.transitions().stream()
                .map(Lifecycle.Transition::to)
                .distinct()
                .filter(state -> !left.contains(state))
                .map(StatesPage::state)
                .toList();
    }

    private static String state(@Nullable Object state) {
        return state == null ? "[*]" : state.toString().toLowerCase(Locale.ROOT);
    }
}
