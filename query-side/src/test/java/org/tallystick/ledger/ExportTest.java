package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.Slice;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.HistoryQuery.OneEvent;
import org.tallystick.ledger.LedgerQuery.Export;
import org.tallystick.ledger.LedgerQuery.Format;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Json;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

class ExportTest {

    private static final Actor AUDITOR = QueryFixture.actor(Role.AUDITOR, "GB-GOR-PB1");
    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        new RandomMoney(5, sides.log).append(400);
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void hledger_checks_the_journal_and_agrees_to_the_penny(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/hledger")), "hledger is not installed: nothing compared");
        Path file = folder.resolve("ledger.journal");
        Files.writeString(file, export(Format.HLEDGER, null, null));

        assertThat(run("hledger", "-f", file.toString(), "check")).isEmpty();
        assertThat(byHledger(file)).isEqualTo(byUs(null, null));
        assertThat(byHledger(file, "--real").keySet())
                .as("without what nobody pays for")
                .isEqualTo(Set.copyOf(sides.ask(AUDITOR, new TrialBalanceAt(null, null)).accounts().stream()
                        .map(LedgerQuery.AccountBalance::account)
                        .toList()));

        LocalDate day = LocalDate.of(2025, 12, 31);
        Files.writeString(file, export(Format.HLEDGER, null, day));
        assertThat(byHledger(file)).isEqualTo(byUs(null, day));

        Files.writeString(file, export(Format.HLEDGER, 120L, null));
        assertThat(byHledger(file)).isEqualTo(byUs(120L, null));
    }

    @Test
    void the_csv_has_a_debit_and_a_credit_for_each_posting_and_adds_up_to_the_trial_balance() throws IOException {
        Map<String, Long> nets = new TreeMap<>();
        List<NamedCsvRecord> lines = csv(export(Format.CSV, null, null));
        for (NamedCsvRecord line : lines) {
            long pence = Long.parseLong(line.getField("amount").replace(".", ""));
            nets.merge(
                    line.getField("account"),
                    line.getField("debit_or_credit").equals("debit") ? pence : -pence,
                    Long::sum);
        }
        nets.values().removeIf(net -> net == 0);

        assertThat(nets).isEqualTo(byUs(null, null));
        assertThat(lines).hasSizeGreaterThan(800);
    }

    @Test
    void the_csv_says_who_entered_and_approved_and_what_was_reversed() throws IOException {
        List<NamedCsvRecord> lines = csv(export(Format.CSV, null, null));
        NamedCsvRecord paid = first(lines, "award.PaymentPaid", "award-1");
        NamedCsvRecord released = first(lines, "fund.CommitmentReleased", "award-4");

        assertThat(paid.getField("entered_by")).isEqualTo("pay-1");
        assertThat(paid.getField("approved_by")).isEqualTo("com-1");
        assertThat(paid.getField("effective_date")).isEqualTo("2026-05-20");
        assertThat(paid.getField("fiscal_year")).isEqualTo("2026-27");
        assertThat(paid.getField("period")).isEqualTo("2");
        assertThat(paid.getField("amount")).isEqualTo("5000.00");
        assertThat(released.getField("reversal_of"))
                .isEqualTo(first(lines, "fund.MoneyCommitted", "award-4").getField("journal_id"));
    }

    @Test
    void an_approval_that_was_taken_back_counts_before_and_not_after() throws IOException {
        String award = "taken-back-1";
        List<Slice> sum = List.of(new Slice("GB-GOR-PB1", new FinancialYear(2026), Slice.UNRESTRICTED, 5_000));
        sides.log
                .add(award, "first-1", new AwardEvent.PaymentApproved(award, 1, "first-1"))
                .add(award, "first-1", new AwardEvent.InstalmentMadePayable(award, "fund-1", "GB-CHC-9000001", 1, sum))
                .add(award, "first-1", new AwardEvent.PaymentCancelled(award, "fund-1", "GB-CHC-9000001", 1, sum))
                .add(award, "second-1", new AwardEvent.PaymentApproved(award, 1, "second-1"))
                .add(
                        award,
                        "second-1",
                        new AwardEvent.InstalmentMadePayable(award, "fund-1", "GB-CHC-9000001", 1, sum));
        sides.settle();

        assertThat(csv(export(Format.CSV, null, null)).stream()
                        .filter(line -> line.getField("award").equals(award))
                        .filter(line -> line.getField("source_event").equals("award.InstalmentMadePayable"))
                        .filter(line -> line.getField("debit_or_credit").equals("debit"))
                        .map(line -> line.getField("approved_by")))
                .containsExactly("first-1", "second-1");
    }

