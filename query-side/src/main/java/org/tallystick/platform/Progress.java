package org.tallystick.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the projections of a schema have come: of the one that its connections are in. */
public final class Progress {

    private static final long PLACE = 0x7461_6c6c_7377_6170L;

    private final JdbcTemplate jdbc;

    /** Over the {@code progress} table. */
    public Progress(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /** Makes sure that a projection has a place; it begins at 0. */
    public void register(String projection) {
        jdbc.update("INSERT INTO progress VALUES (?, 0) ON CONFLICT DO NOTHING", projection);
    }

    /** The position of each projection. */
    public Map<String, Long> all() {
        Map<String, Long> positions = new TreeMap<>();
        jdbc.query("SELECT projection, position FROM progress", row -> {
            positions.put(row.getString(1), row.getLong(2));
        });
        return positions;
    }

    /** The position of one projection, 0 where it has not begun. */
    public long of(String projection) {
        List<Long> found =
                jdbc.queryForList("SELECT position FROM progress WHERE projection = ?", Long.class, projection);
        Long position = DataAccessUtils.singleResult(found);
        return position == null ? 0 : position;
    }

    /**
     * The same, held until the transaction ends. Where the read models are being put in the place of others, it waits
     * before it looks: which table the name stands for is then another.
     */
    long locked(String projection) {
        jdbc.query("SELECT pg_advisory_xact_lock_shared(?)", _ -> {}, PLACE);
        List<Long> found = jdbc.queryForList(
                "SELECT position FROM progress WHERE projection = ? FOR UPDATE", Long.class, projection);
        Long position = DataAccessUtils.singleResult(found);
        if (position == null) {
            throw new IllegalStateException("The projection " + projection + " has no place in progress");
        }
        return position;
    }

    /** Waits until nobody has a position locked, and has everybody wait who wants to until the transaction ends. */
    void lockAll() {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, PLACE);
    }

    void advance(String projection, long position) {
        jdbc.update("UPDATE progress SET position = ? WHERE projection = ?", position, projection);
    }
}
