package org.tallystick.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.HistoryCommand;
import org.tallystick.history.HistoryEvent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Another key signs from now on; the key until now says so in the history. Whoever serves with the same file takes the
 * new key up by itself.
 */
@Command(name = "rotate-log-key", description = "Draws a new key for the log, which the old one signs.")
final class RotateKey implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (tallystick-data).")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (QuietProcess process = QuietProcess.commandSide(data)) {
            Settings settings = process.part(Settings.class);
            if (!settings.has(Setting.LOG_KEY)) {
                throw new Refused("The log has no key: " + Setting.LOG_KEY.variable() + " names no file.");
            }
            LogKeyFile file = new LogKeyFile(Path.of(settings.get(Setting.LOG_KEY)));
            NoteSigner old = file.read().orElseThrow(() -> new Refused("There is no key in " + file + "."));
            NoteSigner next = file.prepareNext(old.key().name());
            String key = next.key().toString();
            byte[] rotation = HistoryEvent.LogKeyRotated.rotation(old.key().name(), key);
            process.part(CommandPort.class)
                    .send(
                            new HistoryCommand.RotateLogKey(
                                    HistoryCommand.LOG, key, Base64.getEncoder().encodeToString(old.sign(rotation))),
                            Actor.OPERATOR,
                            UUID.randomUUID().toString());
            file.promote(key);
            Objects.requireNonNull(spec).commandLine().getOut().println("The log is signed with this key now: " + key);
            return CommandLine.ExitCode.OK;
        }
    }
}
