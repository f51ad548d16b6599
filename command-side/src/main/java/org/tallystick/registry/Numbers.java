package org.tallystick.registry;

import java.util.HashSet;
import java.util.Set;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** The identifiers of one organisation: its numbers on public lists, and what publishers call it. */
final class Numbers {

    private final Set<String> identifiers = new HashSet<>();

    void requireNew(String identifier) {
        if (identifiers.contains(identifier)) {
            throw Rejection.of(Refusal.IDENTIFIER_TAKEN, "identifier", "The organisation has this identifier already.");
        }
    }

    /** Whether it can be one of its own: two numbers on one public list are two organisations. */
    boolean mayInclude(String identifier) {
        OrganisationIdentifier other = new OrganisationIdentifier(identifier);
        return other.ofPublisher()
                || identifiers.contains(identifier)
                || identifiers.stream()
                        .map(OrganisationIdentifier::new)
                        .noneMatch(own -> own.list().equals(other.list()));
    }

    void evolve(OrganisationEvent.OrganisationApplied event) {
        identifiers.add(event.organisationId());
        identifiers.addAll(event.otherIdentifiers());
    }

    void evolve(OrganisationEvent.IdentifierAdded event) {
        identifiers.add(event.identifier());
    }
}
