package org.tallystick.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Walks sealed hierarchies, so that commands, events and queries are listed by the compiler and not by hand. */
public final class SealedTypes {

    private SealedTypes() {}

    /** The records under a sealed root, in the order of their declaration. */
    public static List<Class<?>> leavesOf(Class<?> root) {
        return walk(root).distinct().toList();
    }

    private static Stream<Class<?>> walk(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedTypes::walk)
                : Stream.of(type);
    }
}
