package org.tallystick.platform;

/** What somebody acts as. One person may have several roles and acts in one at a time. */
public enum Role {
    GOVERNOR("governor"),
    COMMISSIONER("commissioner"),
    PAYER("payer"),
    ASSESSOR("assessor"),
    APPLICANT_LEAD("applicant lead"),
    APPLICANT_MEMBER("applicant member"),
    REFERRER("referrer"),
    WORKER("worker"),
    COORDINATOR("coordinator"),
    AUDITOR("auditor"),
    /** Anyone, without log-in. */
    PUBLIC("public"),
    /** The installation itself, on its own command line: imports and first set-up. Nobody logs in as it. */
    OPERATOR("operator");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** As a person would say it. */
    public String words() {
        return words;
    }
}
