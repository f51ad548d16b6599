package org.tallystick.platform;

/** A command that asks for a reason, which goes with its events as metadata. */
public interface Reasoned {

    /** In the words of the person who acts, 1 to 1,000 characters. */
    String reason();
}
