package org.tallystick.history;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, over SHA-256: roots, proofs that an entry is in a tree, and proofs that one
 * tree continues another.
 */
public final class MerkleTree {

    /** Bytes of a hash. */
    public static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** What a tree is made of. */
    @FunctionalInterface
    public interface Subtrees {
        /**
         * The root of a complete subtree.
         *
         * @param height it has two to the power of this many leaves; 0 for a leaf's own hash
         * @param number how many subtrees of this height stand before it
         */
        byte[] root(int height, long number);
    }

    /** The hash of an entry. */
    public static byte[] leafHash(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** The hash over two neighbours. */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of a tree of the first entries; of none, the hash of nothing. */
    public static byte[] root(long size, Subtrees subtrees) {
        return size == 0 ? sha256().digest() : root(0, size, subtrees);
    }

    /** The root over hashes of leaves, in their order. */
    public static byte[] root(List<byte[]> leafHashes) {
        return root(leafHashes.size(), of(leafHashes));
    }

    /** The complete subtrees over hashes of leaves. */
    public static Subtrees of(List<byte[]> leafHashes) {
        return new Subtrees() {
            @Override
            public byte[] root(int height, long number) {
                return height == 0
                        ? leafHashes.get(Math.toIntExact(number))
                        : nodeHash(root(height - 1, 2 * number), root(height - 1, 2 * number + 1));
            }
        };
    }

    /**
     * Proof that an entry is in the tree of the first {@code size} (RFC 6962, 2.1.1), from its sibling up.
     *
     * @throws IllegalArgumentException where there is no such entry in it
     */
    public static List<byte[]> inclusionProof(long index, long size, Subtrees subtrees) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " has no entry " + index + ".");
        }
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, size, subtrees, proof);
        return List.copyOf(proof);
    }

    /**
     * Proof that the tree of {@code to} entries continues that of {@code from} (RFC 6962, 2.1.2); empty from 0 and
     * between equals.
     *
     * @throws IllegalArgumentException where {@code from} is greater
     */
    public static List<byte[]> consistencyProof(long from, long to, Subtrees subtrees) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A tree of " + to + " does not continue one of " + from + ".");
        }
        List<byte[]> proof = new ArrayList<>();
        if (from > 0) {
            subproof(from, 0, to, true, subtrees, proof);
        }
        return List.copyOf(proof);
    }

    /** Whether the proof shows that an entry with this hash is at the index of the tree with this root. */
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        int inner = 64 - Long.numberOfLeadingZeros(index ^ (size - 1));
        int border = Long.bitCount(index >>> inner);
        if (proof.size() != inner + border) {
            return false;
        }
        byte[] hash = leafHash;
        for (int i = 0; i < proof.size(); i++) {
            boolean right = i >= inner || (index >>> i & 1) == 1;
            hash = right ? nodeHash(proof.get(i), hash) : nodeHash(hash, proof.get(i));
        }
        return MessageDigest.isEqual(hash, root);
    }

    /** Whether the proof shows that the tree with the second root continues that with the first. */
    public static boolean continues(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to || from == 0) {
            byte[] expected = from == 0 ? sha256().digest() : toRoot;
            return proof.isEmpty() && MessageDigest.isEqual(fromRoot, expected);
        }
        int shift = Long.numberOfTrailingZeros(from);
        int inner = 64 - Long.numberOfLeadingZeros((from - 1) ^ (to - 1)) - shift;
        int border = Long.bitCount((from - 1) >>> (inner + shift));
        boolean complete = Long.bitCount(from) == 1;
        int begin = complete ? 0 : 1;
        if (proof.size() != begin + inner + border) {
            return false;
        }
        byte[] seed = complete ? fromRoot : proof.getFirst();
        byte[] first = seed;
        byte[] second = seed;
        long mask = (from - 1) >>> shift;
        for (int i = 0; i < inner + border; i++) {
            byte[] hash = proof.get(begin + i);
            boolean right = i >= inner || (mask >>> i & 1) == 1;
            first = right ? nodeHash(hash, first) : first;
            second = right ? nodeHash(hash, second) : nodeHash(second, hash);
        }
        return MessageDigest.isEqual(first, fromRoot) && MessageDigest.isEqual(second, toRoot);
    }

    private static byte[] root(long start, long end, Subtrees subtrees) {
        long size = end - start;
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return subtrees.root(height, start >>> height);
        }
        long middle = start + Long.highestOneBit(size);
        return nodeHash(root(start, middle, subtrees), root(middle, end, subtrees));
    }

    private static void path(long index, long start, long end, Subtrees subtrees, List<byte[]> proof) {
        long size = end - start;
        if (size == 1) {
            return;
        }
        long middle = start + Long.highestOneBit(size - 1);
        if (index < middle) {
            path(index, start, middle, subtrees, proof);
            proof.add(root(middle, end, subtrees));
        } else {
            path(index, middle, end, subtrees, proof);
            proof.add(root(start, middle, subtrees));
        }
    }

    private static void subproof(
            long from, long start, long end, boolean known, Subtrees subtrees, List<byte[]> proof) {
        if (from == end) {
            if (!known) {
                proof.add(root(start, end, subtrees));
            }
            return;
        }
        long middle = start + Long.highestOneBit(end - start - 1);
        if (from <= middle) {
            subproof(from, start, middle, known, subtrees, proof);
            proof.add(root(middle, end, subtrees));
        } else {
            subproof(from, middle, end, false, subtrees, proof);
            proof.add(root(start, middle, subtrees));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
