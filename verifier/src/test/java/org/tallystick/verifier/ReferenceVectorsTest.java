package org.tallystick.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashes, proofs and signatures against values that others computed. */
class ReferenceVectorsTest {

    /** Leaves and the roots of their trees: github.com/transparency-dev/merkle, testonly/constants.go. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

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

    /** C2SP signed-note, "Example". */
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String NOTE =
            "This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq"
                    + "6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    @Test
    void the_root_at_every_size_is_that_of_the_reference() {
        CompactRange range = new CompactRange((_, _, _) -> {});
        assertThat(range.root()).isEqualTo(hex(ROOTS.getFirst()));
        for (int i = 0; i < LEAVES.size(); i++) {
            range.add(Hashes.leaf(hex(LEAVES.get(i))));
            assertThat(range.root()).as("size %d", i + 1).isEqualTo(hex(ROOTS.get(i + 1)));
        }
    }

    /** RFC6962 Leaf and Node of github.com/transparency-dev/merkle, rfc6962/rfc6962_test.go. */
    @Test
    void leaf_and_node_are_hashed_as_in_the_reference() {
        assertThat(Hashes.leaf("L123456".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(hex("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"));
        byte[] left = "N123".getBytes(StandardCharsets.UTF_8);
        byte[] right = "N456".getBytes(StandardCharsets.UTF_8);
        assertThat(Hashes.node(left, right))
                .isEqualTo(hex("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb"));
    }

    /** The happy paths of github.com/transparency-dev/merkle, testdata/inclusion/1 to 3, and what breaks them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0|8|bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=|lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c= Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4= a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=|XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=
            5|8|QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=|vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms= yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA= 037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=|XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=
            2|3|ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=|+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=|rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=
            """)
    void inclusion_proofs_are_judged_as_in_the_reference(int index, int size, String leaf, String path, String root) {
        List<byte[]> proof = new ArrayList<>();
        for (String hash : path.split(" ")) {
            proof.add(base64(hash));
        }
        assertThat(InclusionProof.proves(base64(leaf), index, size, proof, base64(root)))
                .isTrue();

        // What the reference's other files do to them: wrong index, size, leaf, root; hashes more, fewer, changed.
        assertThat(InclusionProof.proves(base64(leaf), index ^ 2, size, proof, base64(root)))
                .isFalse();
        assertThat(InclusionProof.proves(base64(leaf), index + 1, size, proof, base64(root)))
                .isFalse();
        assertThat(InclusionProof.proves(base64(leaf), index, size * 2L, proof, base64(root)))
                .isFalse();
        assertThat(InclusionProof.proves(base64(root), index, size, proof, base64(root)))
                .isFalse();
        assertThat(InclusionProof.proves(base64(leaf), index, size, proof, base64(leaf)))
                .isFalse();
        assertThat(InclusionProof.proves(base64(leaf), index, size, proof.subList(1, proof.size()), base64(root)))
                .isFalse();
        proof.getFirst()[3] ^= 8;
        assertThat(InclusionProof.proves(base64(leaf), index, size, proof, base64(root)))
                .isFalse();
        proof.getFirst()[3] ^= 8;
        proof.add(new byte[32]);
        assertThat(InclusionProof.proves(base64(leaf), index, size, proof, base64(root)))
                .isFalse();
    }

    @Test
    void every_proof_of_trees_up_to_40_leaves_is_accepted() {
        List<byte[]> leaves = new ArrayList<>();
        for (byte i = 0; i < 40; i++) {
            leaves.add(TestTree.leaf(new byte[] {i}));
            TestTree tree = new TestTree(List.copyOf(leaves));
            for (int index = 0; index <= i; index++) {
                List<byte[]> path = tree.path(index, 0, i + 1);
                assertThat(InclusionProof.proves(leaves.get(index), index, i + 1L, path, tree.root(i + 1)))
                        .isTrue();
            }
        }
    }

    @Test
    void the_example_of_signed_note_is_signed() {
        VerifierKey key = VerifierKey.parse(VKEY, VerifierKey.ED25519);

        assertThat(SignedNote.parse(NOTE).isSignedBy(key)).isTrue();
        assertThat(SignedNote.parse(NOTE.replace("example message", "examplo message"))
                        .isSignedBy(key))
                .isFalse();
    }

    @Test
    void a_key_whose_id_does_not_follow_from_it_is_none() {
        assertThatThrownBy(() -> VerifierKey.parse(VKEY.replace("530d903a", "530d903b"), VerifierKey.ED25519))
                .isInstanceOf(Wrong.class);
        assertThatThrownBy(() -> VerifierKey.parse(VKEY, VerifierKey.COSIGNATURE))
                .isInstanceOf(Wrong.class);
    }

    /** C2SP tlog-cosignature, its first example and its example of what is signed; the keys to it are not published. */
    @Test
    void the_example_of_tlog_cosignature_is_read() {
        Checkpoint checkpoint = Checkpoint.parse(
                "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
                        + "\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5"
                        + "/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
                        + "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dl"
                        + "rDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n");

        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        SignedNote.Line cosignature = checkpoint.note().signatures().getLast();
        assertThat(cosignature.name()).isEqualTo("witness.example.com/w1");
        assertThat(cosignature.id()).isEqualTo("8d66cf3f");
        assertThat(ByteBuffer.wrap(cosignature.signature()).getLong()).isEqualTo(1_679_315_147L);
        assertThat(cosignature.signature()).hasSize(72);
    }

    @Test
    void a_cosignature_counts_with_its_time_and_its_text() {
        TestKey witness = new TestKey("witness.example.org", 4);
        VerifierKey key = VerifierKey.parse(witness.vkey, VerifierKey.COSIGNATURE);
        String text = "example.com/log\n1\n" + Hashes.base64(new byte[32]) + "\n";
        String line = witness.cosignature(text, 1_679_315_147L);

        assertThat(SignedNote.parse(text + "\n" + line).isSignedBy(key)).isTrue();
        assertThat(SignedNote.parse(text.replace("\n1\n", "\n2\n") + "\n" + line)
                        .isSignedBy(key))
                .isFalse();
        assertThat(SignedNote.parse(text + "\n" + witness.line(text)).isSignedBy(key))
                .isFalse();
    }

    /** The example of C2SP tlog-tiles: a tree of 70,000 has 273 full tiles, partial ones of 112, 17 and 1. */
    @Test
    void tiles_lie_where_the_specification_says() {
        assertThat(TilePath.all(70_000))
                .hasSize(274 + 274 + 2 + 1)
                .contains("tile/0/272", "tile/0/273.p/112", "tile/entries/273.p/112", "tile/1/000", "tile/1/001.p/17")
                .contains("tile/2/000.p/1");
        assertThat(TilePath.all(256)).containsExactlyInAnyOrder("tile/0/000", "tile/entries/000", "tile/1/000.p/1");
        assertThat(TilePath.entries(1_234_067, Long.MAX_VALUE)).isEqualTo("tile/entries/x001/x234/067");
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
