package org.tallystick.verifier;

import java.util.Set;
import java.util.TreeSet;

/** Where the tiles of a tree lie, as C2SP tlog-tiles has it. */
final class TilePath {

    /** Hashes of a full tile, leaves of a full bundle. */
    static final int WIDTH = 256;

    private TilePath() {}

    /** The path of a tile of hashes in a tree of that size. */
    static String hashes(int level, long index, long size) {
        return "tile/" + level + "/" + at(index, size >> (8 * level));
    }

    /** The path of a bundle of leaves in a tree of that size. */
    static String entries(long index, long size) {
        return "tile/entries/" + at(index, size);
    }

    /** All paths of a tree of that size, which are as many as there are bundles and a few more. */
    static Set<String> all(long size) {
        Set<String> paths = new TreeSet<>();
        for (int level = 0; level < 8 && size >> (8 * level) > 0; level++) {
            for (long index = 0; index * WIDTH < size >> (8 * level); index++) {
                paths.add(hashes(level, index, size));
                if (level == 0) {
                    paths.add(entries(index, size));
                }
            }
        }
        return paths;
    }

    /** How many hashes or leaves a tile has, of as many as there are at its level. */
    static long width(long index, long hashesAtLevel) {
        return Math.min(WIDTH, hashesAtLevel - index * WIDTH);
    }

    /** The index in groups of three digits, and the width where the tile is not full. */
    private static String at(long index, long hashesAtLevel) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        long width = width(index, hashesAtLevel);
        return width < WIDTH ? path + ".p/" + width : path.toString();
    }
}
