package org.tallystick.platform;

import static org.tallystick.platform.Markdown.code;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database schema of the reference, read from a migrated database and not from its scripts. */
final class SchemaPage {

    private static final String TABLES = """
            SELECT c.relname AS name, CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END AS kind
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = :schema AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
              AND c.relname <> 'flyway_schema_history'
            ORDER BY c.relname
            """;
    private static final String COLUMNS = """
            SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS filled,
                   coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS standard
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = cast(:table AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """;
    private static final String CONSTRAINTS = """
            SELECT conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint
            WHERE conrelid = cast(:table AS regclass) AND contype <> 'n'
            ORDER BY array_position(array['p', 'u', 'f', 'c'], contype::text), conname
            """;
    private static final String INDEXES = """
            SELECT c.relname AS name, regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', '') AS rule
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = cast(:table AS regclass)
              AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            ORDER BY c.relname
            """;
    private static final String TRIGGERS = """
            SELECT tgname AS name, regexp_replace(pg_get_triggerdef(oid), '^CREATE [A-Z ]*TRIGGER [^ ]+ ', '') AS rule
            FROM pg_trigger WHERE tgrelid = cast(:table AS regclass) AND NOT tgisinternal ORDER BY tgname
            """;
    private static final String GRANTS = """
            SELECT role, string_agg(privilege, ', ' ORDER BY privilege) AS privileges FROM (
                SELECT grantee AS role, privilege_type AS privilege FROM information_schema.table_privileges
                WHERE table_schema = :schema AND table_name = :name
                UNION ALL
                SELECT grantee, privilege_type || ' (' || string_agg(column_name, ', ' ORDER BY column_name) || ')'
                FROM information_schema.column_privileges c
                WHERE table_schema = :schema AND table_name = :name
                  AND NOT EXISTS (SELECT 1 FROM information_schema.table_privileges t
                                  WHERE t.table_schema = c.table_schema AND t.table_name = c.table_name
                                    AND t.grantee = c.grantee AND t.privilege_type = c.privilege_type)
                GROUP BY grantee, privilege_type) g
            WHERE role <> (SELECT pg_get_userbyid(c.relowner) FROM pg_class c
                           JOIN pg_namespace n ON n.oid = c.relnamespace
                           WHERE n.nspname = :schema AND c.relname = :name)
            GROUP BY role ORDER BY role
            """;

    private final JdbcClient jdbc;

    private SchemaPage(JdbcTemplate database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** The page over the given schemas, as the database's superuser sees them. */
    static String write(JdbcTemplate database, List<String> schemas) {
        return new SchemaPage(database).page(schemas);
    }

    private String page(List<String> schemas) {
        Markdown page = new Markdown(
                "Database",
                "One PostgreSQL database. `history` belongs to the owner's role, which only "
                        + "`./tallystick migrate` uses; "
                        + "the read models belong to the query side's role, and can be thrown away "
                        + "and built again. The "
                        + "owner of a table may do everything with it that its triggers let pass.");
        for (String schema : schemas) {
            page.section(schema + ", owned by " + ownerOf(schema));
            jdbc.sql(TABLES)
                    .param("schema", schema)
                    .query((row, _) -> List.of(row.getString("name"), row.getString("kind")))
                    .list()
                    .forEach(table -> table(page, schema, table.get(0), table.get(1)));
        }
        return page.toString();
    }

    private String ownerOf(String schema) {
        return jdbc.sql("SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = :schema")
                .param("schema", schema)
                .query(String.class)
                .single();
    }

    private void table(Markdown page, String schema, String name, String kind) {
        String table = schema + "." + name;
        page.part(table + (kind.equals("view") ? " (view)" : ""));
        page.table(
                List.of("Column", "Type", "", "Default"),
                jdbc.sql(COLUMNS)
                        .param("table", table)
                        .query((row, _) -> List.of(
                                code(row.getString("name")),
                                row.getString("type"),
                                row.getBoolean("filled") || kind.equals("view") ? "" : "may be null",
                                orEmpty(row.getString("standard"))))
                        .list());
        rules(page, "Constraint", CONSTRAINTS, table);
        rules(page, "Index", INDEXES, table);
        rules(page, "Trigger", TRIGGERS, table);
        page.table(
                List.of("Role", "May"),
                jdbc.sql(GRANTS)
                        .param("schema", schema)
                        .param("name", name)
                        .query((row, _) -> List.of(code(row.getString("role")), row.getString("privileges")))
                        .list());
    }

    private void rules(Markdown page, String what, String sql, String table) {
        page.table(
                List.of(what, "Rule"),
                jdbc.sql(sql)
                        .param("table", table)
                        .query((row, _) -> List.of(code(row.getString("name")), code(row.getString("rule"))))
                        .list());
    }

    private static String orEmpty(String expression) {
        return expression.isEmpty() ? "" : code(expression);
    }
}
