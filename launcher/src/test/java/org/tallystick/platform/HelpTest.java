package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the commands say of themselves. */
class HelpTest {

    @Test
    void every_command_says_more_of_itself_when_asked() {
        asked(Tallystick.commandLine(), List.of());
    }

    private static void asked(CommandLine command, List<String> path) {
        List<String> words = Stream.concat(path.stream(), Stream.of("--help")).toList();
        StringWriter out = new StringWriter();
        int status = Tallystick.commandLine().setOut(new PrintWriter(out)).execute(words.toArray(String[]::new));
        assertThat(status).as("%s", words).isZero();
        assertThat(out.toString())
                .contains("Usage: tallystick"
                        + String.join("", path.stream().map(word -> " " + word).toList()));
        command.getSubcommands()
                .forEach((name, below) -> asked(
                        below, Stream.concat(path.stream(), Stream.of(name)).toList()));
    }
}
