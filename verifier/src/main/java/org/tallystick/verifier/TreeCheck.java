package org.tallystick.verifier;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Check 2: the leaves are whole, in order and canonical, every hash of every tile follows from them, and so does the
 * root that the manifest names.
 */
final class TreeCheck {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /** The tile of a level that is being compared. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    private record Tile(long number, String path, byte[] hashes) {}

    private final Pack pack;
    private final Instant latest;
    private final CompactRange range = new CompactRange(this::subtree);
    private final SequenceTable sequences = new SequenceTable();
    private final Map<Integer, Tile> tiles = new HashMap<>();
    private @Nullable Wrong wrong;

    TreeCheck(Pack pack) {
        this.pack = pack;
        this.latest = pack.claims().writtenAt().plus(CLOCKS_DIFFER);
    }

    /** The tree so far. */
    CompactRange range() {
        return range;
    }

    /** Adds the next leaf; it is null where it is wrong and only its hash is there. */
    void add(byte[] hash, @Nullable Leaf leaf) {
        range.add(hash);
        if (leaf == null || wrong != null) {
            return;
        }
        int expected = sequences.take(leaf.aggregate());
        if (leaf.sequence() != expected) {
            found(new Wrong(
                    leaf.position(),
                    "The leaf has sequence " + leaf.sequence() + " of " + Wrong.shown(leaf.aggregate()) + ", where "
                            + expected + " comes next."));
        } else if (leaf.recordedAt().isAfter(latest)) {
            found(new Wrong(
                    leaf.position(),
                    "The leaf was recorded at " + leaf.recordedAt() + ", after the pack was written."));
        }
    }

    /** Notes what is wrong; the first counts. */
    void found(@Nullable Wrong what) {
        wrong = wrong == null || (what != null && what.position() < wrong.position()) ? what : wrong;
    }

    /** Says what was found, when all leaves are there. */
    void finish() {
        Manifest manifest = pack.claims();
        if (wrong != null) {
            throw wrong;
        }
        if (range.size() != manifest.size()) {
            throw new Wrong(range.size() + 1, "The leaf at this position is missing.");
        }
        if (!Arrays.equals(range.root(), manifest.root())) {
            throw new Wrong(manifest.size(), "The root of the tree is not the one that the manifest names.");
        }
    }

    /** A full subtree of 1, 256, 65,536… leaves is a hash in a tile of that level. */
    private void subtree(int height, long index, byte[] hash) {
        if (height % 8 != 0 || wrong != null) {
            return;
        }
        int level = height / 8;
        long size = pack.claims().size();
        long firstPosition = (index << height) + 1;
        long number = index / TilePath.WIDTH;
        int from = (int) (index % TilePath.WIDTH) * Hashes.LENGTH;
        try {
            Tile tile = tile(level, number);
            long width = TilePath.width(number, size >> height);
            if (tile.hashes().length != width * Hashes.LENGTH) {
                throw new Wrong(firstPosition, "The tile " + tile.path() + " does not have " + width + " hashes.");
            }
            if (!Arrays.equals(tile.hashes(), from, from + Hashes.LENGTH, hash, 0, Hashes.LENGTH)) {
                String what = level == 0 ? "of this leaf" : "of the " + (1L << height) + " leaves from here";
                throw new Wrong(firstPosition, "The hash " + what + " is not the one in " + tile.path() + ".");
            }
        } catch (Wrong e) {
            found(e.at(firstPosition));
        } catch (IOException e) {
            throw Unusable.damaged(e);
        }
    }

    /** Its path is made once only: of each leaf it would take longer than the hash. */
    private Tile tile(int level, long number) throws IOException {
        Tile tile = tiles.get(level);
        if (tile == null || tile.number() != number) {
            String path = TilePath.hashes(level, number, pack.claims().size());
            tile = new Tile(number, path, pack.bytes(path));
            tiles.put(level, tile);
        }
        return tile;
    }
}
