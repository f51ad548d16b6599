package org.tallystick.verifier;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes JSON for tests: names and values in turn; what is JSON already goes in as {@link Raw}. */
final class Js {

    /** JSON as it is. */
    record Raw(String json) {
        @Override
        public String toString() {
            return json;
        }
    }

    private Js() {}

    static Raw object(@Nullable Object... namesAndValues) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.add(value(namesAndValues[i]) + ":" + value(namesAndValues[i + 1]));
        }
        return new Raw(json.toString());
    }

    static Raw list(List<?> items) {
        StringJoiner json = new StringJoiner(",", "[", "]");
        items.forEach(item -> json.add(value(item)));
        return new Raw(json.toString());
    }

    private static String value(@Nullable Object value) {
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        }
        if (value instanceof List<?> items) {
            return list(items).toString();
        }
        return String.valueOf(value);
    }
}
