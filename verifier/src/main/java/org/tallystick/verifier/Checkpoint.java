package org.tallystick.verifier;

/**
 * A checkpoint of a log, as C2SP tlog-checkpoint has it.
 *
 * @param note what was signed, and the signatures
 * @param size of the tree
 * @param root of the tree of that size
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record Checkpoint(SignedNote note, String origin, long size, byte[] root) {

    /** Reads a checkpoint; refuses what is none. */
    static Checkpoint parse(String text) {
        SignedNote note = SignedNote.parse(text);
        String[] lines = note.text().split("\n", -1);
        // The fourth is what stands after the last line feed.
        if (lines.length != 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new Wrong(Wrong.NOWHERE, "There is a checkpoint that is none.");
        }
        return new Checkpoint(note, lines[0], Long.parseLong(lines[1]), Hashes.hashFromBase64(lines[2]));
    }
}
