package org.tallystick.award;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The idempotency key in a form. */
public final class FormKey {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private FormKey() {}

    /** The key of the first form of a page. */
    public static String of(String page) {
        Matcher matcher = KEY.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("The form has no key.");
        }
        return matcher.group(1);
    }
}
