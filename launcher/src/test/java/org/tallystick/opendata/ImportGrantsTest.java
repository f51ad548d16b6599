package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.ledger.LedgerQuery.AccountBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryPort;
import org.tallystick.platform.QuietProcess;
import org.tallystick.platform.Tallystick;

/** Registers come in as history beside a running process; the money in the ledger is that of the file. */
class ImportGrantsTest {

    private static final int MANY = 2_000;

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static QuietProcess running;

    @BeforeAll
    static void start() {
        running = QuietProcess.bothSides(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** What the files hold was added up by hand: 18 grants of £1,000 and one of £12,345.67; 8 and one of £1,234.50. */
    @Test
    void every_row_of_a_messy_register_is_taken_or_reported_and_the_ledger_has_its_money() throws IOException {
        long before = ledgerPence();

        Imported json = imported(resource("messy-register.json"));
        Imported csv = imported(resource("messy-register.csv"));

        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out()).contains("Taken                  19  £30,345.67");
        assertThat(rowsOf(json.report())).hasSize(41 - 19).contains("12", "15", "31", "37");
        assertThat(csv.out()).contains("Taken                   9  £9,234.50");
        assertThat(rowsOf(csv.report())).hasSize(22 - 9);
        assertThat(ledgerPence() - before).isEqualTo(30_345_67 + 9_234_50);
    }

    @Test
    void a_grant_that_is_there_is_not_entered_twice_and_one_that_differs_is_reported() throws IOException {
        Path file = register("again.json", grant(1, 100), grant(2, 200));
        Path moved = register("moved.json", grant(2, 200), grant(1, 999), grant(3, 300));
        long before = ledgerPence();

        assertThat(imported(file).status()).isZero();
        assertThat(imported(file)).satisfies(again -> {
            assertThat(again.status()).isZero();
            assertThat(again.out()).contains("Already there           2  £300.00");
        });
        Imported differing = imported(moved);

        assertThat(differing.status()).isEqualTo(1);
        assertThat(differing.out())
                .contains("Taken                   1  £300.00", "Already there           1  £200.00");
        assertThat(differing.report())
                .anySatisfy(line -> assertThat(line).startsWith("2,").contains("says something else"));
        assertThat(ledgerPence() - before).isEqualTo(600_00);
    }

    @Test
    void an_organisation_under_another_of_its_numbers_is_the_same_organisation() throws IOException {
        String charity =
                grant(11, 100).replace("GB-CHC-1200011\"", "GB-CHC-1200011\", \"companyNumber\": \"08000011\"");
        String company = grant(12, 200).replace("GB-CHC-1200012", "GB-COH-08000011");

        assertThat(imported(register("numbers.json", charity, company)).status())
                .isZero();

        long position = running.caughtUp();
        assertThat(running.part(QueryPort.class)
                        .ask(new Awards(null, null, null, "GB-CHC-1200011", null, 1, 10), Actor.OPERATOR, position)
                        .total())
                .isEqualTo(2);
    }

    @Test
    void an_import_that_was_killed_goes_on_where_it_was() throws IOException, InterruptedException {
        String[] grants = new String[MANY];
        for (int i = 0; i < MANY; i++) {
            grants[i] = grant(10_000 + i, 10);
        }
        Path file = register("many.json", grants);
        long before = ledgerPence();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tallystick.class.getName(),
                        "import-360giving",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .start();
        while (process.isAlive() && ledgerPence() == before) {
            Thread.sleep(5);
        }
        process.destroyForcibly().waitFor();
        long killedAt = ledgerPence() - before;
        Imported again = imported(file);

        assertThat(killedAt).isBetween(1L, MANY * 10_00L);
        assertThat(again.status()).isZero();
        assertThat(ledgerPence() - before).isEqualTo(MANY * 10_00L);
    }

    @Test
    void what_is_no_register_is_refused_in_a_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "{\"dear\": \"reader\"}");

        Imported imported = imported(file);

        assertThat(imported.status()).isEqualTo(2);
        assertThat(imported.err()).startsWith(file.toString()).hasLineCount(1);
    }

    @Test
    void the_real_registers_come_in_in_full_and_the_ledger_has_their_money() throws IOException {
        Path lloyds = RealRegistersTest.real("lloyds-bank-foundation-2010-2015.json");
        Path indigo = RealRegistersTest.real("indigo-trust-2001-2016.csv");
        long before = ledgerPence();

        Imported large = imported(lloyds);
        Imported small = imported(indigo);

        assertThat(large.status()).isEqualTo(1);
        assertThat(small.status()).isZero();
        List<String> reported = large.report().stream()
                .skip(1)
                .map(line -> line.split(",", -1)[1])
                .toList();
        assertThat(reported).hasSize(3);
        assertThat(ledgerPence() - before)
                .isEqualTo(RealRegistersTest.amountsIn(lloyds)
                        - reported.stream()
                                .mapToLong(id -> RealRegistersTest.amountOf(id, lloyds))
                                .sum()
                        + RealRegistersTest.amountsInCsv(indigo));
    }

    private record Imported(int status, String out, String err, List<String> report) {}

    private static Imported imported(Path file) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Path report = folder.resolve(file.getFileName() + ".report.csv");
        int status = Tallystick.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        "import-360giving",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--report",
                        report.toString());
        return new Imported(
                status, out.toString(), err.toString(), Files.exists(report) ? Files.readAllLines(report) : List.of());
    }

    private static Path resource(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (var in = java.util.Objects.requireNonNull(ImportGrantsTest.class.getResourceAsStream(name))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static Path register(String name, String... grants) throws IOException {
        return Files.writeString(folder.resolve(name), "{\"grants\": [" + String.join(",\n", grants) + "]}");
    }

    private static String grant(int number, int pounds) {
        return """
                {"id": "360G-brookside-%d", "title": "Grant %d", "description": "For the year.", "currency": "GBP",
                 "amountAwarded": %d, "awardDate": "2019-05-01",
                 "fundingOrganization": [{"id": "GB-CHC-1234599", "name": "Brookside Trust"}],
                 "recipientOrganization": [{"id": "GB-CHC-12%05d", "name": "Project %d"}]}\
                """.formatted(number, number, pounds, number, number);
    }

    private static List<String> rowsOf(List<String> report) {
        return report.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .toList();
    }

    private static List<AccountBalance> accounts() {
        long position = running.caughtUp();
        TrialBalance balance =
                running.part(QueryPort.class).ask(new TrialBalanceAt(null, null), Actor.OPERATOR, position);
        assertThat(balance.debitPence()).isEqualTo(balance.creditPence());
        return balance.accounts();
    }

    /** All that funders gave. */
    private static long ledgerPence() {
        return accounts().stream()
                .filter(account -> account.account().startsWith("contributor:"))
                .mapToLong(AccountBalance::creditPence)
                .sum();
    }
}
