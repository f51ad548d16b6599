package org.tallystick.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL in a data folder, with the same roles, rights and durability as one of your own. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "tallystick";
    private static final int ANY_PORT = 0;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /**
     * Starts it in a folder that this process has locked. A PostgreSQL that a killed run left behind there is stopped
     * first: its data is whole, and this one goes on with it.
     */
    static EmbeddedDatabase start(DataFolder folder) {
        return start(folder, ANY_PORT);
    }

    /** The same, listening on a port. */
    static EmbeddedDatabase start(DataFolder folder, int port) {
        stopLeftover(folder.postgres());
        try {
            Path password = Files.createTempFile("tallystick", "");
            Files.writeString(password, folder.secret("superuser"));
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.postgres())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(PATIENCE)
                    .setLocaleConfig("pwfile", password.toString())
                    .setDataDirectoryCustomizer(EmbeddedDatabase::askForPasswords)
                    .setConnectConfig("password", folder.secret("superuser"))
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
            serverConfig().forEach(builder::setServerConfig);
            EmbeddedPostgres postgres = builder.start();
            Files.delete(password);
            EmbeddedDatabase database = new EmbeddedDatabase(folder, postgres);
            database.prepare();
            folder.rememberJdbcUrl(database.jdbcUrl());
            return database;
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException("PostgreSQL did not start: " + broken.getMessage(), broken);
        }
    }

    /** Its address, without user or password. */
    String jdbcUrl() {
        return jdbcUrl(postgres.getPort());
    }

    /** The settings by which the sides reach a database of this folder, each under its own role. */
    static Map<String, String> settings(DataFolder folder, String jdbcUrl) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Setting.DB_URL.variable(), jdbcUrl);
        settings.put(Setting.DB_OWNER_PASSWORD.variable(), folder.secret("owner"));
        settings.put(Setting.DB_COMMAND_PASSWORD.variable(), folder.secret("command"));
        settings.put(Setting.DB_QUERY_PASSWORD.variable(), folder.secret("query"));
        settings.put(Setting.INTERNAL_SECRET.variable(), folder.secret("internal"));
        return settings;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String jdbcUrl(int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + DATABASE;
    }

    private static Map<String, String> serverConfig() {
        return Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "password_encryption", "scram-sha-256",
                "max_connections", "120",
                "shared_buffers", "256MB",
                "max_wal_size", "2GB",
                "listen_addresses", "localhost",
                "idle_in_transaction_session_timeout", "60000");
    }

    /**
     * The library trusts every local connection; here a role is worth something, so every connection needs its
     * password.
     */
    private static void askForPasswords(java.io.File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), """
                    local all all scram-sha-256
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void prepare() throws SQLException {
        DataSource server = postgres.getPostgresDatabase();
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of("owner", "command", "query")) {
                DatabaseRoles.ensure(statement, "tallystick_" + role, folder.secret(role));
            }
            if (!statement
                    .executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER tallystick_owner");
                statement.execute("GRANT CREATE ON DATABASE " + DATABASE + " TO tallystick_query");
            }
        }
        try (Connection connection = postgres.getDatabase("postgres", DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        }
    }

    /** Stops the PostgreSQL that a killed run left on these files, if there is one. */
    static void stopLeftover(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres).ifPresent(EmbeddedDatabase::stop);
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException broken) {
            throw new IllegalStateException("The file " + pidFile + " cannot be read.", broken);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").contains("postgres");
    }

    private static void stop(ProcessHandle process) {
        LOGGER.warn("A PostgreSQL that an earlier run left behind (process {}) is stopped first", process.pid());
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IllegalStateException(
                    "The PostgreSQL of an earlier run (process " + process.pid() + ") does not stop: stop it by hand.",
                    stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
