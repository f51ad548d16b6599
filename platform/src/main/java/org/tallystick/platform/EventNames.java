package org.tallystick.platform;

import org.jspecify.annotations.Nullable;

/** The names of {@link EventTypes} for the serializer; what is no event, such as a snapshot, keeps its class name. */
public enum EventNames implements TypeNames {
    INSTANCE;

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
}
