package org.tallystick.assessment;

/**
 * Why somebody does not assess a bid. One of a few, and never in words of one's own: what links a person with an
 * applicant is personal, and the history keeps everything for ever.
 */
public enum RecusalReason {
    FAMILY_OR_FRIENDSHIP,
    WORK_OR_TRUSTEESHIP,
    MONEY,
    OTHER_INTEREST,
    NO_TIME
}
