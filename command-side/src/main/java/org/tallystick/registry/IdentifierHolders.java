package org.tallystick.registry;

import java.util.Collection;
import java.util.Map;

/** Which organisation holds which identifier, as the store's own claims say and no read model. */
@FunctionalInterface
public interface IdentifierHolders {

    /** The id of the organisation that holds it, for each identifier that is held. */
    Map<String, String> of(Collection<String> identifiers);
}
