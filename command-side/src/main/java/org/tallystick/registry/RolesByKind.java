package org.tallystick.registry;

import java.util.EnumSet;
import java.util.Set;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;

/** Which roles the people of which kind of organisation may have (domain, "Access"). */
final class RolesByKind {

    private RolesByKind() {}

    static void require(OrganisationKind kind, Role role) {
        if (!rolesOf(kind).contains(role)) {
            throw Rejection.of(
                    Refusal.INVALID, "role", "Nobody in a " + kind.words() + " can be " + role.words() + ".");
        }
    }

    /** Applicants ask for organisations like theirs; public and audit bodies come in by those who run the place. */
    static void requireApplicant(OrganisationKind kind) {
        if (!rolesOf(kind).contains(Role.APPLICANT_LEAD)) {
            throw Rejection.of(
                    Refusal.INVALID, "kind", "An applicant cannot apply for a " + kind.words() + " to be registered.");
        }
    }

    private static Set<Role> rolesOf(OrganisationKind kind) {
        return switch (kind) {
            case STATUTORY_BODY ->
                EnumSet.of(
                        Role.GOVERNOR, Role.COMMISSIONER, Role.PAYER, Role.ASSESSOR, Role.REFERRER, Role.COORDINATOR);
            case VOLUNTARY_ORGANISATION, INFRASTRUCTURE_BODY ->
                EnumSet.of(Role.APPLICANT_LEAD, Role.APPLICANT_MEMBER, Role.ASSESSOR, Role.REFERRER, Role.WORKER);
            case FUNDER -> EnumSet.of(Role.ASSESSOR);
            case AUDIT_BODY -> EnumSet.of(Role.AUDITOR);
        };
    }
}
