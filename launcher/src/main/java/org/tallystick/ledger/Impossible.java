package org.tallystick.ledger;

import org.jspecify.annotations.Nullable;

/** Something was accepted that cannot be, by the model of the money. */
final class Impossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Impossible(String words) {
        super(words);
    }

    static void unless(boolean possible, String words) {
        if (!possible) {
            throw new Impossible(words);
        }
    }

    static <T> T unlessThere(@Nullable T thing, String words) {
        if (thing == null) {
            throw new Impossible(words);
        }
        return thing;
    }
}
