package org.tallystick.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs in which nothing is wrong. */
class GoodPackTest {

    @TempDir
    Path folder;

    @Test
    void a_pack_of_everything_is_good() {
        TestPack pack = TestPack.good(1, 60, null);

        Run run = Run.of(pack.write(folder.resolve("pack.zip")));

        assertThat(run.out()).contains("Good: nothing was altered").doesNotContain("NOT GOOD");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void a_pack_of_a_fund_is_good() {
        TestPack pack = TestPack.good(2, 60, TestHistory.FUND);

        Run run = Run.of(pack.write(folder.resolve("pack.zip")));

        assertThat(run.out()).contains("Good: nothing was altered");
        assertThat(run.exit()).isZero();
    }

    @Test
    void a_pack_with_the_key_and_the_witness_one_knows_is_good() {
        TestPack pack = TestPack.good(3, 12, null);
        Path zip = pack.write(folder.resolve("pack.zip"));

        Run run = Run.of(zip, "--key", pack.keys.getFirst().vkey, "--witness", pack.witness.vkey);

        assertThat(run.out()).contains("witness witness.example.org signed up to position " + pack.size());
        assertThat(run.exit()).isZero();
    }

    @Test
    void a_pack_of_many_tiles_is_good() {
        TestPack pack = TestPack.good(4, 9_000, null);
        assertThat(pack.files).containsKey("tile/2/000.p/1").containsKey("events/000006.jsonl");

        Run run = Run.of(pack.write(folder.resolve("pack.zip")));

        assertThat(run.out()).contains("Good: nothing was altered");
        assertThat(run.exit()).isZero();
    }

    @Test
    void machines_read_the_report_as_json() {
        TestPack pack = TestPack.good(5, 12, null);

        Run run = Run.of(pack.write(folder.resolve("pack.zip")), "--json");

        JsonObject report = Json.object(run.out());
        assertThat(report.members()).containsEntry("good", true).containsEntry("firstWrongPosition", null);
        assertThat(report.objects("checks"))
                .extracting(check -> check.text("check"))
                .startsWith("structure", "tree", "checkpoints", "events");
        Path file = folder.resolve("report.json");
        Run words = Run.of(folder.resolve("pack.zip"), "--report", file.toString());
        assertThat(words.out()).contains("Good: nothing was altered");
        assertThat(file).content().isEqualTo(run.out());
        assertThat(Run.of(folder.resolve("pack.zip"), "--report", folder.toString())
                        .exit())
                .isEqualTo(2);
    }
}
