package org.tallystick.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list of rows under conditions, page by page. Conditions are texts of this program; values only ever come in as
 * parameters.
 */
public final class Rows {

    private final JdbcClient jdbc;
    private final String from;
    private final StringBuilder where = new StringBuilder("TRUE");
    private final Map<String, Object> values = new HashMap<>();

    private Rows(JdbcClient jdbc, String from) {
        this.jdbc = jdbc;
        this.from = from;
    }

    /** Rows of tables, joined as {@code from} says. */
    public static Rows of(DataSource source, String from) {
        return new Rows(JdbcClient.create(source), from);
    }

    /** A value for the conditions. */
    public Rows with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Only rows for which this holds. */
    public Rows where(String condition) {
        where.append(" AND ").append(condition);
        return this;
    }

    /** Only rows for which this holds, if there is a value; a blank text is none. */
    public Rows whereGiven(String condition, String name, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return this;
        }
        values.put(name, value instanceof Enum<?> word ? word.name() : value);
        return where(condition);
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM " + from + " WHERE " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    /** A page of them. */
    public <T> Paged<T> page(String columns, String order, Paged.Request request, RowMapper<T> mapper) {
        long total = count();
        List<T> items = total <= request.offset()
                ? List.of()
                : jdbc.sql("SELECT " + columns + " FROM " + from + " WHERE " + where + " ORDER BY " + order + " LIMIT "
                                + request.size() + " OFFSET " + request.offset())
                        .params(values)
                        .query(mapper)
                        .list();
        return new Paged<>(items, total, request.page(), request.size());
    }

    /** All of them. */
    public <T> List<T> all(String columns, String order, RowMapper<T> mapper) {
        return jdbc.sql("SELECT " + columns + " FROM " + from + " WHERE " + where + " ORDER BY " + order)
                .params(values)
                .query(mapper)
                .list();
    }

    /** All of them, grouped. */
    public <T> List<T> grouped(String columns, String groupAndOrder, RowMapper<T> mapper) {
        return jdbc.sql("SELECT " + columns + " FROM " + from + " WHERE " + where + " GROUP BY " + groupAndOrder)
                .params(values)
                .query(mapper)
                .list();
    }

    /** The only one, if there is one. */
    public <T> Optional<T> one(String columns, RowMapper<T> mapper) {
        return jdbc.sql("SELECT " + columns + " FROM " + from + " WHERE " + where)
                .params(values)
                .query(mapper)
                .optional();
    }

    /** The only one; what does not exist and what may not be seen are refused in the same words. */
    public <T> T only(String columns, RowMapper<T> mapper, String what) {
        return one(columns, mapper).orElseThrow(() -> notFound(what));
    }

    /** The refusal of a thing that does not exist, or that the asker may not see: the same for both. */
    public static Rejection notFound(String what) {
        return Rejection.of(Refusal.NOT_FOUND, "There is no such " + what + " that you may see.");
    }
}
