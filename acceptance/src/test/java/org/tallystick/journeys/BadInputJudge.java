package org.tallystick.journeys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import org.tallystick.journeys.HtmlForm.Field;
import org.tallystick.journeys.HtmlForm.Kind;
import org.tallystick.journeys.PlainBrowser.Answer;

/** Whether the answer to a form with something wrong in one field is one that a person can go on with. */
final class BadInputJudge {

    private static final Pattern PROGRAM = Pattern.compile(
            "\\bat (org|java|jakarta)\\.|\\b(org\\.tallystick|org\\.springframework|java\\.lang|tools\\.jackson)\\b"
                    + "|[A-Z]\\w{1,60}Exception\\b|Whitelabel|Idempotency|>null<");
    private static final Pattern SUMMARY = Pattern.compile("govuk-error-summary__list\">(.*?)</ul>", Pattern.DOTALL);
    private static final Pattern ITEM =
            Pattern.compile("<li[^>]*>\\s*(<a href=\"#([^\"]*)\"[^>]*>|<span>)(.*?)</", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");
    private static final Pattern SCRIPTS = Pattern.compile("<script>|<img src=x");

    private final HtmlForm form;
    private final Field field;
    private final Map<String, List<String>> typed;

    BadInputJudge(HtmlForm form, Field field, Map<String, List<String>> typed) {
        this.form = form;
        this.field = field;
        this.typed = typed;
    }

    /** What is wrong with an answer, and whether it says that the form was taken. */
    record Verdict(boolean taken, List<String> faults) {}

    Verdict of(Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500) {
            return new Verdict(false, List.of("status " + answer.status()));
        }
        if (answer.redirect()) {
            if (answer.location().matches("/(log-in|error).*")) {
                faults.add("leads to " + answer.location());
            }
            return new Verdict(true, faults);
        }
        faults.addAll(faults(answer));
        if (!answer.html()) {
            return new Verdict(true, faults);
        }
        Matcher summary = SUMMARY.matcher(answer.body());
        if (summary.find()) {
            if (field.kind() == Kind.HIDDEN) {
                // Nobody typed it, so there is no place to lead to, and nothing to keep.
                return new Verdict(false, faults);
            }
            refused(answer, summary.group(1), faults);
            return new Verdict(false, faults);
        }
        if (form.post() && answer.status() >= 400 && somethingTyped() && !reads(answer)) {
            faults.add("what was typed is lost: status " + answer.status() + ", " + heading(answer.body()));
        }
        return new Verdict(answer.status() < 400, faults);
    }

    /** What no answer may be, whatever was asked for. */
    static List<String> faults(Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500) {
            faults.add("status " + answer.status());
        }
        if (answer.html()) {
            Matcher program = PROGRAM.matcher(answer.body());
            if (program.find()) {
                faults.add("words of programs: " + around(answer.body(), program.start()));
            }
            Matcher script = SCRIPTS.matcher(answer.body());
            if (script.find()) {
                faults.add("not escaped: " + around(answer.body(), script.start()));
            }
        }
        return faults;
    }

    private void refused(Answer answer, String list, List<String> faults) {
        Set<String> ids = new HashSet<>();
        ID.matcher(answer.body()).results().forEach(id -> ids.add(id.group(1)));
        Matcher item = ITEM.matcher(list);
        boolean any = false;
        while (item.find()) {
            any = true;
            String said = HtmlUtils.htmlUnescape(item.group(3));
            if (item.group(2) != null && !ids.contains(HtmlUtils.htmlUnescape(item.group(2)))) {
                faults.add("leads nowhere: #" + item.group(2) + " (" + shown(said) + ")");
            }
            if (item.group(2) == null && said.contains("Correct the field that is named")) {
                faults.add("names no field: " + shown(said));
            }
        }
        if (!any) {
            faults.add("an empty summary");
        }
        if (form.post()) {
            kept(answer, faults);
        }
    }

    private void kept(Answer answer, List<String> faults) {
        List<HtmlForm> forms = HtmlForm.of(form.path(), answer.body());
        typed.forEach((name, values) -> {
            boolean aLine = form.field(name).filter(Field::typed).isPresent();
            if (!aLine || values.size() != 1 || values.getFirst().startsWith(HostileValues.RAW)) {
                return;
            }
            String wanted = bare(values.getFirst());
            boolean there = forms.stream()
                    .flatMap(one -> one.field(name).stream())
                    .anyMatch(one ->
                            one.shown().stream().anyMatch(value -> bare(value).equals(wanted)));
            if (!there) {
                faults.add("not kept: " + shown(wanted));
            }
        });
    }

    /** Whether the page shows what was typed, so that it can be copied. */
    private boolean reads(Answer answer) {
        String page = bare(HtmlUtils.htmlUnescape(answer.body()));
        return typed.getOrDefault(field.name(), List.of()).stream()
                .filter(value -> !value.startsWith(HostileValues.RAW))
                .allMatch(value -> page.contains(bare(value)));
    }

    private boolean somethingTyped() {
        return field.kind() != Kind.HIDDEN && form.fields().stream().anyMatch(Field::typed);
    }

    /** What of a text can be seen. */
    private static String bare(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\r\\n]]+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    static String shown(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "·");
        return "“" + (printable.length() > 60 ? printable.substring(0, 60) + "…" : printable) + "”";
    }

    private static String heading(String html) {
        Matcher heading = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL).matcher(html);
        return heading.find() ? shown(heading.group(1).replaceAll("<[^>]+>", "").strip()) : "no heading";
    }

    private static String around(String text, int at) {
        return shown(text.substring(Math.max(0, at - 25), Math.min(text.length(), at + 35)));
    }
}
