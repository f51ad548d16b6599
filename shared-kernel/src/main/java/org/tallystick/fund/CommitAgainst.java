package org.tallystick.fund;

/** What a fund's rules let it set aside and commit. */
public enum CommitAgainst {
    /** Only what has been received. */
    RECEIVED,
    /** Also what has been pledged and not received yet; paid out is only what its contributor has paid in. */
    PLEDGED
}
