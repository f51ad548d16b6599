package org.tallystick.assessment;

/** What an assessor declares before opening a bid. */
public final class NoInterest {

    /** The words, as they are read and kept with the assessment. */
    public static final String STATEMENT =
            "Neither I nor anybody close to me belongs to this organisation, works for it, or gains or loses by what"
                    + " becomes of this bid. If I learn otherwise, I step back at once.";

    private NoInterest() {}
}
