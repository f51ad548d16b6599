package org.tallystick.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Makes the query side's schemas, as its own role. Several query sides may do so at once. */
public final class ReadModelMigration {

    /** The schema of the live read models. */
    public static final String SCHEMA = "read";

    /** The schema of what auditors had done, which is made from no events. */
    public static final String AUDIT = "audit";

    private final DataSource source;

    /** Over connections of the query side's role, which may create schemas in its database. */
    public ReadModelMigration(DataSource source) {
        this.source = source;
    }

    /** Brings the live read models, and what is beside them, up to date. */
    public void migrate() {
        migrate(SCHEMA);
        migrate(AUDIT, "classpath:db/audit");
    }

    /** Makes the read models' tables in another schema, or brings them up to date. */
    public void migrate(String schema) {
        migrate(schema, "classpath:db/read");
    }

    private void migrate(String schema, String scripts) {
        Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .locations(scripts)
                .load()
                .migrate();
    }
}
