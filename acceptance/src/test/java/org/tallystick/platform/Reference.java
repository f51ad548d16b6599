package org.tallystick.platform;

import static org.tallystick.platform.Markdown.code;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of docs/reference that are written from the code, by their names. */
final class Reference {

    private final SourceDocs docs = SourceDocs.read(SourceTree.ROOT.resolve("shared-kernel/src/main/java"));

    /** All pages but the database's, which needs one. */
    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("commands.md", commands());
        pages.put("events.md", events());
        pages.put("queries.md", queries());
        pages.put("refusals.md", refusals());
        pages.put("roles.md", roles());
        pages.put("states.md", StatesPage.write(docs));
        pages.put("settings.md", settings());
        pages.put(
                "openapi.json",
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(OpenApiDocument.create()) + "\n");
        return pages;
    }

    private String commands() {
        Markdown page = new Markdown(
                "Commands",
                "Everything that can be asked for. Each is sent as JSON to `POST /api/commands/{name}` with an "
                        + "`Idempotency-Key` header; the answer says at which position of the history "
                        + "it is and what it is "
                        + "about. Sums are in pence. [openapi.json](openapi.json) has the schemas and examples, "
                        + "[refusals.md](refusals.md) what may be wrong, [roles.md](roles.md) the roles in one table.");
        Set<Class<?>> parts = new LinkedHashSet<>();
        for (Class<? extends Command> root : Commands.ROOTS) {
            page.section(domainOf(root)).paragraph(docs.of(root));
            for (Class<?> command : SealedTypes.leavesOf(root)) {
                page.part(command.getSimpleName()).paragraph(docs.of(command));
                page.paragraph("For: " + Markdown.roles(command) + "." + retry(command.asSubclass(Command.class)));
                fields(page, command, true, parts);
            }
        }
        return values(page, parts, true).toString();
    }

    private static String retry(Class<? extends Command> command) {
        return Samples.of(command).retriedOnConflict()
                ? ""
                : " Where somebody else changed the same thing at the same moment, it is refused with `conflict`.";
    }

    private String events() {
        Markdown page = new Markdown(
                "Events",
                "Everything that can have happened. Each is stored under the name below as JSON; the files in "
                        + "[events/](events) show every revision that was ever written, and a test "
                        + "reads them all. What "
                        + "has landed keeps its shape: a change is a new revision with an upcaster. Beside it, each "
                        + "event carries who acted, in which role and for which organisation, the reason where one was "
                        + "asked for, and the effective date where it differs from the day of recording.");
        Set<Class<?>> parts = new LinkedHashSet<>();
        for (Class<? extends Event> root : EventTypes.ROOTS) {
            page.section(domainOf(root)).paragraph(docs.of(root));
            for (Class<?> event : SealedTypes.leavesOf(root)) {
                String name = EventTypes.nameOf(event);
                String file = "events/" + name + "." + EventTypes.revisionOf(event) + ".json";
                page.part(name).paragraph(docs.of(event));
                page.paragraph("Revision " + EventTypes.revisionOf(event) + ": [example](" + file + ")."
                        + (ClaimsUnique.class.isAssignableFrom(event) ? " Claims identifiers for itself alone." : ""));
                fields(page, event, false, parts);
            }
        }
        return values(page, parts, false).toString();
    }

    private String queries() {
        Markdown page = new Markdown(
                "Queries",
                "Everything that can be asked, with its address. `?after=POSITION` goes with each: the answer then "
                        + "waits, up to a bound, until it has got as far as that position. Lists come in pages: `page` "
                        + "counts from 1, `size` is 50 where nothing is said and at most " + Paged.MOST + ".");
        Resources.all().forEach((query, path) -> {
            page.section("GET " + path).paragraph(docs.of(query)).paragraph("For: " + Markdown.roles(query) + ".");
            List<List<String>> rows = Arrays.stream(query.getRecordComponents())
                    .map(component -> List.of(
                            code(component.getName()),
                            path.contains("{" + component.getName() + "}") ? "part of the address" : "parameter",
                            typeOf(component.getGenericType(), new LinkedHashSet<>()),
                            docs.of(query, component.getName())))
                    .toList();
            page.table(List.of("Name", "Where", "Type", ""), rows);
            boolean file = StreamedQuery.class.isAssignableFrom(query);
            page.paragraph("Answers with " + (file ? "a file" : code(name(OpenApiDocument.answerOf(query)))) + ".");
        });
        return page.toString();
    }

    private static String refusals() {
        Markdown page = new Markdown(
                "Refusals",
                "A request that is refused changes nothing and is answered with RFC 9457 problem details: `code`, the "
                        + "sentence in `detail`, what to do in `whatToDo`, and the `field` where one is "
                        + "at fault. The codes "
                        + "are stable.");
        List<List<String>> rows = Arrays.stream(Refusal.values())
                .map(refusal -> List.of(code(refusal.code()), String.valueOf(refusal.status()), refusal.whatToDo()))
                .toList();
        return page.table(List.of("Code", "HTTP status", "What to do"), rows).toString();
    }

    private static String roles() {
        List<Role> columns = Arrays.stream(Role.values())
                .filter(role ->
                        messages().stream().anyMatch(m -> Access.rolesOf(m).contains(role)))
                .toList();
        Markdown page = new Markdown(
                "Roles",
                "Who may send which command and ask which query. What is not here is refused. Whose organisation it "
                        + "must be is decided beyond this, by the facts.");
        List<String> head = new ArrayList<>(List.of("Command or query"));
        columns.forEach(role -> head.add(role.words()));
        List<List<String>> rows = new ArrayList<>();
        for (Class<?> message : messages()) {
            List<String> row = new ArrayList<>(List.of(message.getSimpleName()));
            columns.forEach(role -> row.add(Access.rolesOf(message).contains(role) ? "yes" : ""));
            rows.add(row);
        }
        return page.table(head, rows).toString();
    }

    private static String settings() {
        Markdown page = new Markdown(
                "Settings",
                "Environment variables, all checked before anything starts; what is wrong is said in a sentence each.");
        List<List<String>> rows = Arrays.stream(Setting.values())
                .map(setting -> List.of(
                        code(setting.variable()),
                        setting.standard().isEmpty() ? "" : code(setting.standard()),
                        setting.meaning()))
                .toList();
        return page.table(List.of("Variable", "Without it", "What it is for"), rows)
                .toString();
    }

    private static List<Class<?>> messages() {
        List<Class<?>> messages = new ArrayList<>();
        Commands.ROOTS.forEach(root -> messages.addAll(SealedTypes.leavesOf(root)));
        messages.addAll(Resources.all().keySet());
        return messages;
    }

    private static String domainOf(Class<?> root) {
        return root.getPackageName().substring(root.getPackageName().lastIndexOf('.') + 1);
    }

    private Markdown values(Markdown page, Set<Class<?>> parts, boolean request) {
        page.section("Values in them");
        List<Class<?>> open = new ArrayList<>(parts);
        for (int i = 0; i < open.size(); i++) {
            Class<?> part = open.get(i);
            Set<Class<?>> within = new LinkedHashSet<>();
            page.part(name(part)).paragraph(docs.of(part));
            if (part.isEnum()) {
                page.paragraph("One of: "
                        + Arrays.stream(part.getEnumConstants())
                                .map(constant -> code(((Enum<?>) constant).name()))
                                .collect(Collectors.joining(", "))
                        + ".");
            } else if (part != FinancialYear.class) {
                fields(page, part, request, within);
            }
            within.stream().filter(found -> !open.contains(found)).forEach(open::add);
        }
        return page;
    }

    private void fields(Markdown page, Class<?> record, boolean request, Set<Class<?>> parts) {
        List<List<String>> rows = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            boolean there = request ? JsonSchemas.required(record, component) : !JsonSchemas.mayBeNull(component);
            rows.add(List.of(
                    code(component.getName()),
                    typeOf(component.getGenericType(), parts),
                    there ? "" : "may be left out",
                    docs.of(record, component.getName())));
        }
        page.table(List.of("Field", "Type", "", ""), rows);
    }

    private static String typeOf(Type type, Set<Class<?>> parts) {
        if (type instanceof ParameterizedType generic) {
            return "list of " + typeOf(generic.getActualTypeArguments()[0], parts);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() || plain.isEnum()) {
            parts.add(plain);
            return name(plain);
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "text";
            case "int", "long", "Long" -> "whole number";
            case "boolean" -> "true or false";
            case "LocalDate" -> "date";
            default -> plain.getSimpleName();
        };
    }

    private static String name(@Nullable Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType()) + " of " + name(generic.getActualTypeArguments()[0]);
        }
        Class<?> plain = type instanceof Class<?> found ? found : Object.class;
        Class<?> around = plain.getEnclosingClass();
        return around != null && around.isRecord()
                ? around.getSimpleName() + "." + plain.getSimpleName()
                : plain.getSimpleName();
    }
}
