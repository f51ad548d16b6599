package org.tallystick.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Makes the read models' schema, as the query side's own role. Several query sides may do so at once. */
public final class ReadModelMigration {

    /** The schema of the live read models. */
    public static final String SCHEMA = "read";

    private final DataSource source;

    /** Over connections of the query side's role, which may create schemas in its database. */
    public ReadModelMigration(DataSource source) {
        this.source = source;
    }

    /** Brings the live schema up to date. */
    public void migrate() {
        migrate(SCHEMA);
    }

    /** Makes the same tables in another schema, or brings them up to date. */
    public void migrate(String schema) {
        Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .locations("classpath:db/read")
                .load()
                .migrate();
    }
}
