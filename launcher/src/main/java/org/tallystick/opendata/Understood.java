package org.tallystick.opendata;

import org.jspecify.annotations.Nullable;

/**
 * What could be made of a value in a file.
 *
 * @param value what it means; also there for an amount that can be read and is refused all the same
 * @param wrong why it is refused, as a sentence; null where it is fine
 * @param note how it was read, as a sentence, where it was not written as the standard says; else null
 */
record Understood<T>(
        @Nullable T value, @Nullable String wrong, @Nullable String note) {

    static <T> Understood<T> as(T value) {
        return new Understood<>(value, null, null);
    }

    static <T> Understood<T> as(T value, String note) {
        return new Understood<>(value, null, note);
    }

    static <T> Understood<T> not(String wrong) {
        return new Understood<>(null, wrong, null);
    }
}
