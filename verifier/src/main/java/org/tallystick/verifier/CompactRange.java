package org.tallystick.verifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A growing RFC 6962 tree of which only the roots of its full subtrees are kept, at most 63. Its root at a size costs
 * as many hashes; that the roots of all checkpoints come out of one such tree is what makes them consistent.
 */
final class CompactRange {

    /** Is told of each full subtree as it is completed. */
    interface Completed {

        /**
         * A subtree is complete.
         *
         * @param height above the leaves, which are at height 0
         * @param index among the subtrees of that height, from 0
         */
        void subtree(int height, long index, byte[] hash);
    }

    private final Completed completed;
    private final Deque<byte[]> roots = new ArrayDeque<>();
    private long size;

    CompactRange(Completed completed) {
        this.completed = completed;
    }

    long size() {
        return size;
    }

    /** Adds the hash of the next leaf. */
    void add(byte[] leafHash) {
        byte[] hash = leafHash;
        long index = size++;
        int height = 0;
        completed.subtree(height, index, hash);
        while ((index & 1) == 1) {
            hash = Hashes.node(roots.pop(), hash);
            index >>= 1;
            height++;
            completed.subtree(height, index, hash);
        }
        roots.push(hash);
    }

    /** The root of the tree as it is now. */
    byte[] root() {
        Iterator<byte[]> fromRight = roots.iterator();
        if (!fromRight.hasNext()) {
            return Hashes.emptyRoot();
        }
        byte[] root = fromRight.next();
        while (fromRight.hasNext()) {
            root = Hashes.node(fromRight.next(), root);
        }
        return root;
    }
}
