package org.tallystick.platform;

import java.util.Arrays;
import java.util.Locale;

/** One of a few words that stand in an address: "fund" is {@code FUND}. */
public final class AddressWord {

    private AddressWord() {}

    /** As it stands in an address. */
    public static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one that stands in an address, in capitals or not.
     *
     * @param all those there are
     * @param otherwise what to say where it is none of them
     * @throws Rejection as what is not found
     */
    public static <E extends Enum<E>> E of(E[] all, String text, String otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, otherwise));
    }
}