    @Test
    void the_json_lines_are_the_postings() throws IOException {
        List<JournalLine> lines = export(Format.JSONL, 120L, null)
                .lines()
                .map(line -> Json.mapper().readValue(line, JournalLine.class))
                .toList();

        assertThat(lines).isNotEmpty().allMatch(line -> line.position() <= 120);
        assertThat(lines.stream().mapToLong(JournalLine::amountPence).sum()).isPositive();
    }

    @Test
    void each_entry_of_each_form_has_the_number_of_its_event() throws IOException {
        List<NamedCsvRecord> rows = csv(export(Format.CSV, 120L, null));
        assertThat(rows).isNotEmpty();
        for (NamedCsvRecord row : rows) {
            LoggedEvent event = event(Long.parseLong(row.getField("journal_id")));
            assertThat(event.eventId()).isEqualTo(row.getField("source_event_id"));
            assertThat(event.type()).isEqualTo(row.getField("source_event"));
        }
        List<JournalLine> lines = export(Format.JSONL, 120L, null)
                .lines()
                .map(line -> Json.mapper().readValue(line, JournalLine.class))
                .toList();
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(event(line.position()).leafHash()).isEqualTo(line.leafHash()));
        List<Long> codes = Pattern.compile("^\\S+ \\* \\((\\d+)\\) ", Pattern.MULTILINE)
                .matcher(export(Format.HLEDGER, 120L, null))
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
        assertThat(codes).isEqualTo(lines.stream().map(JournalLine::position).toList());
    }

    private static LoggedEvent event(long position) {
        return sides.ask(AUDITOR, new OneEvent(position));
    }

    @Test
    void a_cell_that_a_spreadsheet_would_calculate_is_made_a_text() throws IOException {
        var out = new ByteArrayOutputStream();
        try (JournalFile file = JournalFile.of(Format.CSV, out)) {
            file.write(new JournalRow(
                    new JournalLine(
                            1,
                            1,
                            "fund.ContributionReceived",
                            "00",
                            java.time.Instant.EPOCH,
                            LocalDate.EPOCH,
                            new FinancialYear(2026),
                            "c",
                            "=HYPERLINK(\"x\")",
                            1,
                            "a",
                            "b",
                            "@f",
                            "-1+1",
                            "+2",
                            null,
                            "e",
                            "s"),
                    "id",
                    "GBP",
                    "",
                    null));
        }
        NamedCsvRecord line = csv(out.toString(StandardCharsets.UTF_8)).getFirst();

        assertThat(line.getField("restriction")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(line.getField("fund")).isEqualTo("'@f");
        assertThat(line.getField("award")).isEqualTo("'-1+1");
        assertThat(line.getField("organisation")).isEqualTo("'+2");
        assertThat(line.getField("amount")).isEqualTo("0.01");
    }

    @Test
    void files_for_programs_name_things_by_their_ids() throws IOException {
        assertThat(first(csv(export(Format.CSV, null, null)), "fund.MoneyCommitted", "award-1")
                        .getField("description"))
                .isEqualTo("£20,000 was committed to award award-1 for " + Town.LANTERN + ".");
        for (Format format : Format.values()) {
            assertThat(export(format, 60L, null))
                    .contains(Town.LANTERN)
                    .doesNotContain("{award}", "{organisation}", "{contributor}", "{call}", "Lantern");
        }
    }

    private static NamedCsvRecord first(List<NamedCsvRecord> lines, String event, String award) {
        return lines.stream()
                .filter(line -> line.getField("source_event").equals(event)
                        && line.getField("award").equals(award))
                .findFirst()
                .orElseThrow();
    }

    private static List<NamedCsvRecord> csv(String text) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        }
    }

    private static String export(Format format, @Nullable Long position, @Nullable LocalDate date) throws IOException {
        var out = new ByteArrayOutputStream();
        sides.dispatcher().write(new Export(format, PointInTime.of(position, date, null, null)), AUDITOR, 0, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Long> byUs(@Nullable Long position, @Nullable LocalDate date) {
        Map<String, Long> nets = new TreeMap<>();
        LedgerQuery.TrialBalance balance = sides.ask(AUDITOR, new TrialBalanceAt(position, date));
        Stream.concat(balance.accounts().stream(), balance.memo().stream())
                .forEach(a -> nets.put(a.account(), a.debitPence() - a.creditPence()));
        return nets;
    }

    private static Map<String, Long> byHledger(Path file, String... options) throws IOException, InterruptedException {
        Map<String, Long> nets = new TreeMap<>();
        List<String> command = new ArrayList<>(
                List.of("hledger", "-f", file.toString(), "balance", "--flat", "--no-total", "-O", "csv"));
        command.addAll(List.of(options));
        String csv = run(command.toArray(String[]::new));
        for (NamedCsvRecord line : csv(csv)) {
            nets.put(
                    line.getField("account"),
                    Long.parseLong(line.getField("balance").replaceAll("[£.,]", "")));
        }
        return nets;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
