package org.tallystick.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What a form sends back when nobody types anything: the fields of a page with their values. */
public final class Typing {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern AREA = Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>");
    private static final Pattern SELECT =
            Pattern.compile("<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("value=\"([^\"]*)\" selected");

    private Typing() {}

    /** Of a page with one form. */
    public static Map<String, String> of(String page) {
        Map<String, String> typed = new LinkedHashMap<>();
        INPUT.matcher(page).results().map(result -> result.group()).forEach(input -> {
            boolean choice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            Matcher name = NAME.matcher(input);
            Matcher value = VALUE.matcher(input);
            if (name.find() && (!choice || input.contains("checked=\"checked\""))) {
                typed.put(name.group(1), value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "");
            }
        });
        AREA.matcher(page).results().forEach(area -> typed.put(area.group(1), HtmlUtils.htmlUnescape(area.group(2))));
        SELECT.matcher(page).results().forEach(select -> {
            Matcher chosen = SELECTED.matcher(select.group(2));
            typed.put(select.group(1), chosen.find() ? chosen.group(1) : first(select.group(2)));
        });
        typed.remove("_csrf");
        return typed;
    }

    private static String first(String options) {
        Matcher first = VALUE.matcher(options);
        return first.find() ? first.group(1) : "";
    }
}
