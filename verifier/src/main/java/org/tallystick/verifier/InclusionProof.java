package org.tallystick.verifier;

import java.util.List;

/** Proofs that a leaf is in a tree (RFC 6962, section 2.1.1; verified as RFC 9162, section 2.1.3.2, says). */
final class InclusionProof {

    private InclusionProof() {}

    /** Whether the proof leads from the leaf at that index to the root of the tree of that size. */
    static boolean proves(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hashes.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hashes.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && java.util.Arrays.equals(hash, root);
    }
}
