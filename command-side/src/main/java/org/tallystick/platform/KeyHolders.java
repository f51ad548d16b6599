package org.tallystick.platform;

import java.util.List;

/** Which aggregates hold unique keys that begin alike, as the store's own claims say and no read model. */
@FunctionalInterface
public interface KeyHolders {

    /** The ids of the aggregates, in the order of their keys. */
    List<String> beginningWith(String start);
}
