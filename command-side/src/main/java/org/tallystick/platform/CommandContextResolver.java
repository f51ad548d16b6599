package org.tallystick.platform;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Hands command handlers the {@link CommandContext} of the message they handle. */
public final class CommandContextResolver implements ParameterResolverFactory, ParameterResolver<CommandContext> {

    @Override
    public @Nullable ParameterResolver<CommandContext> createInstance(
            Executable executable, Parameter[] parameters, int parameterIndex) {
        return parameters[parameterIndex].getType() == CommandContext.class ? this : null;
    }

    @Override
    public @Nullable CommandContext resolveParameterValue(Message<?> message) {
        return CommandContext.from(message.getMetaData());
    }

    @Override
    public boolean matches(Message<?> message) {
        return CommandContext.from(message.getMetaData()) != null;
    }
}
