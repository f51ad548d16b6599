package org.tallystick.registry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;

/** The people of one organisation: their roles, and the limits of its governors. */
public final class People {

    private final Set<Membership> roles = new HashSet<>();
    private final DelegatedLimits limits = new DelegatedLimits();

    private record Membership(String personId, Role role) {}

    void requireWithout(String personId, Role role) {
        if (has(personId, role)) {
            throw Rejection.of(Refusal.ALREADY_EXISTS, "role", "This person has that role already.");
        }
    }

    void requireWith(String personId, Role role) {
        if (!has(personId, role)) {
            throw Rejection.of(Refusal.NOT_FOUND, "role", "This person does not have that role.");
        }
    }

    void requireGovernor(String personId) {
        if (!has(personId, Role.GOVERNOR)) {
            throw Rejection.of(Refusal.INVALID, "personId", "This person is no governor of the organisation.");
        }
    }

    /** Whether a person has any role here, whichever organisation they act for now. */
    public boolean include(String personId) {
        return roles.stream().anyMatch(membership -> membership.personId().equals(personId));
    }

    /** Up to how much a person may approve on a day; none for those who are no governors now. */
    public Optional<OrganisationEvent.DelegatedLimitSet> limitOf(String personId, LocalDate day) {
        return has(personId, Role.GOVERNOR) ? limits.of(personId, day) : Optional.empty();
    }

    void evolve(OrganisationEvent event) {
        switch (event) {
            case OrganisationEvent.RoleGiven e -> roles.add(new Membership(e.personId(), e.role()));
            case OrganisationEvent.RoleTaken e -> roles.remove(new Membership(e.personId(), e.role()));
            case OrganisationEvent.DelegatedLimitSet e -> limits.evolve(e);
            case OrganisationEvent.OrganisationClosed _ -> roles.clear();
            default -> {}
        }
    }

    /** Whether a person has a role here. */
    public boolean has(String personId, Role role) {
        return roles.contains(new Membership(personId, role));
    }
}
