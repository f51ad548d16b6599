package org.tallystick.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A tree of a given size that is read tile by tile, each tile once. Not for several threads. */
public final class TiledTree implements MerkleTree.Subtrees {

    /** Where tiles are kept. */
    @FunctionalInterface
    public interface Tiles {
        /** The hashes of a tile, one after another. */
        byte[] hashes(Tile tile);
    }

    private final Tiles tiles;
    private final long size;
    private final Map<Tile, byte[]> read = new HashMap<>();

    /** The tree of the first so many leaves. */
    public TiledTree(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** Its root. */
    public byte[] root() {
        return MerkleTree.root(size, this);
    }

    @Override
    public byte[] root(int height, long number) {
        int level = height / Tile.HEIGHT;
        int within = height % Tile.HEIGHT;
        return over(level, number << within, within);
    }

    private byte[] over(int level, long first, int height) {
        if (height > 0) {
            long half = 1L << (height - 1);
            return MerkleTree.nodeHash(over(level, first, height - 1), over(level, first + half, height - 1));
        }
        long number = first / Tile.WIDTH;
        Tile tile = new Tile(level, number, Tile.widthIn(level, number, size));
        byte[] hashes = read.computeIfAbsent(tile, tiles::hashes);
        int from = (int) (first % Tile.WIDTH) * MerkleTree.HASH_BYTES;
        return Arrays.copyOfRange(hashes, from, from + MerkleTree.HASH_BYTES);
    }
}
