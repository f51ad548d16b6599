package org.tallystick.platform;

import java.sql.SQLException;
import java.sql.Statement;

/** The database's roles: who owns the history, who may add to it, and who reads it. */
final class DatabaseRoles {

    private DatabaseRoles() {}

    static void ensure(Statement statement, String role, String password) throws SQLException {
        boolean exists = statement
                .executeQuery("SELECT FROM pg_roles WHERE rolname = '" + role + "'")
                .next();
        statement.execute((exists ? "ALTER" : "CREATE") + " ROLE " + role + " LOGIN PASSWORD '" + password + "'");
    }
}
