package org.tallystick.platform;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What became of something a person typed: read, or a sentence that says what to type instead.
 *
 * @param <T> what it should be
 */
public sealed interface Typed<T> {

    /** It could be read. */
    record Read<T>(T value) implements Typed<T> {}

    /** It could not; the message says what to do. */
    record Unclear<T>(String message) implements Typed<T> {}

    /** The value; where there is none, the message goes to {@code problems}. */
    default Optional<T> orTell(Consumer<String> problems) {
        return switch (this) {
            case Read<T>(T value) -> Optional.of(value);
            case Unclear<T>(String message) -> {
                problems.accept(message);
                yield Optional.empty();
            }
        };
    }
}
