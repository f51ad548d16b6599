package org.tallystick.call;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallystick.platform.Form;

/**
 * What somebody has typed of a call that is not whole enough yet to be kept as a draft. Nothing has happened by it: it
 * stays in the session, for whoever typed it, until it becomes a draft, is thrown away, or they log out.
 *
 * @param personId who typed it
 * @param values by field, as typed
 */
record BegunCall(String personId, Map<String, List<String>> values) implements Serializable {

    private static final String ATTRIBUTE = "org.tallystick.begun-call";
    private static final int MOST_CHARACTERS = 200_000;

    /** What that person has begun, if anything. */
    static Optional<Form> in(HttpSession session, String personId) {
        return session.getAttribute(ATTRIBUTE) instanceof BegunCall begun && begun.personId.equals(personId)
                ? Optional.of(Form.of(begun.values))
                : Optional.empty();
    }

    /** Keeps a form in place of what was begun before, unless it is far too much. */
    static void keep(HttpSession session, String personId, Form form) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        form.names().stream()
                .filter(name -> !name.equals("step") && !name.startsWith("_"))
                .forEach(name -> values.put(name, new ArrayList<>(form.values(name))));
        int size = values.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        if (size <= MOST_CHARACTERS) {
            session.setAttribute(ATTRIBUTE, new BegunCall(personId, values));
        }
    }

    /** Forgets it. */
    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }
}
