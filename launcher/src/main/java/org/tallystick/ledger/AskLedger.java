package org.tallystick.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.LedgerQuery.Export;
import org.tallystick.ledger.LedgerQuery.Format;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryPort;
import org.tallystick.platform.QuietProcess;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The ledger for the operator, beside a running process or without one. Each answer waits until the read models have
 * come to the end of the log.
 */
@Command(name = "ledger", description = "The funding ledger: balances, statements, and files for other tools.")
public final class AskLedger implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** What every question may say: where, as at when, and in which form. */
    static final class Scope {
        @Option(names = "--data", paramLabel = "DIR", description = "Data folder (tallystick-data).")
        private @Nullable Path data;

        @Option(names = "--position", paramLabel = "N", description = "As known at this position of the history.")
        private @Nullable Long position;

        @Option(names = "--date", paramLabel = "D", description = "As true on this effective date, such as 2026-03-31.")
        private @Nullable LocalDate date;

        @Option(
                names = "--effective",
                paramLabel = "D",
                description = "Of what had taken effect by this day; the same as --date.")
        private @Nullable LocalDate effective;

        @Option(
                names = "--known",
                paramLabel = "T",
                description =
                        "Of what was known then: a position, a day such as 2026-03-31 (its end), or a time such as"
                                + " 2026-03-31T14:05 (in the United Kingdom).")
        private @Nullable String known;

        PointInTime at() {
            return PointInTime.of(position, date, effective, known);
        }
    }

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    @Command(name = "trial-balance", description = "The balance of every account; debits and credits are the same.")
    int trialBalance(@Mixin Scope scope, @Option(names = "--json", description = "As JSON.") boolean json) {
        try (QuietProcess process = QuietProcess.bothSides(scope.data)) {
            TrialBalance balance = process.part(QueryPort.class)
                    .ask(
                            new TrialBalanceAt(scope.position, scope.date, scope.effective, scope.known),
                            Actor.OPERATOR,
                            process.caughtUp());
            if (json) {
                out().println(Json.mapper().writeValueAsString(balance));
            } else {
                LedgerText.trialBalance(balance).forEach(out()::println);
            }
            out().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "statement", description = "Every movement of a fund, award, organisation, contributor or account.")
    int statement(
            @Mixin Scope scope,
            @Parameters(paramLabel = "SUBJECT", description = "One of: ${COMPLETION-CANDIDATES}.") Subject subject,
            @Parameters(paramLabel = "ID", description = "Its id.") String id,
            @Option(names = "--year", paramLabel = "Y", description = "Money of this financial year, such as 2026-27.")
                    @Nullable
                    String year,
            @Option(names = "--restriction", paramLabel = "R", description = "Money under this restriction.") @Nullable
                    String restriction,
            @Option(names = "--json", description = "As JSON.") boolean json) {
        try (QuietProcess process = QuietProcess.bothSides(scope.data)) {
            long head = process.caughtUp();
            Statement first = new Statement(
                    subject,
                    id,
                    year == null ? null : FinancialYear.parse(year),
                    restriction,
                    scope.at().known() == null ? scope.at().knownAt(head) : scope.at(),
                    1,
                    Paged.MOST);
            StatementView whole = whole(process.part(QueryPort.class), first, head);
            if (json) {
                out().println(Json.mapper().writeValueAsString(whole));
            } else {
                LedgerText.statement(whole).forEach(out()::println);
            }
            out().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "export", description = "The whole journal for other tools.")
    int export(
            @Mixin Scope scope,
            @Option(names = "--format", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
                    Format format,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to (standard output).") @Nullable
                    Path file)
            throws IOException {
        try (QuietProcess process = QuietProcess.bothSides(scope.data)) {
            Export export = new Export(format, scope.at());
            long head = process.caughtUp();
            if (file == null) {
                process.part(QueryPort.class).write(export, Actor.OPERATOR, head, System.out);
                System.out.flush();
                return CommandLine.ExitCode.OK;
            }
            // Nobody finds half a file under the name.
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (OutputStream out = Files.newOutputStream(part)) {
                process.part(QueryPort.class).write(export, Actor.OPERATOR, head, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return CommandLine.ExitCode.OK;
        }
    }

    /** All pages of a statement as one. */
    private static StatementView whole(QueryPort queries, Statement first, long head) {
        StatementView view = queries.ask(first, Actor.OPERATOR, head);
        List<JournalLine> lines = new ArrayList<>(view.lines().items());
        for (int page = 2; page <= view.lines().lastPage(); page++) {
            lines.addAll(queries.ask(first.page(page, first.size()), Actor.OPERATOR, head)
                    .lines()
                    .items());
        }
        return LedgerText.whole(view, lines);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }
}
