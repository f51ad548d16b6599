package org.tallystick.journeys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.tallystick.journeys.HtmlForm.Field;
import org.tallystick.journeys.HtmlForm.Kind;
import org.tallystick.journeys.PlainBrowser.Answer;

/**
 * Fills in forms as nobody should: one field at a time gets something that it is not made for, while the others stay as
 * they are shown, or have something that may fit. Each answer is judged by {@link BadInputJudge}.
 */
final class BadInput {

    private final PlainBrowser browser;
    private final String who;
    private final Random random;
    private final int valuesOfAField;
    private final Set<String> faults = new LinkedHashSet<>();
    private int sent;
    private int taken;

    /**
     * @param who how the report names the person
     * @param valuesOfAField how many values each field gets
     */
    BadInput(PlainBrowser browser, String who, long seed, int valuesOfAField) {
        this.browser = browser;
        this.who = who;
        this.random = new Random(seed);
        this.valuesOfAField = valuesOfAField;
    }

    /** What is wrong, each as "where as who: what". */
    Set<String> faults() {
        return faults;
    }

    /** How many forms were sent. */
    int sent() {
        return sent;
    }

    /** How many of them were taken. */
    int taken() {
        return taken;
    }

    /** Every field of a form gets hostile values. */
    void into(HtmlForm form) throws IOException, InterruptedException {
        Optional<HtmlForm> now = fresh(form);
        for (Field field : form.fields()) {
            if (field.kind() == Kind.BUTTON
                    || field.name().equals("_csrf")
                    || field.name().equals("key")) {
                continue;
            }
            for (Mutation mutation : mutations(field)) {
                if (now.isEmpty() || now.get().field(field.name()).isEmpty()) {
                    return;
                }
                now = one(now.get(), field, mutation);
            }
        }
    }

    /** What is done to a field. */
    private record Mutation(String name, Map<String, List<String>> values, List<byte[]> files) {}

    private List<Mutation> mutations(Field field) {
        List<Mutation> all = new ArrayList<>();
        if (field.kind() == Kind.FILE) {
            HostileValues.FILES.forEach(file -> all.add(new Mutation("a file", Map.of(), List.of(file))));
        } else {
            HostileValues.ALL.forEach(value ->
                    all.add(new Mutation(BadInputJudge.shown(value), Map.of(field.name(), List.of(value)), List.of())));
            all.add(new Mutation("nothing at all", Map.of(field.name(), List.of()), List.of()));
            all.add(new Mutation("twice", Map.of(field.name(), List.of("1", "2")), List.of()));
            all.add(new Mutation("something unknown beside it", Map.of("nobodyAskedThis", List.of("1")), List.of()));
        }
        if (field.name().endsWith("-day")) {
            String of = field.name().substring(0, field.name().length() - "-day".length());
            HostileValues.DAYS.forEach(day -> all.add(new Mutation(
                    "the day " + day,
                    Map.of(
                            of + "-day", List.of(day.get(0)),
                            of + "-month", List.of(day.get(1)),
                            of + "-year", List.of(day.get(2))),
                    List.of())));
        }
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(valuesOfAField, all.size()));
    }

    /** Sends a form with one field mutated; the form as it is afterwards, where it still is. */
    private Optional<HtmlForm> one(HtmlForm form, Field field, Mutation mutation)
            throws IOException, InterruptedException {
        Map<String, List<String>> fields = new LinkedHashMap<>(random.nextInt(4) == 0 ? form.asShown() : form.filled());
        fields.computeIfPresent("key", (_, _) -> List.of(UUID.randomUUID().toString()));
        List<Field> buttons = form.buttons();
        if (!buttons.isEmpty()) {
            Field button = buttons.get(random.nextInt(buttons.size()));
            fields.put(button.name(), button.shown());
        }
        fields.putAll(mutation.values());
        Answer answer = send(form, fields, mutation.files());
        String where =
                HtmlForm.withoutIds(form.action()) + " as " + who + ": " + field.name() + " = " + mutation.name();
        BadInputJudge.Verdict verdict = new BadInputJudge(form, field, mutation.values()).of(answer);
        verdict.faults().forEach(fault -> faults.add(where + ": " + fault));
        if (verdict.taken() && form.post()) {
            taken++;
            return fresh(form);
        }
        return Optional.of(form);
    }

    private Answer send(HtmlForm form, Map<String, List<String>> fields, List<byte[]> content)
            throws IOException, InterruptedException {
        sent++;
        if (!form.post()) {
            return browser.get(form.action().replaceAll("\\?.*", "") + "?" + PlainBrowser.encoded(fields));
        }
        List<String> files = form.fields().stream()
                .filter(field -> field.kind() == Kind.FILE)
                .map(Field::name)
                .toList();
        return form.multipart()
                ? browser.postWithFile(
                        form.action(), fields, files, content.isEmpty() ? new byte[0] : content.getFirst())
                : browser.post(form.action(), fields);
    }

    /** The form as the page shows it now. */
    private Optional<HtmlForm> fresh(HtmlForm form) throws IOException, InterruptedException {
        Answer page = browser.get(form.path());
        return HtmlForm.of(form.path(), page.body()).stream()
                .filter(one -> one.kind().equals(form.kind()))
                .findFirst();
    }

    /**
     * Sent twice it is done once; and from the page before, with something else in it, it is not done again. What is
     * only put aside for later is not done at all, and may be something else each time.
     */
    void twice(HtmlForm form) throws IOException, InterruptedException {
        Optional<HtmlForm> now = fresh(form);
        if (!form.post() || now.isEmpty() || now.get().field("key").isEmpty() || form.multipart()) {
            return;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>(now.get().filled());
        form.buttons().stream()
                .filter(button -> !button.shown().getFirst().matches("(add|remove)-.*|later"))
                .reduce((_, last) -> last)
                .ifPresent(button -> fields.put(button.name(), button.shown()));
        Answer first = send(form, fields, List.of());
        Answer second = send(form, fields, List.of());
        String where = HtmlForm.withoutIds(form.action()) + " as " + who + " sent twice: ";
        if (first.status() != second.status() || !first.location().equals(second.location())) {
            faults.add(where + first.status() + " " + first.location() + ", then " + second.status() + " "
                    + second.location());
        }
        if (first.redirect()) {
            taken++;
            back(now.get(), fields);
        }
    }

    /** Somebody goes back to the page before, changes a field and sends it again. */
    private void back(HtmlForm form, Map<String, List<String>> before) throws IOException, InterruptedException {
        Optional<Field> field = form.fields().stream().filter(Field::typed).findFirst();
        Map<String, List<String>> fields = new LinkedHashMap<>(before);
        field.ifPresent(typed -> fields.put(typed.name(), List.of("Something else")));
        if (field.isEmpty()) {
            fields.put("key", List.of(UUID.randomUUID().toString()));
        }
        Answer answer = send(form, fields, List.of());
        String where = HtmlForm.withoutIds(form.action()) + " as " + who + " from the page before: ";
        BadInputJudge judge = new BadInputJudge(form, field.orElse(form.fields().getFirst()), fields);
        judge.of(answer).faults().forEach(fault -> faults.add(where + fault));
        if (answer.redirect() && field.isPresent()) {
            faults.add(where + "another request under the same key was taken");
        }
    }
}
