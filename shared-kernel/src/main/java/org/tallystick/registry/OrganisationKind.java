package org.tallystick.registry;

/** What an organisation is; decides which roles its people may have. */
public enum OrganisationKind {
    STATUTORY_BODY("public body"),
    VOLUNTARY_ORGANISATION("voluntary organisation"),
    /** May hold money for groups that are not registered themselves. */
    INFRASTRUCTURE_BODY("infrastructure body"),
    /** Gives from charitable funds; known from published registers. */
    FUNDER("charitable funder"),
    AUDIT_BODY("audit body");

    private final String words;

    OrganisationKind(String words) {
        this.words = words;
    }

    /** As a person would say it. */
    public String words() {
        return words;
    }
}
