package org.tallystick.platform;

/** A principal that knows who acts, where an authentication needs more than the {@link Actor} alone. */
public interface Acting {

    /** Who acts. */
    Actor actor();
}
