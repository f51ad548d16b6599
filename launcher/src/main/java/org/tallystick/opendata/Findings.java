package org.tallystick.opendata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been found in one row so far. */
final class Findings {

    private final List<Finding> faults = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    void fault(String field, String sentence, @Nullable String value) {
        faults.add(Finding.of(field, sentence, value));
    }

    void warn(String field, String sentence, @Nullable String value) {
        warnings.add(Finding.of(field, sentence, value));
    }

    /** Notes what reading a value brought up, and gives the value. */
    <T> @Nullable T take(String field, Understood<T> understood, String value) {
        if (understood.wrong() != null) {
            fault(field, understood.wrong(), value);
        }
        if (understood.note() != null) {
            warn(field, understood.note(), value);
        }
        return understood.value();
    }

    boolean sound() {
        return faults.isEmpty();
    }

    List<Finding> faults() {
        return List.copyOf(faults);
    }

    List<Finding> warnings() {
        return List.copyOf(warnings);
    }
}
