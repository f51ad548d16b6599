package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tallystick.history.Checkpoint;
import org.tallystick.history.NoteKey;
import org.tallystick.history.SignedNote;

class SignedNoteTest {

    /** The example of C2SP {@code signed-note}. */
    private static final String SPECIFIED = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHj\
            G1Yu72IneyaQM=
            """;

    private static final String SPECIFIED_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    /** The example of Go's {@code golang.org/x/mod/sumdb/note}. */
    private static final String GO_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String GO_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String GO_SIGNATURE =
            "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotp"
                    + "RZb6KE6RyyBwJnAM=\n";

    @Test
    void the_example_of_the_specification_is_signed() {
        SignedNote note = SignedNote.parse(SPECIFIED);
        assertThat(NoteKey.parse(SPECIFIED_KEY).signed(note)).isTrue();
        assertThat(note.toString()).isEqualTo(SPECIFIED);
        assertThat(NoteKey.parse(SPECIFIED_KEY)).hasToString(SPECIFIED_KEY);
    }

    @Test
    void the_example_of_go_is_signed_byte_for_byte() {
        NoteSigner signer = NoteSigner.parse(GO_SECRET);
        assertThat(signer.key()).hasToString(GO_KEY);
        assertThat(signer.secret()).isEqualTo(GO_SECRET);
        assertThat(signer.sign(GO_TEXT)).hasToString(GO_TEXT + "\n" + GO_SIGNATURE);
    }

    @Test
    void nothing_altered_is_signed() {
        NoteKey key = NoteKey.parse(SPECIFIED_KEY);
        assertThat(key.signed(SignedNote.parse(SPECIFIED.replace("example message", "Example message"))))
                .isFalse();
        assertThat(key.signed(SignedNote.parse(SPECIFIED.replace("Uw2QOkn8", "Uw2QOkn9"))))
                .isFalse();
        assertThat(NoteKey.parse(GO_KEY).signed(SignedNote.parse(SPECIFIED))).isFalse();
    }

    @Test
    void what_is_no_note_or_key_is_refused() {
        for (String text : new String[] {
            "",
            "no signature\n",
            "text\n\n\u2014 name\n",
            "text\n\n- name AAAAAAAAAA==\n",
            "text\n\n\u2014 na+me AAAAAAAAAA==\n",
            "tab\t\n\n" + GO_SIGNATURE,
            SPECIFIED.stripTrailing()
        }) {
            assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String vkey : new String[] {
            "", "a+b", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", GO_SECRET
        }) {
            assertThatThrownBy(() -> NoteKey.parse(vkey)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> NoteSigner.parse(GO_SECRET.replace("AYEK", "AYEL")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("AYE");
    }

    @Test
    void a_witness_signs_the_time_too() {
        NoteSigner log = NoteSigner.ofLog("grants.example.org/log");
        NoteSigner witness = NoteSigner.ofWitness("witness.example.org");
        SignedNote note = log.sign(new Checkpoint("grants.example.org/log", 3, new byte[32]).text());
        Instant at = Instant.parse("2026-11-22T18:00:00Z");
        SignedNote both = note.and(witness.cosign(note, at));
        assertThat(log.key().signed(both)).isTrue();
        assertThat(witness.key().signed(both)).isTrue();
        assertThat(NoteKey.timeOf(both.signatures().getLast())).isEqualTo(at);
        byte[] later = both.signatures().getLast().bytes().clone();
        later[7]++;
        SignedNote dated = note.and(new SignedNote.NoteSignature(
                "witness.example.org", witness.key().id(), later));
        assertThat(witness.key().signed(dated)).isFalse();
        assertThat(Checkpoint.of(both).size()).isEqualTo(3);
        assertThat(NoteKey.parse(witness.key().toString())).isEqualTo(witness.key());
    }

    @Test
    void a_checkpoint_is_written_in_one_way_only() {
        NoteSigner log = NoteSigner.ofLog("log");
        String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
        assertThat(Checkpoint.of(log.sign("log\n20852163\n" + root + "\n")).size())
                .isEqualTo(20_852_163);
        for (String text : new String[] {
            "log\n01\n" + root + "\n",
            "log\n-1\n" + root + "\n",
            "\n1\n" + root + "\n",
            "log\n1\n" + root.substring(4) + "\n",
            "log\n1\n" + root + "\nmore\n",
            "log\n1\n"
        }) {
            assertThatThrownBy(() -> Checkpoint.of(log.sign(text))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
