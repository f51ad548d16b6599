package org.tallystick.opendata;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The characters of a file in whichever encoding it is likely to be: UTF-16 by its byte order mark (or by the noughts
 * in its first two bytes), else UTF-8 with or without a mark, each byte that can't be UTF-8 being read as windows-1252.
 * Byte by byte, because real files are pasted together from both, and because it needs no reading in advance.
 */
final class RegisterText extends Reader {

    private static final int CAPACITY = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY).flip();
    private final CharBuffer chars = CharBuffer.allocate(CAPACITY).flip();
    private final CharsetDecoder decoder;
    private final Charset charset;
    private boolean ended;
    private final AtomicLong bytesRead = new AtomicLong();
    private long strayBytes;

    RegisterText(InputStream in) throws IOException {
        this.in = in;
        while (bytes.remaining() < 3 && !ended) {
            fill();
        }
        charset = detect();
        CodingErrorAction onFault =
                charset.equals(StandardCharsets.UTF_8) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        decoder = charset.newDecoder().onMalformedInput(onFault).onUnmappableCharacter(onFault);
    }

    /** Bytes taken from the file so far; up to 64 KiB ahead of what has been understood. */
    long bytesRead() {
        return bytesRead.get();
    }

    Charset charset() {
        return charset;
    }

    /** How many bytes were not UTF-8 and have been read as windows-1252. */
    long strayBytes() {
        return strayBytes;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!chars.hasRemaining() && !decodeMore()) {
            return -1;
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private boolean decodeMore() throws IOException {
        chars.clear();
        while (chars.position() == 0 && (bytes.hasRemaining() || !ended)) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                chars.put(WINDOWS.decode(ByteBuffer.wrap(new byte[] {bytes.get()})));
                strayBytes++;
            } else if (result.isUnderflow()) {
                if (ended) {
                    break;
                }
                fill();
            }
        }
        chars.flip();
        return chars.hasRemaining();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
            bytesRead.addAndGet(count);
        }
        bytes.flip();
    }

    private Charset detect() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(3);
        } else if (startsWith(0xFE, 0xFF)) {
            bytes.position(2);
            return StandardCharsets.UTF_16BE;
        } else if (startsWith(0xFF, 0xFE)) {
            bytes.position(2);
            return StandardCharsets.UTF_16LE;
        } else if (bytes.remaining() >= 2 && bytes.get(0) == 0 && bytes.get(1) != 0) {
            return StandardCharsets.UTF_16BE;
        } else if (bytes.remaining() >= 2 && bytes.get(0) != 0 && bytes.get(1) == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private boolean startsWith(int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
