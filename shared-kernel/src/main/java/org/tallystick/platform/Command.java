package org.tallystick.platform;

/**
 * A request to change something, named in the imperative. Each domain has one sealed interface of commands, listed in
 * {@link Commands}; who may send which is in {@link Access}.
 */
public interface Command {

    /** The id of the aggregate that decides. */
    String target();

    /**
     * Whether it may be decided again, on the new state, where somebody else changed the same thing at the same moment.
     * Commands that replace what somebody has just read are refused instead, so that nobody overwrites a colleague.
     */
    default boolean retriedOnConflict() {
        return true;
    }
}
