package org.tallystick.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may approve up to how much, and when. */
final class DelegatedLimits {

    private final List<OrganisationEvent.DelegatedLimitSet> limits = new ArrayList<>();

    /** The limit that holds for a person on a day, the newest where several do. */
    Optional<OrganisationEvent.DelegatedLimitSet> of(String personId, LocalDate day) {
        return limits.reversed().stream()
                .filter(limit -> limit.personId().equals(personId))
                .filter(limit -> !day.isBefore(limit.from()))
                .filter(limit -> limit.until() == null || !day.isAfter(limit.until()))
                .findFirst();
    }

    void evolve(OrganisationEvent.DelegatedLimitSet event) {
        limits.add(event);
    }
}
