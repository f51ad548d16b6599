package org.tallystick.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One choice of a list, radios or checkboxes.
 *
 * @param value what is sent
 * @param label what the person reads
 * @param hint one more sentence, or empty
 */
public record Option(String value, String label, String hint) {

    /** A choice that needs no more words. */
    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }

    /**
     * The states to narrow a list down by, each with how many are in it, and all first; states that nothing is in only
     * where one was asked for.
     */
    public static <S extends Enum<S>> List<Option> ofStates(
            Collection<S> states, String asked, Function<S, StateTag> tag, ToLongFunction<S> number, Words words) {
        List<Option> options = new ArrayList<>();
        long all = 0;
        for (S one : states) {
            long in = number.applyAsLong(one);
            all += in;
            if (in > 0 || one.name().equals(asked)) {
                options.add(of(one.name(), tag.apply(one).text() + " (" + words.number(in) + ")"));
            }
        }
        options.addFirst(of("", "All (" + words.number(all) + ")"));
        return options;
    }
}
