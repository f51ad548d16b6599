package org.tallystick.platform;

import java.io.Serial;

/** The command line cannot do what was asked: one sentence that says why and what to do. */
public final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** For a reason that the person at the command line understands. */
    public Refused(String sentence) {
        super(sentence);
    }
}
