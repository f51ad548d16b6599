package org.tallystick.replay;

/** What is made again. */
public enum ReplayScope {
    /** The funding ledger alone: quicker, and the only one that can leave out what took effect later. */
    LEDGER,
    /** All that the pages and answers read from. */
    EVERYTHING
}
