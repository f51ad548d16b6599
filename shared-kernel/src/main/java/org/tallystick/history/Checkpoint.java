package org.tallystick.history;

import java.util.Base64;

/**
 * What a log says of itself: how long it is and what is in it, as C2SP {@code tlog-checkpoint} writes it.
 *
 * @param origin which log
 * @param size entries in it: the positions 1 to this one
 * @param root of its Merkle tree
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record Checkpoint(String origin, long size, byte[] root) {

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /**
     * Reads the text of a note.
     *
     * @throws IllegalArgumentException where it is no checkpoint, or not written as one is
     */
    public static Checkpoint of(SignedNote note) {
        String[] lines = note.text().split("\n", -1);
        if (lines.length == 4 && !lines[0].isEmpty() && lines[1].matches("0|[1-9]\\d{0,17}")) {
            try {
                byte[] root = Base64.getDecoder().decode(lines[2]);
                Checkpoint read = new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
                if (root.length == MerkleTree.HASH_BYTES && read.text().equals(note.text())) {
                    return read;
                }
            } catch (IllegalArgumentException noBase64) {
                // said below
            }
        }
        throw new IllegalArgumentException("This is no checkpoint: it must be an origin, a size and a root.");
    }
}
