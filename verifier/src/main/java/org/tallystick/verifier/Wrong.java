package org.tallystick.verifier;

/** Something in the pack is not what it must be: where, and what, in a sentence. */
final class Wrong extends RuntimeException {

    /** For what is wrong with the pack as a whole. */
    static final long NOWHERE = 0;

    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * Something wrong.
     *
     * @param position in the log, from 1; {@link #NOWHERE} where it is at none
     */
    Wrong(long position, String sentence) {
        super(sentence, null, false, false);
        this.position = position;
    }

    long position() {
        return position;
    }

    /** What is wrong, for people. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    /** The same at a position, for what did not know where it was. */
    Wrong at(long where) {
        return position == NOWHERE ? new Wrong(where, sentence()) : this;
    }

    /** A name or text from the pack as it can be shown: short, in quotes, nothing in it that moves the cursor. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints()
                .limit(80)
                .forEach(
                        c -> shown.appendCodePoint(Character.isISOControl(c) || (c >= 0xd800 && c < 0xe000) ? '?' : c));
        return shown.append(text.codePointCount(0, text.length()) > 80 ? "…\"" : "\"")
                .toString();
    }
}
