package org.tallystick.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of strict UTF-8, each ended by a line feed and none longer than a line may be. */
final class Lines implements Closeable {

    private final String path;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;

    Lines(String path, InputStream in) {
        this.path = path;
        this.in = in;
    }

    /** The number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** The next line without its line feed; null at the end. */
    @Nullable
    String next() throws IOException {
        int searched = from;
        while (true) {
            for (int i = searched; i < to; i++) {
                if (buffer[i] == '\n') {
                    String line = text(buffer, from, i - from, path);
                    from = i + 1;
                    number++;
                    return line;
                }
            }
            searched = to - from;
            if (!more()) {
                if (from < to) {
                    throw new Wrong(Wrong.NOWHERE, "The file " + path + " ends in the middle of a line.");
                }
                return null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads on, what is not yet used at the buffer's beginning; false at the end. */
    private boolean more() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            if (to >= Limits.LINE_BYTES) {
                throw new Unusable("The file " + path + " has a line of more than " + (Limits.LINE_BYTES >> 20)
                        + " MiB, which no pack needs.");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(read, 0);
        return read > 0;
    }

    /** The text of bytes that must be UTF-8. */
    static String text(byte[] bytes, int from, int length, String path) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        // What is no UTF-8 became a replacement character, but not each of those comes from that.
        if (text.indexOf('\ufffd') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            } catch (CharacterCodingException e) {
                throw new Unusable("The file " + path + " is not UTF-8, as every text of a pack is.", e);
            }
        }
        return text;
    }
}
