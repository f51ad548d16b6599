package org.tallystick.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command: {@code java -jar verifier.jar PACK}. */
public final class Verifier {

    private Verifier() {}

    /** Checks a pack and exits with 0 where it is good, 1 where it is not, 2 where it cannot be used. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** The same without exiting. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        List<String> all = List.of(arguments);
        if (all.isEmpty() || all.contains("--help")) {
            out.print(Options.HELP);
            return all.isEmpty() ? Report.UNUSABLE : Report.GOOD;
        }
        try {
            Options options = Options.parse(arguments);
            Report report = Verification.of(options);
            out.print(options.json() ? JsonReport.of(report) : TextReport.of(report));
            if (options.report() != null) {
                write(options.report(), JsonReport.of(report));
            }
            return report.exitStatus();
        } catch (Unusable e) {
            return unusable(e, all, out, err);
        } catch (Wrong e) {
            return unusable(new Unusable(e.sentence(), e), all, out, err);
        } catch (UncheckedIOException | IllegalStateException e) {
            // The JDK's reader of zips says so about some that are damaged.
            return unusable(new Unusable("The zip is damaged: " + e.getMessage() + ".", e), all, out, err);
        } catch (RuntimeException e) {
            return unusable(new Unusable("The verifier met something it did not expect: " + e + ".", e), all, out, err);
        } catch (OutOfMemoryError _) {
            return unusable(new Unusable("The pack needs more memory than there is."), all, out, err);
        }
    }

    private static void write(Path file, String report) {
        try {
            Files.writeString(file, report);
        } catch (IOException e) {
            throw new Unusable("The report cannot be written to " + file + ".", e);
        }
    }

    private static int unusable(Unusable why, List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--json")) {
            out.print(JsonReport.unusable(why));
        } else {
            err.println("It cannot be used: " + why.sentence());
        }
        return Report.UNUSABLE;
    }
}
