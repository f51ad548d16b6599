package org.tallystick.registry;

/** What becomes of a doubt about a by-and-for standing. */
public enum ChallengeDecision {
    /** The doubt was right: the standing is over. */
    UPHELD,
    /** It was not: the standing holds as before. */
    DISMISSED
}
