package org.tallystick.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tallystick.history.NoteKey;

/**
 * An installation in a temporary folder that is there to be harmed: its database can be reached as superuser and be
 * killed, its sides be started and stopped. It is gone when it is closed.
 */
public final class TrialInstallation implements AutoCloseable {

    private static final String BEGAN = "2024-04-01T07:00:00Z";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final int port;
    private final Map<String, Object> further = new HashMap<>();
    private @Nullable EmbeddedDatabase database;
    private @Nullable ConfigurableApplicationContext sides;

    private TrialInstallation(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** A new one, with a history in which nothing is recorded. */
    public static TrialInstallation create() throws IOException {
        LoggingSystem logging = LoggingSystem.get(TrialInstallation.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        DataFolder folder = new DataFolder(Files.createTempDirectory("tallystick-trial-"));
        folder.lock();
        TrialInstallation trial = new TrialInstallation(folder, freePort());
        trial.startDatabase();
        HistoryMigration.run(Settings.read(name -> trial.settings().get(name) instanceof String value ? value : null));
        return trial;
    }

    /** A port nobody listens on now. */
    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Names a setting that all that is started from now on has. */
    public TrialInstallation with(Setting setting, String value) {
        further.put(setting.variable(), value);
        return this;
    }

    /** The key that signs its log, drawn now where there is none yet. */
    public NoteKey logKey() {
        return new LogKeyFile(logKeyFile())
                .readOrCreate(Setting.LOG_ORIGIN.standard())
                .key();
    }

    /** The file the key is in, beside which the last checkpoint is. */
    public Path logKeyFile() {
        return folder.logKey();
    }

    /** All settings by which a process reaches it. */
    public Map<String, Object> settings() {
        String address = "jdbc:postgresql://localhost:" + port + "/tallystick";
        Map<String, Object> settings = new HashMap<>(EmbeddedDatabase.settings(folder, address));
        settings.put(Setting.LOG_KEY.variable(), folder.logKey().toString());
        settings.put("logging.level.root", "OFF");
        // What is harmed on purpose need not find out by itself.
        settings.put(Setting.VERIFICATION_HOURS.variable(), "0");
        settings.putAll(further);
        return settings;
    }

    /** Enters the demo's region and its two years, with both sides running; they run on. */
    public void enterDemo() {
        with(Setting.DEMO, "true").with(Setting.LOGINS, "");
        Map<String, Object> settings = settings();
        settings.put(DemoClock.BEGINS, BEGAN);
        sides = Processes.BOTH_SIDES.startQuietly(settings);
        DemoData.enter(sides);
    }

    /** Starts the side that answers. */
    public void startQuerySide() {
        sides = Processes.QUERY_SIDE.startQuietly(settings());
    }

    /** Starts both sides. */
    public void startBothSides() {
        sides = Processes.BOTH_SIDES.startQuietly(settings());
    }

    /** Stops what of it runs in this process. */
    public void stopSides() {
        if (sides != null) {
            sides.close();
            sides = null;
        }
    }

    /** A part of what runs in this process. */
    public <T> T part(Class<T> type) {
        return Objects.requireNonNull(sides).getBean(type);
    }

    /** A token by which its processes know somebody. */
    public String tokenFor(Actor actor) {
        return new ActorTokens(
                        Settings.read(name -> settings().get(name) instanceof String value ? value : null),
                        Clock.systemUTC())
                .tokenFor(actor);
    }

    /** Connections of the database's superuser, each a new one. */
    public DataSource superuser() {
        return connections("postgres", folder.secret("superuser"), "public");
    }

    /** Connections of the command side's role, each a new one. */
    public DataSource commandSide() {
        return connections("tallystick_command", folder.secret("command"), "history");
    }

    /** Connections of the query side's role in a schema, each a new one. */
    public DataSource querySide(String schema) {
        return connections("tallystick_query", folder.secret("query"), schema);
    }

    private DataSource connections(String role, String password, String schema) {
        return new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port + "/tallystick?currentSchema=" + schema + ",public",
                role,
                password);
    }

    /** Starts the database, after it was killed too. */
    public void startDatabase() {
        database = EmbeddedDatabase.start(folder, port);
    }

    /**
     * Kills the database with all its processes, as {@code kill -9}.
     *
     * @return whether they were there and are gone, and none of them tidied up
     */
    public boolean killDatabase() throws IOException, InterruptedException {
        Path file = folder.postgres().resolve("postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        boolean killed = all.stream().map(ProcessHandle::destroyForcibly).reduce(true, Boolean::logicalAnd);
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException stillThere) {
                killed = false;
            }
        }
        boolean untidy = Files.exists(file);
        closeDatabase();
        return killed && untidy;
    }

    private void closeDatabase() {
        if (database != null) {
            database.close();
            database = null;
        }
    }

    @Override
    public void close() {
        stopSides();
        try {
            closeDatabase();
        } catch (UncheckedIOException alreadyGone) {
            // It goes with its folder.
        }
        folder.delete();
    }
}
