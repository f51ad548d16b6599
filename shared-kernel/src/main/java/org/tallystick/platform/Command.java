package org.tallystick.platform;

/**
 * A request to change something, named in the imperative. Each domain has one sealed interface of commands, listed in
 * {@link Commands}; who may send which is in {@link Access}.
 */
public interface Command {

    /** The id of the aggregate that decides. */
    String target();
}
