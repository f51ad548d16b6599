package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The entries and roots are the reference values that Certificate Transparency's implementations share: the tests of
 * google/certificate-transparency, now {@code testonly/constants.go} of transparency-dev/merkle.
 */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    private static final List<byte[]> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HEX::parseHex)
            .map(MerkleTree::leafHash)
            .toList();

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void roots_are_the_reference_values() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(HEX.formatHex(MerkleTree.root(LEAVES.subList(0, size)))).isEqualTo(ROOTS.get(size));
        }
    }

    /** The paths that RFC 6962, 2.1.3, draws for seven entries: of d0, d3, d4 and d6. */
    @Test
    void inclusion_proofs_are_those_of_the_rfc() {
        byte[] h = pair(4, 5);
        byte[] k = MerkleTree.nodeHash(pair(0, 1), pair(2, 3));
        assertThat(inclusion(0, 7)).containsExactly(LEAVES.get(1), pair(2, 3), MerkleTree.nodeHash(h, LEAVES.get(6)));
        assertThat(inclusion(3, 7)).containsExactly(LEAVES.get(2), pair(0, 1), MerkleTree.nodeHash(h, LEAVES.get(6)));
        assertThat(inclusion(4, 7)).containsExactly(LEAVES.get(5), LEAVES.get(6), k);
        assertThat(inclusion(6, 7)).containsExactly(h, k);
    }

    /** Those of the same section between 3, 4, 6 entries and 7. */
    @Test
    void consistency_proofs_are_those_of_the_rfc() {
        byte[] l = MerkleTree.nodeHash(pair(4, 5), LEAVES.get(6));
        byte[] k = MerkleTree.nodeHash(pair(0, 1), pair(2, 3));
        assertThat(consistency(3, 7)).containsExactly(LEAVES.get(2), LEAVES.get(3), pair(0, 1), l);
        assertThat(consistency(4, 7)).containsExactly(l);
        assertThat(consistency(6, 7)).containsExactly(pair(4, 5), LEAVES.get(6), k);
    }

    @Test
    void every_proof_holds_and_no_altered_one_does() {
        List<byte[]> leaves = IntStream.range(0, 70)
                .mapToObj(i -> MerkleTree.leafHash(new byte[] {(byte) i}))
                .toList();
        MerkleTree.Subtrees subtrees = MerkleTree.of(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = MerkleTree.root(size, subtrees);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = MerkleTree.inclusionProof(index, size, subtrees);
                assertThat(MerkleTree.includes(leaves.get(index), index, size, proof, root))
                        .isTrue();
                int at = index;
                int of = size;
                altered(proof)
                        .forEach(bad -> assertThat(MerkleTree.includes(leaves.get(at), at, of, bad, root))
                                .isFalse());
                assertThat(MerkleTree.includes(leaves.get((index + 1) % 70), index, size, proof, root))
                        .isFalse();
            }
            for (int from = 0; from <= size; from++) {
                List<byte[]> proof = MerkleTree.consistencyProof(from, size, subtrees);
                byte[] before = MerkleTree.root(from, subtrees);
                assertThat(MerkleTree.continues(from, before, size, root, proof))
                        .isTrue();
                int of = size;
                int old = from;
                altered(proof)
                        .forEach(bad -> assertThat(MerkleTree.continues(old, before, of, root, bad))
                                .isFalse());
                if (from > 0) {
                    assertThat(MerkleTree.continues(from, flipped(before), size, root, proof))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void there_is_no_proof_of_what_is_not_there() {
        MerkleTree.Subtrees subtrees = MerkleTree.of(LEAVES);
        assertThatThrownBy(() -> MerkleTree.inclusionProof(8, 8, subtrees))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(5, 4, subtrees))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tree_read_tile_by_tile_has_the_same_root_and_proofs() {
        int most = 70_000;
        List<byte[]> leaves = IntStream.range(0, most)
                .mapToObj(
                        i -> MerkleTree.leafHash(Integer.toString(i).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
        TiledTree.Tiles tiles = tile -> tileOf(leaves, tile);
        for (int size : new int[] {1, 255, 256, 257, 511, 65_535, 65_536, 65_537, most}) {
            byte[] root = MerkleTree.root(leaves.subList(0, size));
            TiledTree tree = new TiledTree(tiles, size);
            assertThat(tree.root()).isEqualTo(root);
            assertThat(MerkleTree.includes(
                            leaves.get(size / 2),
                            size / 2,
                            size,
                            MerkleTree.inclusionProof(size / 2, size, tree),
                            root))
                    .isTrue();
            byte[] before = MerkleTree.root(leaves.subList(0, size / 3));
            assertThat(MerkleTree.continues(
                            size / 3, before, size, root, MerkleTree.consistencyProof(size / 3, size, tree)))
                    .isTrue();
        }
    }

    /** A tile by its definition: each hash the root of a full stretch of leaves. */
    private static byte[] tileOf(List<byte[]> leaves, Tile tile) {
        int each = 1 << (Tile.HEIGHT * tile.level());
        byte[] hashes = new byte[tile.width() * MerkleTree.HASH_BYTES];
        for (int i = 0; i < tile.width(); i++) {
            int first = Math.toIntExact(tile.first() + i) * each;
            byte[] root = MerkleTree.root(leaves.subList(first, first + each));
            System.arraycopy(root, 0, hashes, i * MerkleTree.HASH_BYTES, MerkleTree.HASH_BYTES);
        }
        return hashes;
    }

    private static List<byte[]> inclusion(int index, int size) {
        return MerkleTree.inclusionProof(index, size, MerkleTree.of(LEAVES));
    }

    private static List<byte[]> consistency(int from, int to) {
        return MerkleTree.consistencyProof(from, to, MerkleTree.of(LEAVES));
    }

    private static byte[] pair(int left, int right) {
        return MerkleTree.nodeHash(LEAVES.get(left), LEAVES.get(right));
    }

    private static List<List<byte[]>> altered(List<byte[]> proof) {
        List<List<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<byte[]> one = new ArrayList<>(proof);
            one.set(i, flipped(proof.get(i)));
            all.add(one);
            List<byte[]> less = new ArrayList<>(proof);
            less.remove(i);
            all.add(less);
        }
        List<byte[]> more = new ArrayList<>(proof);
        more.add(new byte[MerkleTree.HASH_BYTES]);
        all.add(more);
        return all;
    }

    private static byte[] flipped(byte[] hash) {
        byte[] other = hash.clone();
        other[7] ^= 1;
        return other;
    }
}
