package org.tallystick.verifier;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command as it was run.
 *
 * @param exit its status
 * @param out what it printed
 * @param err what it complained about
 */
record Run(int exit, String out, String err) {

    static Run of(Path pack, String... options) {
        List<String> arguments = new ArrayList<>(List.of(pack.toString()));
        arguments.addAll(List.of(options));
        return of(arguments.toArray(String[]::new));
    }

    static Run of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Verifier.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
