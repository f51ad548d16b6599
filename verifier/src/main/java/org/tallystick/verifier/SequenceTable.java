package org.tallystick.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The next sequence of each aggregate, in twelve bytes an aggregate: it is known by the beginning of its SHA-256, so
 * that a log of many millions of aggregates fits in memory.
 */
final class SequenceTable {

    private long[] keys = new long[1 << 12];
    private int[] next = new int[1 << 12];
    private int used;

    /** Takes the next sequence of an aggregate: the count of those taken before. */
    int take(String aggregate) {
        if (4L * used > 3L * keys.length) {
            grow();
        }
        int slot = slot(key(aggregate));
        if (next[slot] == 0) {
            used++;
            keys[slot] = key(aggregate);
        }
        return next[slot]++;
    }

    private int slot(long key) {
        int slot = (int) key & (keys.length - 1);
        while (next[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNext = next;
        keys = new long[2 * oldKeys.length];
        next = new int[2 * oldNext.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNext[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                next[slot] = oldNext[i];
            }
        }
    }

    private static long key(String aggregate) {
        return ByteBuffer.wrap(Hashes.sha256(aggregate.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
