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
        if (!hasApplicants(kind)) {
            throw Rejection.of(
                    Refusal.INVALID, "kind", "An applicant cannot apply for a " + kind.words() + " to be registered.");
        }
    }

    static void requireMayBid(OrganisationKind kind) {
        if (!hasApplicants(kind)) {
            throw Rejection.of(Refusal.NOT_ALLOWED, "A " + kind.words() + " cannot apply for a grant here.");
        }
    }

    /** Whether somebody of another organisation may look after its entry: none rules over a public or audit body. */
    static boolean mayOversee(Role role, OrganisationKind kind) {
        boolean ofApplicant = role == Role.APPLICANT_LEAD || role == Role.APPLICANT_MEMBER;
        return !ofApplicant && kind != OrganisationKind.STATUTORY_BODY && kind != OrganisationKind.AUDIT_BODY;
    }

    private static boolean hasApplicants(OrganisationKind kind) {
        return rolesOf(kind).contains(Role.APPLICANT_LEAD);
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
