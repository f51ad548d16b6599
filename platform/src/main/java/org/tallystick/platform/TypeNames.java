package org.tallystick.platform;

import org.jspecify.annotations.Nullable;

/** The stable names under which classes are stored, so that a class may move without touching history. */
public interface TypeNames {

    /** The names of the events that the domains agree on. */
    static TypeNames ofEvents() {
        return new TypeNames() {
            @Override
            public @Nullable String nameOf(Class<?> type) {
                return Event.class.isAssignableFrom(type) ? EventTypes.nameOf(type) : null;
            }

            @Override
            public @Nullable Class<?> classOf(String name) {
                return EventTypes.all().get(name);
            }

            @Override
            public String revisionOf(Class<?> type) {
                return EventTypes.revisionOf(type);
            }
        };
    }

    /** The stored name of a class; null for a class that is stored under its own name. */
    @Nullable
    String nameOf(Class<?> type);

    /** The class stored under a name; null for a name that isn't among these. */
    @Nullable
    Class<?> classOf(String name);

    /** The revision of a named class's shape. */
    String revisionOf(Class<?> type);
}
