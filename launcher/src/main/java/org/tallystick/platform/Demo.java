package org.tallystick.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything in one process with fictional people and data, which are gone when it stops. */
@Command(name = "demo", description = "Everything in one process, with fictional people and data.")
final class Demo implements Callable<Integer> {

    private static final String FOLDER = "tallystick-demo-";
    /** Before anything that is told of the region. */
    private static final String BEGAN = "2024-04-01T07:00:00Z";

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port to listen on.")
    private int port;

    @Override
    public Integer call() throws IOException {
        sweep();
        Installation installation = Installation.toServe(Files.createTempDirectory(FOLDER));
        SpringApplication.getShutdownHandlers().add(installation::closeAndDelete);
        Map<String, Object> settings = new HashMap<>(installation.settings());
        settings.put(Setting.PORT.variable(), Integer.toString(port));
        settings.put(Setting.ADDRESS.variable(), "127.0.0.1");
        settings.put(Setting.DEMO.variable(), "true");
        settings.put(Setting.LOGINS.variable(), "");
        settings.put(DemoClock.BEGINS, BEGAN);
        settings.put("logging.level.root", "WARN");
        HistoryMigration.run(Settings.read(name -> settings.get(name) instanceof String value ? value : null));
        ConfigurableApplicationContext context = Processes.ALL.start(settings);
        DemoData.enter(context);
        System.out.println();
        System.out.println("Tallystick answers at " + Addresses.of(context));
        System.out.println("Log in as any of these, with the password " + Logins.DEMO_PASSWORD + ":");
        context.getBean(Logins.class)
                .demoPeople()
                .forEach(login -> System.out.printf(
                        "  %-22s %s, %s, %s%n",
                        login.username(),
                        login.actor().name(),
                        login.actor().role().words(),
                        login.actor().organisationName()));
        System.out.println("Stop it with Ctrl-C; all data is fictional and will be gone.");
        return Side.SERVING;
    }

    /** Stops and deletes what killed demos left behind: folders that no living process holds. */
    private static void sweep() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> folders = Files.list(temporary)) {
            for (Path path : folders.filter(
                            p -> p.getFileName().toString().startsWith(FOLDER) && Files.exists(p.resolve("lock")))
                    .toList()) {
                DataFolder folder = new DataFolder(path);
                if (folder.lock()) {
                    EmbeddedDatabase.stopLeftover(folder.postgres());
                    folder.delete();
                } else {
                    folder.close();
                }
            }
        }
    }
}
