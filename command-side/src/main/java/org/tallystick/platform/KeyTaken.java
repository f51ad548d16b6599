package org.tallystick.platform;

/**
 * A key that an event claims for its aggregate is held by another aggregate. Nothing of the transaction may be kept.
 */
public final class KeyTaken extends RuntimeException {

    private final String key;
    private final Rejection rejection;

    /** The key that is held by another, and what is said about it. */
    public KeyTaken(String key, Rejection rejection) {
        super("Another record already holds " + key);
        this.key = key;
        this.rejection = rejection;
    }

    /** What whoever claimed it is told. */
    public Rejection rejection() {
        return rejection;
    }

    /** The key as the event claimed it. */
    public String key() {
        return key;
    }
}
