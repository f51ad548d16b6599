package org.tallystick.call;

import java.util.List;
import java.util.Set;
import org.tallystick.platform.Form;
import org.tallystick.platform.FormRows;

/** What comes several times in a call. */
final class Repeated {

    /** A new line is of the same fund and kind as the one before, which is what most calls want. */
    static final FormRows ENVELOPE = new FormRows(
            "envelope",
            20,
            List.of("fund", "year", "restriction", "amount"),
            Set.of(),
            Set.of("fund", "year", "restriction"));

    static final FormRows ELIGIBILITY =
            new FormRows("eligibility", 20, List.of("eligibility", "needed"), Set.of("needed"), Set.of());
    static final FormRows QUESTIONS =
            new FormRows("questions", 30, List.of("question", "mostWords"), Set.of(), Set.of());
    static final FormRows CRITERIA =
            new FormRows("criteria", 15, List.of("criterion", "weight", "weak", "strong"), Set.of(), Set.of());

    private static final List<FormRows> ALL = List.of(ENVELOPE, ELIGIBILITY, QUESTIONS, CRITERIA);

    private Repeated() {}

    /** Those of a part, by its name in small letters. */
    static FormRows of(String part) {
        return FormRows.of(part, ALL);
    }

    /** Does what a button that adds or removes a row says; nothing for any other step. */
    static void step(Form form, String step) {
        FormRows.step(form, step, ALL);
    }
}
