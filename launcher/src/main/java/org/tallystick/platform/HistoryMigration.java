package org.tallystick.platform;

import org.flywaydb.core.Flyway;

/** Brings the history's schema up to date, as its owner. */
final class HistoryMigration {

    private HistoryMigration() {}

    /** Runs what has not run yet; safe to run again and by several at once. */
    static void run(Settings settings) {
        Flyway.configure()
                .dataSource(
                        settings.get(Setting.DB_URL),
                        settings.get(Setting.DB_OWNER_USER),
                        settings.get(Setting.DB_OWNER_PASSWORD))
                .locations("classpath:db/history")
                .schemas("history")
                .load()
                .migrate();
    }
}
