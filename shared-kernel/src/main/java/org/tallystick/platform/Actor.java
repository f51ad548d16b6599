package org.tallystick.platform;

/**
 * Who acts, in which role, for which organisation.
 *
 * @param personId a pseudonymous id; events and logs name people by this only
 * @param name what to call the person on a page; never stored in the history
 * @param role the one role they act in now
 * @param organisationId the organisation they act for; empty for the public and the operator
 * @param organisationName what to call the organisation on a page
 */
public record Actor(String personId, String name, Role role, String organisationId, String organisationName) {

    /** Anyone, not logged in. */
    public static final Actor ANYONE = new Actor("public", "Anyone", Role.PUBLIC, "", "");

    /** The installation's own command line. */
    public static final Actor OPERATOR = new Actor("operator", "Operator", Role.OPERATOR, "", "");

    /** Whether this person acts for that organisation. */
    public boolean actsFor(String organisation) {
        return !organisationId.isEmpty() && organisationId.equals(organisation);
    }
}
