package org.tallystick.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tallystick.platform.Form;

/**
 * What comes several times in a call: one row of fields each, {@code fund-1}, {@code amount-1}, {@code fund-2} and so
 * on. Rows are added and taken out by buttons of the form, so that nothing typed is lost and no script is needed.
 */
enum Repeated {
    ENVELOPE(20),
    ELIGIBILITY(20),
    QUESTIONS(30),
    CRITERIA(15);

    private static final String ADD = "add-";
    private static final String REMOVE = "remove-";

    private final int most;

    Repeated(int most) {
        this.most = most;
    }

    private List<String> fields() {
        return switch (this) {
            case ENVELOPE -> List.of("fund", "year", "restriction", "amount");
            case ELIGIBILITY -> List.of("eligibility", "needed");
            case QUESTIONS -> List.of("question", "mostWords");
            case CRITERIA -> List.of("criterion", "weight", "weak", "strong");
        };
    }

    /** Its name in addresses and buttons. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many rows the form has. */
    int count(Form form) {
        String text = form.value("rows-" + key());
        return text.matches("\\d{1,2}") ? Math.min(Integer.parseInt(text), most) : 0;
    }

    /** Their numbers, from 1. */
    List<Integer> numbers(Form form) {
        return IntStream.rangeClosed(1, count(form)).boxed().toList();
    }

    /** Whether there is room for another row. */
    boolean takesMore(Form form) {
        return count(form) < most;
    }

    /** Has so many rows. */
    void putCount(Form form, int rows) {
        form.put("rows-" + key(), String.valueOf(rows));
    }

    /** Whether nothing was typed into a row. */
    boolean blank(Form form, int number) {
        return fields().stream()
                .filter(field -> !field.equals("needed"))
                .allMatch(field -> form.value(field + "-" + number).isBlank());
    }

    /** Does what a button "add-questions" or "remove-questions-2" says; nothing for any other step. */
    static void step(Form form, String step) {
        of(step, ADD).filter(rows -> step.equals(ADD + rows.key())).ifPresent(rows -> rows.add(form));
        of(step, REMOVE).ifPresent(rows -> {
            String number = step.substring((REMOVE + rows.key()).length());
            if (number.matches("-\\d{1,2}")) {
                rows.remove(form, Integer.parseInt(number.substring(1)));
            }
        });
    }

    private static Optional<Repeated> of(String step, String beginning) {
        return Arrays.stream(values())
                .filter(rows -> step.startsWith(beginning + rows.key()))
                .findFirst();
    }

    /** One more; money in the same fund and of the same kind as the line before, which is what most calls want. */
    private void add(Form form) {
        if (!takesMore(form)) {
            return;
        }
        int last = count(form);
        putCount(form, last + 1);
        for (String field : fields()) {
            boolean same = this == ENVELOPE && last > 0 && !field.equals("amount");
            form.put(field + "-" + (last + 1), same ? form.value(field + "-" + last) : "");
        }
    }

    /** Those below it move up. */
    private void remove(Form form, int number) {
        int last = count(form);
        if (number < 1 || number > last) {
            return;
        }
        for (int row = number; row < last; row++) {
            for (String field : fields()) {
                form.put(field + "-" + row, form.value(field + "-" + (row + 1)));
            }
        }
        fields().forEach(field -> form.put(field + "-" + last, ""));
        putCount(form, last - 1);
    }
}
