package org.tallystick.opendata;

/**
 * The file, or the rest of it, can't be read as a register at all. The message is a sentence for the person who brought
 * the file. Rows given before it were whole and stay good: the file can be mended and read again from its beginning.
 */
public final class UnreadableRegister extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRegister(String sentence) {
        super(sentence);
    }

    UnreadableRegister(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
