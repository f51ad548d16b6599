package org.tallystick.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object, asked for what it must have; what it has not is {@link Wrong}. */
record JsonObject(Map<String, @Nullable Object> members) {

    /** Its names. */
    Set<String> names() {
        return members.keySet();
    }

    /** Refuses other names than these. */
    JsonObject only(String... names) {
        for (String name : names()) {
            if (!List.of(names).contains(name)) {
                throw new Wrong(Wrong.NOWHERE, "There is JSON with " + Wrong.shown(name) + ", which is not known.");
            }
        }
        return this;
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        return must(name, String.class);
    }

    /** A text that may be missing or null. */
    @Nullable
    String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    long number(String name) {
        return must(name, Long.class);
    }

    /** A number that is not below zero. */
    long count(String name) {
        long number = number(name);
        if (number < 0) {
            throw new Wrong(Wrong.NOWHERE, "There is JSON in which " + name + " is below zero.");
        }
        return number;
    }

    JsonObject object(String name) {
        return must(name, JsonObject.class);
    }

    /** A list of texts. */
    List<String> texts(String name) {
        return list(name, String.class);
    }

    /** A list of objects. */
    List<JsonObject> objects(String name) {
        return list(name, JsonObject.class);
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<T> items = new ArrayList<>();
        for (Object item : must(name, List.class)) {
            if (!type.isInstance(item)) {
                throw new Wrong(Wrong.NOWHERE, "There is JSON in which " + name + " is not a list of what it must be.");
            }
            items.add(type.cast(item));
        }
        return items;
    }

    private <T> T must(String name, Class<T> type) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            String what = value == null ? " is missing." : " is not what it must be.";
            throw new Wrong(Wrong.NOWHERE, "There is JSON in which " + name + what);
        }
        return type.cast(value);
    }
}
