package org.tallystick.platform;

import ch.qos.logback.classic.Level;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.tallystick.history.RunWitness;
import org.tallystick.history.VerifyLive;
import org.tallystick.history.WriteAuditPack;
import org.tallystick.ledger.AskLedger;
import org.tallystick.opendata.ImportGrants;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit status: 0 done, 1 not done, 2 not understood or not possible with these settings. */
@Command(
        name = "tallystick",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Grants as a history that loses nothing, and a funding ledger that explains every pound.",
        subcommands = {
            Demo.class,
            Serve.class,
            ImportGrants.class,
            AskLedger.class,
            WriteAuditPack.class,
            VerifyLive.class,
            RotateKey.class,
            Rebuild.class,
            RunWitness.class,
            ManageLogins.class,
            Bench.class,
            Torture.class,
            BackUp.Write.class,
            BackUp.Restore.class,
            Migrate.class,
            Side.CommandSideAlone.class,
            Side.QuerySideAlone.class,
            Side.WebUiAlone.class
        })
public final class Tallystick implements Callable<Integer> {

    /** Runs a command and exits with its status; commands that serve return when they are stopped. */
    public static void main(String[] arguments) {
        // Until a process has set its own logging up.
        quieten(Logger.ROOT_LOGGER_NAME, Level.WARN);
        quieten("org.flywaydb.core.internal.sqlscript", Level.ERROR);
        int status = commandLine().execute(arguments);
        if (status != Side.SERVING) {
            System.exit(status);
        }
    }

    private static void quieten(String logger, Level level) {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(logger)).setLevel(level);
    }

    /** All commands, ready to be executed. */
    public static CommandLine commandLine() {
        return new CommandLine(new Tallystick())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, line, _) -> refuse(problem, line));
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return CommandLine.ExitCode.OK;
    }

    private static int refuse(Exception problem, CommandLine line) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SettingsFault || cause instanceof Refused || cause instanceof Rejection) {
                line.getErr().println(cause.getMessage());
                return CommandLine.ExitCode.USAGE;
            }
        }
        Throwable root = NestedExceptionUtils.getMostSpecificCause(problem);
        line.getErr().println("It did not work: " + root.getMessage());
        if (Boolean.getBoolean("tallystick.trace")) {
            problem.printStackTrace(line.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
