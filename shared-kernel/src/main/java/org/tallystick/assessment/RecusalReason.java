package org.tallystick.assessment;

/**
 * Why somebody does not assess a bid. One of a few, and never in words of one's own: what links a person with an
 * applicant is personal, and the history keeps everything for ever.
 */
public enum RecusalReason {
    FAMILY_OR_FRIENDSHIP("Somebody there is family or a friend"),
    WORK_OR_TRUSTEESHIP("I work there or am a trustee, or was"),
    MONEY("I, or somebody close to me, gain or lose money by it"),
    OTHER_INTEREST("Something else could sway me, or look as if it did"),
    NO_TIME("I have no time for it");

    private final String words;

    RecusalReason(String words) {
        this.words = words;
    }

    /** As it is chosen, and as it stands in the history. */
    public String words() {
        return words;
    }
}
