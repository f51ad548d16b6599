package org.tallystick.platform;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** What turns stored events of earlier revisions into those of today, oldest first. None has been needed yet. */
public final class Upcasters {

    private Upcasters() {}

    /** All of them, in order. */
    public static EventUpcaster all() {
        return new EventUpcasterChain();
    }
}
