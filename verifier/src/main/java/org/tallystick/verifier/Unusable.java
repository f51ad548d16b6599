package org.tallystick.verifier;

import java.io.IOException;

/** What was given cannot be checked at all: it is no pack, or more than a pack may be. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
        super(sentence);
    }

    Unusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The zip cannot be read to its end. */
    static Unusable damaged(IOException e) {
        return new Unusable("The zip is damaged: " + e.getMessage() + ".", e);
    }

    /** What is the matter, for people. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
