package org.tallystick.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A fresh database of a test class: one real PostgreSQL per test JVM, with the settings it is run with in earnest
 * (fsync and synchronous commit on), the three roles, and a copy of a template that was migrated once.
 */
public final class TestDatabase implements AutoCloseable {

    /** Owns the schemas and migrates them. */
    public static final String OWNER = "tallystick_owner";

    /** The command side's role. */
    public static final String COMMAND = "tallystick_command";

    /** The query side's role; may create schemas of its own. */
    public static final String QUERY = "tallystick_query";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, String> TEMPLATES = new HashMap<>();
    private static @Nullable EmbeddedPostgres server;

    private final String name;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final Map<String, DataSource> byRole = new HashMap<>();

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database with the history's schema. */
    public static TestDatabase fresh() {
        return fresh("classpath:db/history");
    }

    /** A database migrated by its owner from the given Flyway locations; the history's must be the first. */
    public static TestDatabase fresh(String... locations) {
        synchronized (TEMPLATES) {
            String template = TEMPLATES.computeIfAbsent(String.join(",", locations), _ -> migratedTemplate(locations));
            String name = "test_" + COUNT.incrementAndGet();
            create(name, "TEMPLATE " + template);
            return new TestDatabase(name);
        }
    }

    /** The name of the database. */
    public String name() {
        return name;
    }

    /** The JDBC address, without a user. */
    public String jdbcUrl() {
        return url(name);
    }

    /** The password of a role. */
    public static String passwordOf(String role) {
        return role;
    }

    /** Connections of the owner. */
    public DataSource owner() {
        return pool(OWNER);
    }

    /** Connections of the command side. */
    public DataSource command() {
        return pool(COMMAND);
    }

    /** Connections of the query side, in the schema of the live read models. */
    public DataSource query() {
        return pool(QUERY);
    }

    /** Connections of the query side in another schema; closed by whoever opened them. */
    public HikariDataSource query(String schema) {
        return open(QUERY, schema + ",public");
    }

    /** The superuser of the server, in this database: for breaking things only. */
    public JdbcTemplate superuser() {
        return new JdbcTemplate(new DriverManagerDataSource(url(name), "postgres", "postgres"));
    }

    /** What the server is doing, a line per connection. */
    public static String activity() {
        return new JdbcTemplate(administration())
                        .queryForList(
                                "SELECT datname, usename, state, now() - xact_start AS transaction, wait_event_type,"
                                        + " wait_event, pg_blocking_pids(pid) AS blocked_by, left(query, 100) AS query"
                                        + " FROM pg_stat_activity WHERE backend_type = 'client backend'")
                        .stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        new JdbcTemplate(administration()).execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private synchronized DataSource pool(String role) {
        return byRole.computeIfAbsent(role, _ -> {
            HikariDataSource pool = open(role, role.equals(QUERY) ? "read,public" : "");
            pools.add(pool);
            return pool;
        });
    }

    private HikariDataSource open(String role, String schemas) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl());
        config.setUsername(role);
        config.setPassword(passwordOf(role));
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        if (!schemas.isEmpty()) {
            config.addDataSourceProperty("currentSchema", schemas);
        }
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setPoolName(role + "@" + name);
        return new HikariDataSource(config);
    }

    private static String migratedTemplate(String... locations) {
        String template = "template_" + COUNT.incrementAndGet();
        create(template, "");
        new JdbcTemplate(new DriverManagerDataSource(url(template), "postgres", "postgres"))
                .execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        Flyway.configure()
                .dataSource(url(template), OWNER, passwordOf(OWNER))
                .locations(locations)
                .schemas("history")
                .load()
                .migrate();
        return template;
    }

    private static void create(String database, String options) {
        JdbcTemplate jdbc = new JdbcTemplate(administration());
        jdbc.execute("CREATE DATABASE " + database + " OWNER " + OWNER + " " + options);
        jdbc.execute("GRANT CREATE ON DATABASE " + database + " TO " + QUERY);
    }

    private static DataSource administration() {
        return new DriverManagerDataSource(url("postgres"), "postgres", "postgres");
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + server().getPort() + "/" + database;
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres started = server;
        if (started == null) {
            try {
                started = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = started;
            JdbcTemplate jdbc = new JdbcTemplate(started.getPostgresDatabase());
            for (String role : List.of(OWNER, COMMAND, QUERY)) {
                jdbc.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + passwordOf(role) + "'");
            }
        }
        return started;
    }
}
