package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.fund.FundCommand.FreezeFund;

/** A back-up taken while everything runs, restored into another cluster, and every way in which one may be unfit. */
class BackUpTest {

    private static final Actor GOVERNOR = new Actor("p-1", "", Role.GOVERNOR, "GB-GOR-EA101", "");

    @TempDir
    Path folder;

    @Test
    void a_back_up_of_a_running_installation_goes_on_elsewhere() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path file = folder.resolve("history.zip");
        Said before;
        try (QuietProcess running = QuietProcess.bothSides(first)) {
            CommandLineTest.receive(running, GOVERNOR);
            before = Said.of(first, "ledger", "trial-balance", "--json");
            assertThat(before.out()).contains("123456");
            Said written = Said.of(first, "back-up", file.toString());
            assertThat(written.status()).as(written.err()).isZero();
            assertThat(written.out()).contains("up to position 3");
            freeze(running, "after the back-up");
        }

        Said restored = Said.of(second, "restore", file.toString());

        assertThat(restored.status()).as(restored.err()).isZero();
        // The key is kept apart from back-ups; whoever restores one puts it where it belongs.
        Files.copy(first.resolve("log-key"), second.resolve("log-key"));
        assertThat(Said.of(second, "ledger", "trial-balance", "--json").out()).isEqualTo(before.out());
        try (QuietProcess running = QuietProcess.bothSides(second)) {
            freeze(running, "in the restored one");
            assertThat(running.caughtUp()).as("the log goes on without a gap").isEqualTo(4);
            CommandLineTest.receive(running, GOVERNOR, "local-2");
            assertThat(running.signed()).as("the same key signs it").isEqualTo(running.caughtUp());
        }
        Said again = Said.of(second, "restore", file.toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("There is a history in this database already");
        assertThat(Said.of(second, "restore", "none.zip").err()).contains("There is no file none.zip");
        try (Installation empty = Installation.toServe(folder.resolve("third"))) {
            everyUnfitFileIsRefused(file, new HistoryBackUp(BackUp.migrated(empty)));
        }
    }

    private void everyUnfitFileIsRefused(Path file, HistoryBackUp empty) throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(empty, cut, "cut short");
        Path altered = changed(file, "a.zip", "event", "Local fund", "Lokal fund", false);
        assertRefused(empty, altered, "the table event is not what was written");
        Path recounted = changed(file, "b.zip", "event", "Local fund", "Lokal fund", true);
        assertRefused(empty, recounted, "The back-up was altered: the event at position 2");
        Path gap = changed(file, "c.zip", "manifest.json", "\"position\":3", "\"position\":4", false);
        assertRefused(empty, gap, "has gaps");
        Path other = changed(file, "d.zip", "manifest.json", "history-2", "history-9", false);
        assertRefused(empty, other, "another version");
        assertThat(empty.restore(file).position()).as("after all of these").isEqualTo(3);
    }

    private static void assertRefused(HistoryBackUp empty, Path file, String why) {
        assertThatThrownBy(() -> empty.restore(file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    /** A copy with one word changed in one part, where wanted with the manifest's sum of it put right again. */
    private Path changed(Path file, String name, String part, String from, String to, boolean sumToo) throws Exception {
        Path copy = Files.copy(file, folder.resolve(name));
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
            String before = Files.readString(zip.getPath(part));
            String after = before.contains(from) ? before.replace(from, to) : before.replace(hex(from), hex(to));
            assertThat(after).as("the change").isNotEqualTo(before);
            Files.writeString(zip.getPath(part), after);
            if (sumToo) {
                Path manifest = zip.getPath("manifest.json");
                Files.writeString(manifest, Files.readString(manifest).replace(sha256(before), sha256(after)));
            }
        }
        return copy;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void freeze(QuietProcess running, String reason) throws IOException {
        running.part(CommandPort.class)
                .send(
                        new FreezeFund("local", reason),
                        GOVERNOR,
                        UUID.randomUUID().toString());
    }
}
