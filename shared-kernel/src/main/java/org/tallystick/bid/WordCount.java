package org.tallystick.bid;

/** How many words a text has, in any script; the same count wherever it is asked. */
public final class WordCount {

    private WordCount() {}

    /**
     * Whatever stands between white space and has a letter or digit is a word; in scripts that write without spaces,
     * each ideograph is one.
     */
    public static int of(String text) {
        int words = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isIdeographic(point)) {
                words++;
                within = false;
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                within = false;
            } else if (!within && Character.isLetterOrDigit(point)) {
                words++;
                within = true;
            }
        }
        return words;
    }
}
