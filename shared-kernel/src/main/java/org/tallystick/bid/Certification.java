package org.tallystick.bid;

/** What somebody says who stands for a bid in the name of an organisation. */
public final class Certification {

    /** The words, as they are read and kept with the bid. */
    public static final String STATEMENT =
            "I am allowed to speak for this organisation. Those who answer for it agree that this bid is sent. What it says is"
                    + " true as far as we know, and no cost in it is paid for by anybody else.";

    /** What somebody says who agrees to the part of a partner in the name of its organisation. */
    public static final String OF_PARTNER =
            "I am allowed to speak for this organisation. Those who answer for it agree that it takes part in this bid, does"
                    + " what is said here as its part, and that its part costs what its budget says. No cost in it is paid"
                    + " for by anybody else. The lead sees all of its budget and sends it with the bid.";

    private Certification() {}
}
