package org.tallystick.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fragments of forms share; in templates {@code ${fields...}}. */
public class Fields {

    /** The value of aria-describedby: the hint and the error, where there are any. */
    public @Nullable String describedBy(Form form, String name, @Nullable String hint) {
        String ids = (hint == null || hint.isEmpty() ? "" : name + "-hint ")
                + (form.error(name).isEmpty() ? "" : name + "-error");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** The fields of a date, in the British order. */
    public List<String> getDateParts() {
        return List.of("day", "month", "year");
    }
}
