package org.tallystick.platform;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What comes several times in a form: one row of fields each, {@code fund-1}, {@code amount-1}, {@code fund-2} and so
 * on. Rows are added and taken out by buttons of the form, so that nothing typed is lost and no script is needed.
 *
 * @param key its name in addresses and buttons
 * @param most how many rows it takes
 * @param fields of one row
 * @param quiet those that say nothing while the others are empty, such as a list with a first choice
 * @param copied those that a new row takes over from the row before
 */
public record FormRows(String key, int most, List<String> fields, Set<String> quiet, Set<String> copied) {

    private static final String ADD = "add-";
    private static final String REMOVE = "remove-";

    public FormRows {
        fields = List.copyOf(fields);
        quiet = Set.copyOf(quiet);
        copied = Set.copyOf(copied);
    }

    /** How many rows the form has. */
    public int count(Form form) {
        String text = form.value("rows-" + key);
        return text.matches("\\d{1,3}") ? Math.min(Integer.parseInt(text), most) : 0;
    }

    /** Their numbers, from 1. */
    public List<Integer> numbers(Form form) {
        return IntStream.rangeClosed(1, count(form)).boxed().toList();
    }

    /** Whether there is room for another row. */
    public boolean takesMore(Form form) {
        return count(form) < most;
    }

    /** Has so many rows. */
    public void putCount(Form form, int rows) {
        form.put("rows-" + key, String.valueOf(rows));
    }

    /** Whether nothing was typed into a row. */
    public boolean blank(Form form, int number) {
        return fields.stream()
                .filter(field -> !quiet.contains(field))
                .allMatch(field -> form.value(field + "-" + number).isBlank());
    }

    /** Numbers of the rows into which something was typed. */
    public List<Integer> filled(Form form) {
        return numbers(form).stream().filter(row -> !blank(form, row)).toList();
    }

    /** One of several, by its key. */
    public static FormRows of(String key, Collection<FormRows> all) {
        return all.stream()
                .filter(rows -> rows.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no rows of " + key));
    }

    /** Does what a button "add-questions" or "remove-questions-2" says; nothing for any other step. */
    public static void step(Form form, String step, Collection<FormRows> all) {
        meant(step, ADD, all).filter(rows -> step.equals(ADD + rows.key())).ifPresent(rows -> rows.add(form));
        meant(step, REMOVE, all).ifPresent(rows -> {
            String number = step.substring((REMOVE + rows.key()).length());
            if (number.matches("-\\d{1,3}")) {
                rows.remove(form, Integer.parseInt(number.substring(1)));
            }
        });
    }

    private static Optional<FormRows> meant(String step, String beginning, Collection<FormRows> all) {
        return all.stream()
                .filter(rows -> step.startsWith(beginning + rows.key()))
                .findFirst();
    }

    /** One more. */
    public void add(Form form) {
        if (!takesMore(form)) {
            return;
        }
        int last = count(form);
        putCount(form, last + 1);
        for (String field : fields) {
            boolean same = last > 0 && copied.contains(field);
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
            for (String field : fields) {
                form.put(field + "-" + row, form.value(field + "-" + (row + 1)));
            }
        }
        fields.forEach(field -> form.put(field + "-" + last, ""));
        putCount(form, last - 1);
    }
}
