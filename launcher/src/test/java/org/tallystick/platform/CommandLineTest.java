package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand.OpenFund;
import org.tallystick.fund.FundCommand.ReceiveContribution;

/** Log-ins and the ledger on the command line, beside a process that runs on the same data. */
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void somebody_new_can_log_in_and_what_they_do_is_in_the_ledger_on_the_command_line() throws IOException {
        try (QuietProcess running = QuietProcess.bothSides(folder)) {
            assertThat(said("login", "add", "ruth", "--role", "governor", "--organisation", "GB-GOR-EA101")
                            .err())
                    .contains("--organisation-name");
            Said added = said(
                    "login",
                    "add",
                    "ruth",
                    "--role",
                    "governor",
                    "--organisation",
                    "GB-GOR-EA101",
                    "--organisation-name",
                    "HMP Eastmoor",
                    "--limit",
                    "5000");
            assertThat(added.status()).as(added.err()).isZero();
            assertThat(said("login", "list").out()).contains("ruth", "governor", "HMP Eastmoor");
            Path logins = folder.resolve("logins.json");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logins)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(logins)).contains("{bcrypt}").doesNotContain("a long secret");

            receive(running, Json.read(Files.readAllBytes(logins), Login[].class)[0].actor());

            assertThat(said("ledger", "trial-balance").out()).contains("fund:local:available", "1,234.56");
            assertThat(said("ledger", "trial-balance", "--json").out()).contains("\"debitPence\":123456");
            assertThat(said("ledger", "statement", "fund", "local").out()).contains("arrived");
            Path journal = folder.resolve("out.journal");
            assertThat(said("ledger", "export", "--format", "hledger", "--out", journal.toString())
                            .status())
                    .isZero();
            assertThat(journal).content().contains("1234.56");
            assertThat(said("ledger", "trial-balance", "--position", "999999").status())
                    .isEqualTo(2);

            assertThat(running.caughtUp()).isPositive();
            assertThat(said("login", "remove", "ruth").status()).isZero();
            assertThat(said("login", "remove", "ruth").err()).contains("Nobody logs in as ruth");
        }
    }

    /** Opens a fund and gives it £1,234.56: two events. */
    static void receive(QuietProcess running, Actor governor) {
        receive(running, governor, "local");
    }

    static void receive(QuietProcess running, Actor governor, String fund) {
        CommandPort commands = running.part(CommandPort.class);
        commands.send(
                new OpenFund(
                        fund,
                        "Local fund",
                        "GB-GOR-EA101",
                        "What is needed here.",
                        Currency.GBP,
                        DrawOrder.PRO_RATA,
                        CommitAgainst.RECEIVED,
                        null),
                governor,
                UUID.randomUUID().toString());
        commands.send(
                new ReceiveContribution(
                        fund,
                        "GB-GOR-EA101",
                        FinancialYear.of(LocalDate.of(2026, 5, 1)),
                        "",
                        1_234_56,
                        "Budget",
                        null,
                        null),
                governor,
                UUID.randomUUID().toString());
    }

    private Said said(String... arguments) {
        return Said.of(folder, arguments);
    }
}
