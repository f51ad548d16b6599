package org.tallystick.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A text and who signed it, in the form of C2SP {@code signed-note}.
 *
 * @param text ends with a line feed
 * @param signatures in the order of their lines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note ends with a line feed.");
        }
    }

    /**
     * One signature.
     *
     * @param name of the key
     * @param keyId the key's id, 8 digits of hex
     * @param bytes the signature itself
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of these
    public record NoteSignature(String name, String keyId, byte[] bytes) {

        /** Its line, with a line feed. */
        public String line() {
            byte[] id = HexFormat.of().parseHex(keyId);
            byte[] both = new byte[id.length + bytes.length];
            System.arraycopy(id, 0, both, 0, id.length);
            System.arraycopy(bytes, 0, both, id.length, bytes.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }

        /** The signature of a line without its line feed; empty where it is none. */
        public static Optional<NoteSignature> of(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2 || !NoteKey.isName(parts[0])) {
                return Optional.empty();
            }
            try {
                byte[] both = Base64.getDecoder().decode(parts[1]);
                return both.length < 5
                        ? Optional.empty()
                        : Optional.of(new NoteSignature(
                                parts[0],
                                HexFormat.of().formatHex(both, 0, 4),
                                java.util.Arrays.copyOfRange(both, 4, both.length)));
            } catch (IllegalArgumentException noBase64) {
                return Optional.empty();
            }
        }
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException where it is not written as notes are, with the reason
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("A note is a text, an empty line, and lines of signatures.");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(NoteSignature.of(line)
                    .orElseThrow(() -> new IllegalArgumentException("This is no signature of a note: " + line)));
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("A note has at most " + MOST_SIGNATURES + " signatures.");
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** The note with one more signature. */
    public SignedNote and(NoteSignature signature) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    /** The signed bytes. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The whole note. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
