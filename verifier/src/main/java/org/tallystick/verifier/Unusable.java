package org.tallystick.verifier;

/** What was given cannot be checked at all: it is no pack, or more than a pack may be. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
        super(sentence);
    }

    Unusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is the matter, for people. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
