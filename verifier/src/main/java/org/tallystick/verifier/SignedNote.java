package org.tallystick.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with signatures under it, as C2SP signed-note has it.
 *
 * @param text what is signed, with its last line feed
 * @param signatures in their order
 */
record SignedNote(String text, List<Line> signatures) {

    private static final Pattern LINE = Pattern.compile("\u2014 ([^\\s\\p{Z}+]+) ([A-Za-z0-9+/=]+)");

    /** A signature of whoever has that name and key id. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record Line(String name, String id, byte[] signature) {

        boolean isOf(VerifierKey key) {
            return name.equals(key.name()) && id.equals(key.id());
        }
    }

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; refuses what is none. */
    static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        boolean control = note.chars().anyMatch(c -> c < ' ' && c != '\n');
        if (end < 1 || control || !note.endsWith("\n") || note.length() == end + 2) {
            throw new Wrong(Wrong.NOWHERE, "There is a signed note that is none.");
        }
        List<Line> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || signatures.size() == Limits.SIGNATURES) {
                throw new Wrong(Wrong.NOWHERE, "There is a signed note with a line that is no signature.");
            }
            byte[] bytes = Hashes.fromBase64(matcher.group(2));
            if (bytes.length < 5) {
                throw new Wrong(Wrong.NOWHERE, "There is a signed note with a signature that is too short.");
            }
            String id = Hashes.hex(Arrays.copyOf(bytes, 4));
            signatures.add(new Line(matcher.group(1), id, Arrays.copyOfRange(bytes, 4, bytes.length)));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** Whether the key signed it. One good signature is enough, and one bad under its name spoils it. */
    boolean isSignedBy(VerifierKey key) {
        List<Line> own = signatures.stream().filter(line -> line.isOf(key)).toList();
        return !own.isEmpty() && own.stream().allMatch(line -> verifies(key, line.signature()));
    }

    /** Whether there is a signature under the name and id of the key, good or not. */
    boolean namesKey(VerifierKey key) {
        return signatures.stream().anyMatch(line -> line.isOf(key));
    }

    private boolean verifies(VerifierKey key, byte[] signature) {
        if (key.algorithm() == VerifierKey.ED25519) {
            return key.verifies(text.getBytes(StandardCharsets.UTF_8), signature);
        }
        // C2SP tlog-cosignature: a time of eight bytes, and a signature over that time and the text.
        if (signature.length != 72) {
            return false;
        }
        long time = java.nio.ByteBuffer.wrap(signature).getLong();
        String message = "cosignature/v1\ntime " + time + "\n" + text;
        byte[] rest = Arrays.copyOfRange(signature, 8, 72);
        return time >= 0 && key.verifies(message.getBytes(StandardCharsets.UTF_8), rest);
    }
}
