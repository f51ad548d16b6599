package org.tallystick.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything in one process on data that lasts. */
@Command(name = "serve", description = "Everything in one process, on a data folder or on TALLYSTICK_DB_URL.")
final class Serve implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (tallystick-data where none is named).")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on.")
    private @Nullable Integer port;

    @Override
    public Integer call() {
        Installation installation = Installation.toServe(data);
        SpringApplication.getShutdownHandlers().add(installation::close);
        Map<String, Object> settings = new HashMap<>(installation.settings());
        settings.put("logging.structured.format.console", "ecs");
        if (port != null) {
            settings.put(Setting.PORT.variable(), port.toString());
        }
        HistoryMigration.run(
                Settings.read(name -> settings.get(name) instanceof String value ? value : System.getenv(name)));
        var context = Processes.ALL.start(settings);
        System.out.println("Tallystick answers at " + Addresses.of(context));
        return Side.SERVING;
    }
}
