package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One form of one request: what was typed, kept as typed, and what is wrong with it. Templates read it through
 * fragments/forms.html; controllers read typed values from it and every fault is noted on the way:
 *
 * <pre>
 * String name = form.text("name", "Enter the name of the fund.");
 * Optional&lt;Long&gt; pence = form.pence("amount", "the amount received");
 * if (form.hasProblems()) return "fund/receive";   // the model attribute is named "form"
 * </pre>
 *
 * Not shared between threads.
 */
public final class Form {

    /**
     * One fault.
     *
     * @param field the field at fault, or empty for the form as a whole
     * @param message what to do about it
     */
    public record Problem(String field, String message) {}

    private static final String READ_VERSION = "readVersion";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Form() {}

    /** A form nobody has filled in yet. */
    public static Form empty() {
        return new Form();
    }

    /** What was sent: take it as {@code @RequestParam MultiValueMap<String, String>}. */
    public static Form of(Map<String, List<String>> sent) {
        Form form = new Form();
        sent.forEach((name, values) ->
                form.values.put(name, values.stream().map(Form::visible).toList()));
        return form;
    }

    /** Without control characters, which come along from where a text is copied: nobody sees them, or can mend them. */
    private static String visible(String typed) {
        return UNSEEN.matcher(typed).replaceAll("");
    }

    /** Fills a field in, as a start or from what is known already. */
    public Form put(String name, String value) {
        values.put(name, List.of(value));
        return this;
    }

    /** Says that the form has this field, also where nothing was sent of it, as of a box that was not ticked. */
    Form expect(String name) {
        if (!has(name)) {
            values.put(name, List.of());
        }
        return this;
    }

    /** Ticks several boxes of one name. */
    public Form putAll(String name, Collection<String> several) {
        values.put(name, List.copyOf(several));
        return this;
    }

    /** Fills in the three fields of a date. */
    public Form putDate(String name, LocalDate day) {
        put(name + "-day", String.valueOf(day.getDayOfMonth()));
        put(name + "-month", String.valueOf(day.getMonthValue()));
        return put(name + "-year", String.valueOf(day.getYear()));
    }

    /** Has the form say which version it was made from. */
    public Form putReadVersion(int version) {
        return put(READ_VERSION, String.valueOf(version));
    }

    /** The version it was made from: somebody may have saved another one since. 0 where it does not say. */
    public int readVersion() {
        String text = value(READ_VERSION);
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    }

    /** As typed, or empty. */
    public String value(String name) {
        List<String> several = values(name);
        return several.isEmpty() ? "" : several.getFirst();
    }

    /** All values of one name. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The names of all that was sent, in order: for a page that carries everything on unseen. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Whether that value was chosen. */
    public boolean chose(String name, String value) {
        return values(name).contains(value);
    }

    /** Text without blanks around it; empty is noted as a problem. */
    public String text(String name, String whenEmpty) {
        String text = value(name).strip();
        if (text.isEmpty()) {
            refuse(name, whenEmpty);
        }
        return text;
    }

    /** Text that may be empty. */
    public String optionalText(String name) {
        return value(name).strip();
    }

    /** Text of at most so many words; empty is noted as a problem. */
    public String words(String name, int most, String whenEmpty) {
        String text = text(name, whenEmpty);
        long words = countWords(text);
        if (words > most) {
            refuse(name, "Use %d words or fewer. You have written %d.".formatted(most, words));
        }
        return text;
    }

    /** A sum of money in pence; {@code what} is part of a sentence, such as "the amount received". */
    public Optional<Long> pence(String name, String what) {
        return MoneyText.parse(value(name), what).orTell(message -> refuse(name, message));
    }

    /** A day from three fields (name-day, name-month, name-year) or from one. */
    public Optional<LocalDate> date(String name, String what) {
        Typed<LocalDate> typed = values.containsKey(name)
                ? DateText.parse(value(name), what)
                : DateText.parse(value(name + "-day"), value(name + "-month"), value(name + "-year"), what);
        return typed.orTell(message -> refuse(name, message));
    }

    /** A moment in UK time, from a day in one field (name) and a time in another (name-time). */
    public Optional<Instant> moment(String name, String what) {
        Optional<LocalDate> day = DateText.parse(value(name), "the day " + what).orTell(told -> refuse(name, told));
        Optional<LocalTime> time =
                TimeText.parse(value(name + "-time"), "the time " + what).orTell(told -> refuse(name + "-time", told));
        if (day.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime moment = day.get().atTime(time.get());
        if (UkTime.ZONE.getRules().getValidOffsets(moment).isEmpty()) {
            refuse(
                    name + "-time",
                    "The clocks go forward then: there is no such time on that day. Choose 2am or later.");
            return Optional.empty();
        }
        return Optional.of(moment.atZone(UkTime.ZONE).toInstant());
    }

    /** Fills in the two fields of a moment. */
    public Form putMoment(String name, Instant moment, Words words) {
        put(name, words.date(moment));
        return put(name + "-time", TimeText.say(moment.atZone(UkTime.ZONE).toLocalTime()));
    }

    /** One of the choices; anything else is noted as a problem. */
    public <T> Optional<T> choice(String name, Collection<T> choices, Function<T, String> valueOf, String whenNone) {
        Optional<T> chosen = choices.stream()
                .filter(choice -> valueOf.apply(choice).equals(value(name)))
                .findFirst();
        if (chosen.isEmpty()) {
            refuse(name, whenNone);
        }
        return chosen;
    }

    /** Notes a fault. Only the first of a field is shown. */
    public Form refuse(String field, String message) {
        if (error(field).isEmpty() || field.isEmpty()) {
            problems.add(new Problem(field, message));
        }
        return this;
    }

    /** Notes the refusal of a command: beside the field it names if the form has that field, else at the top. */
    public Form refuse(Rejection rejection) {
        String field = rejection.field().filter(this::has).orElse("");
        String advice = field.isEmpty() ? " " + rejection.refusal().whatToDo() : "";
        return refuse(field, rejection.sentence() + advice);
    }

    /** What is wrong with a field, or empty. */
    public String error(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::message)
                .findFirst()
                .orElse("");
    }

    /** Whether anything is wrong. */
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** In the order of the checks, which is the order of the fields. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** As a person counts them. */
    public static long countWords(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private boolean has(String field) {
        return values.containsKey(field) || values.containsKey(field + "-day");
    }
}
