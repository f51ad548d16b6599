package org.tallystick.platform;

/** The way to the command side, in this process or over HTTP. */
public interface CommandPort {

    /**
     * Sends a command and waits until its events are sequenced.
     *
     * @param idempotencyKey the same key with the same request gets the same answer, and has its effect once
     * @throws Rejection where it is refused; nothing has changed then
     */
    Receipt send(Command command, Actor actor, String idempotencyKey);
}
