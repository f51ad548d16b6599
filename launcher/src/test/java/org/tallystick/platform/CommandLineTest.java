package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand.OpenFund;
import org.tallystick.fund.FundCommand.ReceiveContribution;

/** Log-ins and the ledger on the command line, beside a process that runs on the same data. */
class CommandLineTest {

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static QuietProcess running;

    @BeforeAll
    static void somebody_serves() {
        running = QuietProcess.bothSides(folder);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void somebody_new_can_log_in_and_what_they_do_is_in_the_ledger_on_the_command_line() throws IOException {
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

    @Test
    void read_models_that_are_wrong_are_made_again_from_the_history_while_somebody_serves() {
        Actor governor = new Actor("p-1", "", Role.GOVERNOR, "GB-GOR-EA101", "");
        receive(running, governor, "spoilt");
        assertThat(running.caughtUp()).isPositive();
        assertThat(readModels().update("UPDATE read.posting SET amount_pence = 1 WHERE fund_id = 'spoilt'"))
                .isOne();

        Said rebuilt = said("rebuild");

        assertThat(rebuilt.status()).as(rebuilt.err()).isZero();
        assertThat(rebuilt.out()).contains("made again from the history, up to event ");
        receive(running, governor, "afterwards");
        assertThat(said("ledger", "trial-balance").out())
                .as("made again, and gone on with by whoever serves")
                .containsPattern("fund:spoilt:available +1,234.56")
                .containsPattern("fund:afterwards:available +1,234.56");
        assertThat(said("rebuild", "--from", "1").status()).isEqualTo(2);
    }

    /** As the query side's role sees them. */
    private static JdbcTemplate readModels() {
        DataFolder data = new DataFolder(folder);
        return new JdbcTemplate(
                new DriverManagerDataSource(data.jdbcUrl().orElseThrow(), "tallystick_query", data.secret("query")));
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
