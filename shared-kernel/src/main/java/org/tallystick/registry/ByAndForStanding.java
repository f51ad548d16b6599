package org.tallystick.registry;

/** Whether an organisation is led by, and serves, the people it is for, as far as anybody has looked at it. */
public enum ByAndForStanding {
    /** Two people of other organisations have verified it, and it has not run out. */
    VERIFIED,
    /** The organisation says so, and nobody has verified or refused it yet. */
    CLAIMED,
    /** Neither. */
    NONE
}
