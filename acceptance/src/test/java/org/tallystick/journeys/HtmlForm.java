package org.tallystick.journeys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A form as it stands in a page, read without a browser.
 *
 * @param path the page it was found on
 * @param action where it goes
 * @param post whether it changes something
 * @param multipart whether it takes files
 * @param fields in their order; of radio buttons and boxes of one name, one
 */
record HtmlForm(String path, String action, boolean post, boolean multipart, List<Field> fields) {

    /** What has a figure in it, or stands after the name of what there are several of and is no fixed part. */
    static final Pattern IDS = Pattern.compile("/[^/?]*[0-9][^/?]*"
            + "|(?<=^/(funds|calls|bids|awards|organisations|assessments|funders|events))"
            + "/(?!(new|open|apply|choose|figures)\\b)[^/?]+");

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "<input\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>|<select\\b([^>]*)>(.*?)</select>|<button\\b([^>]*)>",
            Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)(?:\\s*=\\s*\"([^\"]*)\")?");

    /** What a field looks like. */
    enum Kind {
        LINE,
        TEXT,
        CHOICE,
        BOX,
        HIDDEN,
        FILE,
        BUTTON
    }

    /**
     * A field.
     *
     * @param shown what it has now
     * @param choices what can be chosen, where that is fixed
     * @param figures the kind of figures that it asks for: numeric, decimal, or none
     */
    record Field(String name, Kind kind, List<String> shown, List<String> choices, String figures) {

        boolean typed() {
            return kind == Kind.LINE || kind == Kind.TEXT;
        }

        /** Something that may well fit. */
        List<String> guess() {
            String first = shown.isEmpty() ? "" : shown.getFirst();
            if (!first.isBlank() || kind == Kind.HIDDEN) {
                return shown;
            }
            return switch (kind) {
                case LINE -> List.of(line());
                case TEXT -> List.of("Words that fit.");
                case CHOICE, BOX ->
                    choices.stream()
                            .filter(choice -> !choice.isBlank())
                            .limit(1)
                            .toList();
                default -> shown;
            };
        }

        private String line() {
            LocalDate day = LocalDate.now(org.tallystick.platform.UkTime.ZONE);
            if (name.endsWith("-day")) {
                return String.valueOf(day.getDayOfMonth());
            }
            if (name.endsWith("-month")) {
                return String.valueOf(day.getMonthValue());
            }
            if (name.endsWith("-year")) {
                return String.valueOf(day.getYear());
            }
            if (name.endsWith("-time")) {
                return "5pm";
            }
            if (name.matches(".*(At|By|On|From|until|from)")) {
                return day.plusDays(40).toString();
            }
            return switch (figures) {
                case "decimal" -> "120.50";
                case "numeric" -> "2";
                default -> "Words that fit";
            };
        }
    }

    /** All forms of a page but those that log in or out. */
    static List<HtmlForm> of(String path, String html) {
        List<HtmlForm> forms = new ArrayList<>();
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            Map<String, String> attributes = attributes(form.group(1));
            String action = attributes.getOrDefault("action", path);
            if (!action.startsWith("/log-")) {
                forms.add(new HtmlForm(
                        path,
                        action,
                        attributes.getOrDefault("method", "get").equalsIgnoreCase("post"),
                        attributes.getOrDefault("enctype", "").startsWith("multipart"),
                        fields(form.group(2))));
            }
        }
        return forms;
    }

    /** What a browser would send if somebody pressed the first button at once. */
    Map<String, List<String>> asShown() {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> field.kind() != Kind.BUTTON && field.kind() != Kind.FILE)
                .forEach(field -> sent.put(field.name(), field.shown()));
        return sent;
    }

    /** The same with something in every field. */
    Map<String, List<String>> filled() {
        Map<String, List<String>> sent = asShown();
        fields.stream()
                .filter(field -> sent.containsKey(field.name()))
                .forEach(field -> sent.put(field.name(), field.guess()));
        return sent;
    }

    /** The buttons that say something to the program. */
    List<Field> buttons() {
        return fields.stream().filter(field -> field.kind() == Kind.BUTTON).toList();
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The same form, whatever is in it. */
    String kind() {
        return withoutIds(action) + " "
                + fields.stream()
                        .map(field -> field.name().replaceAll("\\d+", "N"))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** An address without ids. */
    static String withoutIds(String address) {
        return IDS.matcher(address.replaceAll("\\?.*", "")).replaceAll("/X");
    }

    private static List<Field> fields(String html) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(html);
        while (control.find()) {
            Field field = control.group(1) != null
                    ? input(attributes(control.group(1)))
                    : control.group(2) != null
                            ? text(attributes(control.group(2)), control.group(3))
                            : control.group(4) != null
                                    ? select(attributes(control.group(4)), control.group(5))
                                    : button(attributes(control.group(6)));
            if (field.kind() == Kind.BUTTON) {
                fields.put(field.name() + "=" + field.shown(), field);
            } else {
                fields.merge(field.name(), field, HtmlForm::both);
            }
        }
        return fields.values().stream().filter(field -> !field.name().isEmpty()).toList();
    }

    private static Field both(Field one, Field other) {
        List<String> shown = new ArrayList<>(one.shown());
        shown.addAll(other.shown());
        List<String> choices = new ArrayList<>(one.choices());
        choices.addAll(other.choices());
        return new Field(one.name(), one.kind(), shown, choices, one.figures());
    }

    private static Field input(Map<String, String> attributes) {
        String value = attributes.getOrDefault("value", "");
        String name = attributes.getOrDefault("name", "");
        List<String> chosen = attributes.containsKey("checked") ? List.of(value) : List.of();
        return switch (attributes.getOrDefault("type", "text")) {
            case "radio" -> new Field(name, Kind.CHOICE, chosen, List.of(value), "");
            case "checkbox" -> new Field(name, Kind.BOX, chosen, List.of(value), "");
            case "hidden" -> new Field(name, Kind.HIDDEN, List.of(value), List.of(), "");
            case "file" -> new Field(name, Kind.FILE, List.of(), List.of(), "");
            case "submit" -> new Field(name, Kind.BUTTON, List.of(value), List.of(), "");
            default -> new Field(name, Kind.LINE, List.of(value), List.of(), attributes.getOrDefault("inputmode", ""));
        };
    }

    private static Field text(Map<String, String> attributes, String content) {
        // A browser drops the first line break.
        String value = HtmlUtils.htmlUnescape(content).replaceFirst("^\\r?\\n", "");
        return new Field(attributes.getOrDefault("name", ""), Kind.TEXT, List.of(value), List.of(), "");
    }

    private static Field select(Map<String, String> attributes, String content) {
        List<String> choices = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        Matcher option = OPTION.matcher(content);
        while (option.find()) {
            Map<String, String> of = attributes(option.group(1));
            choices.add(of.getOrDefault("value", ""));
            if (of.containsKey("selected")) {
                chosen.add(of.getOrDefault("value", ""));
            }
        }
        if (chosen.isEmpty() && !choices.isEmpty()) {
            chosen.add(choices.getFirst());
        }
        return new Field(attributes.getOrDefault("name", ""), Kind.CHOICE, chosen, choices, "");
    }

    private static Field button(Map<String, String> attributes) {
        return new Field(
                attributes.getOrDefault("name", ""),
                Kind.BUTTON,
                List.of(attributes.getOrDefault("value", "")),
                List.of(),
                "");
    }

    private static Map<String, String> attributes(String html) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(html);
        while (attribute.find()) {
            String value = attribute.group(2);
            attributes.put(attribute.group(1), value == null ? "" : HtmlUtils.htmlUnescape(value));
        }
        return attributes;
    }
}
