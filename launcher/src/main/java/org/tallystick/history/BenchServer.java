package org.tallystick.history;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.platform.ReadModelMigration;

/**
 * A PostgreSQL of the benchmark's own, on a temporary folder, with the settings that matter in earnest: fsync and
 * synchronous commit on.
 */
final class BenchServer implements AutoCloseable {

    private static final String OWNER = "bench_owner";
    private static final List<String> ROLES = List.of(OWNER, "tallystick_command", "tallystick_query");

    private final EmbeddedPostgres postgres;
    private final List<HikariDataSource> pools = new ArrayList<>();

    BenchServer() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        ROLES.forEach(role -> administration().execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + role + "'"));
    }

    /** A new database with the history's schema. */
    void create(String database) {
        administration().execute("CREATE DATABASE " + database + " OWNER " + OWNER);
        administration().execute("GRANT CREATE ON DATABASE " + database + " TO tallystick_query");
        Flyway.configure()
                .dataSource(url(database), OWNER, OWNER)
                .locations("classpath:db/history")
                .schemas("history")
                .load()
                .migrate();
    }

    DataSource owner(String database) {
        return pool(database, OWNER, "history");
    }

    DataSource command(String database) {
        return pool(database, "tallystick_command", "history");
    }

    DataSource query(String database) {
        return pool(database, "tallystick_query", ReadModelMigration.SCHEMA);
    }

    /** What the server says of itself. */
    String version() {
        return Objects.requireNonNull(administration().queryForObject("SHOW server_version", String.class));
    }

    @Override
    public void close() throws IOException {
        pools.forEach(HikariDataSource::close);
        postgres.close();
    }

    /** A pool of connections that see a schema first. */
    HikariDataSource inSchema(String database, String role, String schema) {
        return pool(database, role, schema);
    }

    private HikariDataSource pool(String database, String role, String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(role);
        config.setPassword(role);
        config.addDataSourceProperty("currentSchema", schema + ",public");
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(0);
        config.setPoolName(role + "@" + database);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    private JdbcTemplate administration() {
        return new JdbcTemplate(postgres.getPostgresDatabase());
    }
}
