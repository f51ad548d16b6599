package org.tallystick.platform;

import java.util.List;

/** A read model made from events: rows that can be dropped and made again. */
public interface Projection {

    /** Its name, which is also that of its processor. */
    String name();

    /** Whether events of this class say anything to it; the payload of others is never read. */
    boolean handles(Class<?> event);

    /**
     * Writes what some events change, in the transaction of the caller.
     *
     * @param events in the order of the log, each given once
     */
    void project(List<Recorded> events);
}
