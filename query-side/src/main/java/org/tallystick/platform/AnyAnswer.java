package org.tallystick.platform;

import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Whatever the one handler of a query answers. Axon chooses handlers by query and answer; here each query has one
 * handler, and its answer is in the query's own type, generic ones included, which Axon's own types don't tell apart.
 */
enum AnyAnswer implements ResponseType<Object> {
    INSTANCE;

    @Override
    public boolean matches(Type type) {
        return true;
    }

    @Override
    public Class<Object> responseMessagePayloadType() {
        return Object.class;
    }

    @Override
    public Class<?> getExpectedResponseType() {
        return Object.class;
    }
}
