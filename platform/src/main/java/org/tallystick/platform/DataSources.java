package org.tallystick.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;

/** Connections to the database, each side's under its own role. */
public final class DataSources {

    private static final int MOST_CONNECTIONS = 20;

    private DataSources() {}

    /**
     * Opens a pool.
     *
     * @param name of the pool in logs and metrics
     * @param schema that its statements are about where they name none
     * @throws SettingsFault where no database is configured
     */
    public static HikariDataSource open(Settings settings, String name, Setting user, Setting password, String schema) {
        return open(settings, name, user, password, schema, MOST_CONNECTIONS);
    }

    /** Opens one that never has more connections than that. */
    public static HikariDataSource open(
            Settings settings, String name, Setting user, Setting password, String schema, int mostConnections) {
        if (!settings.has(Setting.DB_URL)) {
            throw new SettingsFault(List.of(Setting.DB_URL.variable() + " is missing: where is the database?"));
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.get(Setting.DB_URL));
        config.setUsername(settings.get(user));
        config.setPassword(settings.get(password));
        config.setMaximumPoolSize(mostConnections);
        config.setMinimumIdle(Math.min(2, mostConnections / 4));
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "tallystick-" + name);
        // Extensions of the database are in the second.
        config.addDataSourceProperty("currentSchema", schema + ",public");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
