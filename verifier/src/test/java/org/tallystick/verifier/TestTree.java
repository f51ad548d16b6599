package org.tallystick.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Merkle tree straight from the definition in RFC 6962: slow, and plain to see that it is right. */
final class TestTree {

    private final List<byte[]> leafHashes;
    private final Map<Long, byte[]> known = new HashMap<>();

    TestTree(List<byte[]> leafHashes) {
        this.leafHashes = leafHashes;
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] leaf(byte[] bytes) {
        return sha256(new byte[] {0}, bytes);
    }

    /** MTH(D[0:size]). */
    byte[] root(int size) {
        return root(0, size);
    }

    /** MTH(D[from:to]). */
    byte[] root(int from, int to) {
        if (to == from) {
            return sha256();
        }
        if (to - from == 1) {
            return leafHashes.get(from);
        }
        long key = (long) from << 32 | to;
        byte[] hash = known.get(key);
        if (hash == null) {
            int k = from + split(to - from);
            hash = sha256(new byte[] {1}, root(from, k), root(k, to));
            known.put(key, hash);
        }
        return hash;
    }

    /** PATH(index, D[from:to]), index counted from the beginning of all. */
    List<byte[]> path(int index, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int k = from + split(to - from);
        List<byte[]> path = index < k ? path(index, from, k) : path(index, k, to);
        path.add(index < k ? root(k, to) : root(from, k));
        return path;
    }

    /** The largest power of two that is smaller. */
    private static int split(int count) {
        return Integer.highestOneBit(count - 1);
    }
}
