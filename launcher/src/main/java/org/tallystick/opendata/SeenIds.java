package org.tallystick.opendata;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Which identifiers a file has had so far, with what content and in which row: 20 bytes each in open addressing, so
 * that a million take about 42 MB. An identifier is known by 64 bits of its SHA-256, and its content by as many: with a
 * million in a file the chance that two different ones meet is one in 37 million, and then a row is refused and
 * reported.
 */
final class SeenIds {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] ids = new long[FIRST_CAPACITY];
    private long[] contents = new long[FIRST_CAPACITY];
    private int[] rows = new int[FIRST_CAPACITY];
    private int size;

    /** Where an identifier was before, and whether it said the same. */
    record Earlier(long row, boolean same) {}

    /**
     * Keeps an identifier unless it is known.
     *
     * @return where it was before; null where it is new
     */
    @Nullable
    Earlier remember(String id, String content, long row) {
        long idHash = hash(id);
        long contentHash = hash(content);
        int slot = slot(ids, idHash);
        if (ids[slot] == idHash) {
            return new Earlier(rows[slot], contents[slot] == contentHash);
        }
        if ((size + 1) * 4L > ids.length * 3L) {
            grow();
            slot = slot(ids, idHash);
        }
        put(slot, idHash, contentHash, Math.toIntExact(row));
        size++;
        return null;
    }

    private void put(int slot, long id, long content, int row) {
        ids[slot] = id;
        contents[slot] = content;
        rows[slot] = row;
    }

    private void grow() {
        long[] oldIds = ids;
        long[] oldContents = contents;
        int[] oldRows = rows;
        ids = new long[oldIds.length * 2];
        contents = new long[ids.length];
        rows = new int[ids.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                put(slot(ids, oldIds[i]), oldIds[i], oldContents[i], oldRows[i]);
            }
        }
    }

    /** The slot that holds a hash, or the free one where it belongs. */
    private static int slot(long[] table, long hash) {
        int slot = (int) hash & (table.length - 1);
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** Never nought, which marks a free slot. */
    private static long hash(String text) {
        long hash = ByteBuffer.wrap(PartyNumbers.sha256(text)).getLong();
        return hash == 0 ? 1 : hash;
    }
}
