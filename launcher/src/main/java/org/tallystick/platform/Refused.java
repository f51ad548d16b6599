package org.tallystick.platform;

import java.io.Serial;

/** The command line cannot do what was asked: one sentence that says why and what to do. */
final class Refused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
        super(sentence);
    }
}
