package org.tallystick.platform;

/**
 * A key that an event claims for its aggregate is held by another aggregate. Nothing of the transaction may be kept.
 */
public final class KeyTaken extends RuntimeException {

    private final String key;

    /** The key that is held by another. */
    public KeyTaken(String key) {
        super("Another record already holds " + key);
        this.key = key;
    }

    /** The key as the event claimed it. */
    public String key() {
        return key;
    }
}
