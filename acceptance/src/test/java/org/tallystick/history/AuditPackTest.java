package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Role;
import org.tallystick.platform.RunningTallystick;
import org.tallystick.verifier.Verifier;

/** What an auditor takes away, checked by the program that stands alone. */
class AuditPackTest {

    private static final Actor AUDITOR = new Actor("p-2", "", Role.AUDITOR, "GB-GOR-AU900", "");
    private static final Actor GOVERNOR = new Actor("p-9", "", Role.GOVERNOR, "GB-GOR-GV900", "");
    private static final String FUND = "packed";

    private static RunningTallystick tallystick;

    @TempDir
    private Path folder;

    @BeforeAll
    static void a_fund_with_money() throws InterruptedException {
        tallystick = RunningTallystick.shared();
        act("OpenFund", """
                {"fundId": "packed", "name": "Packed", "holder": "GB-GOR-GV900", "purpose": "To be packed",
                 "currency": "GBP", "drawOrder": "PRO_RATA", "commitAgainst": "RECEIVED"}""");
        long position = act("ReceiveContribution", """
                {"fundId": "packed", "contributor": "GB-GOR-GV900", "financialYear": "2026-27",
                 "restriction": "unrestricted", "amountPence": 1234567, "reference": "R 1"}""");
        while (tallystick
                        .get("/api/log", AUDITOR)
                        .json()
                        .path("signing")
                        .path("checkpoint")
                        .path("size")
                        .asLong(0)
                < position) {
            Thread.sleep(50);
        }
    }

    @Test
    void everything_is_derived_again_from_a_pack_of_everything() throws Exception {
        Said said = verify(pack(""));
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains("derived again", "Good: nothing was altered.");
    }

    @Test
    void a_pack_of_one_fund_proves_this_fund_and_shows_no_other() throws Exception {
        Path pack = pack("?fund=" + FUND);
        Said said = verify(pack);
        assertThat(said.status()).as(said.text()).isZero();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            String journal =
                    new String(zip.getInputStream(zip.getEntry("journal.csv")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(journal.lines().skip(1)).hasSize(2).allMatch(line -> line.contains("12345.67"));
        }
    }

    @Test
    void a_penny_more_in_the_journal_is_found_and_named() throws Exception {
        Path altered = altered(pack(""), "journal.csv", "12345.67", "12345.68");
        Said said = verify(altered);
        assertThat(said.status()).as(said.text()).isEqualTo(1);
        assertThat(said.text()).contains("ledger").containsIgnoringCase("position");
    }

    @Test
    void packs_are_for_auditors_and_of_what_there_is() throws IOException {
        assertThat(tallystick.get("/api/audit-pack", GOVERNOR).status()).isEqualTo(403);
        assertThat(tallystick.get("/api/audit-pack?fund=no-such-fund", AUDITOR).status())
                .isEqualTo(404);
        assertThat(tallystick.get("/api/audit-pack?to=0", AUDITOR).code()).isEqualTo("invalid");
        assertThat(tallystick.get("/api/audit-pack?to=999999999", AUDITOR).code())
                .isEqualTo("not-yet");
        assertThat(tallystick.get("/api/audit-pack?fund=%27%3B--", AUDITOR).code())
                .isEqualTo("invalid");
    }

    private record Said(int status, String text) {}

    private static Said verify(Path pack) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Said(Verifier.run(out, out, pack.toString()), said.toString(StandardCharsets.UTF_8));
    }

    private Path pack(String what) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Path> answer = client.send(
                    tallystick.request("/api/audit-pack" + what, AUDITOR).GET().build(),
                    HttpResponse.BodyHandlers.ofFile(folder.resolve("pack.zip")));
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    /** The pack with one file changed, and the manifest's hash of it too: as somebody would who makes another pack. */
    private Path altered(Path pack, String name, String from, String to) throws Exception {
        Path altered = folder.resolve("altered.zip");
        try (ZipFile zip = new ZipFile(pack.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(altered))) {
            String before = new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            String after = before.replace(from, to);
            assertThat(after).isNotEqualTo(before);
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(name)) {
                    bytes = after.getBytes(StandardCharsets.UTF_8);
                } else if (entry.getName().equals("manifest.json")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replace(sha256(before), sha256(after))
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return altered;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static long act(String command, String json) {
        var answer = tallystick.command(command, json, GOVERNOR, "packed-" + command);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("position").asLong();
    }
}
