package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements gathered in the order of their events, and sent in as few round trips as that order allows: neighbours
 * that are the same statement go together.
 */
public final class Writes {

    private final JdbcTemplate jdbc;
    private final List<Object[]> rows = new ArrayList<>();
    private String sql = "";

    /** Into a database, in the transaction of the caller. */
    public Writes(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** Adds a statement; dates, instants and enums become what PostgreSQL takes. */
    public void add(String statement, @Nullable Object... parameters) {
        if (!statement.equals(sql)) {
            flush();
            sql = statement;
        }
        Object[] row = new Object[parameters.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = column(parameters[i]);
        }
        rows.add(row);
    }

    /** Sends what was gathered. */
    public void flush() {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
            rows.clear();
        }
    }

    @SuppressWarnings("NullAway") // an absent value is a null in its column
    private static Object column(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
            case LocalDate day -> day;
            case Enum<?> word -> word.name();
            case FinancialYear year -> year.toString();
            default -> value;
        };
    }
}
