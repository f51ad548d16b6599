package org.tallystick.control;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.platform.DateText;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Rejection;

/** What an auditor set in the form of a control test; what is left empty is the standard. */
final class ControlForm {

    private ControlForm() {}

    /** The test as it is to be run; nothing where something cannot be read, which the form then says. */
    static Optional<OneControlTest> read(ControlTest test, Form form) {
        LocalDate from = day(form, "from", "the first day");
        LocalDate until = day(form, "until", "the last day");
        Long days = number(form, "days");
        Long limit = money(form, "limitPence");
        Long percent = number(form, "percent");
        if (form.hasProblems()) {
            return Optional.empty();
        }
        try {
            OneControlTest asked = new OneControlTest(test, from, until, days, limit, percent);
            asked.parameters();
            return Optional.of(asked);
        } catch (Rejection refused) {
            form.refuse(refused.field().orElse(""), refused.sentence());
            return Optional.empty();
        }
    }

    static @Nullable LocalDate day(Form form, String field, String what) {
        String text = form.value(field).strip();
        return text.isEmpty()
                ? null
                : DateText.parse(text, what)
                        .orTell(message -> form.refuse(field, message))
                        .orElse(null);
    }

    private static @Nullable Long number(Form form, String field) {
        return number(form, field, "Enter a whole number, like 30, or leave it empty for the standard.");
    }

    static @Nullable Long number(Form form, String field, String otherwise) {
        String text = form.value(field).replaceAll("[\\s,]", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            form.refuse(field, otherwise);
            return null;
        }
        return Long.valueOf(text);
    }

    private static @Nullable Long money(Form form, String field) {
        String text = form.value(field).strip();
        return text.isEmpty()
                ? null
                : MoneyText.parse(text, "the sum")
                        .orTell(message -> form.refuse(field, message))
                        .orElse(null);
    }
}
