package org.tallystick.registry;

import org.tallystick.platform.Lifecycle;

/** Where an organisation stands in the registry. */
public enum OrganisationState {
    APPLIED,
    REGISTERED,
    SUSPENDED,
    CLOSED;

    /** Applied, registered, suspended and back, closed. */
    public static final Lifecycle<OrganisationState> LIFECYCLE = Lifecycle.<OrganisationState>of("an organisation")
            .starts(OrganisationEvent.OrganisationApplied.class, APPLIED)
            .on(APPLIED, OrganisationEvent.OrganisationRegistered.class, REGISTERED)
            .on(REGISTERED, OrganisationEvent.OrganisationSuspended.class, SUSPENDED)
            .on(SUSPENDED, OrganisationEvent.OrganisationReinstated.class, REGISTERED)
            .on(APPLIED, OrganisationEvent.OrganisationClosed.class, CLOSED)
            .on(REGISTERED, OrganisationEvent.OrganisationClosed.class, CLOSED)
            .on(SUSPENDED, OrganisationEvent.OrganisationClosed.class, CLOSED)
            .build();
}
