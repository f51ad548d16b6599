package org.tallystick.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** An event as it is in a pack. */
record PackedEvent(long position, String eventId, String payload, String metadata) {

    /**
     * From its row, with that of the log. Bytes that are no text any more become one, whose hash the leaf does not
     * name.
     *
     * @throws IllegalStateException where somebody has altered in the table what a pack does not hold
     */
    static PackedEvent of(ResultSet row) throws SQLException {
        LoggedRow.of(row).requireTable();
        return new PackedEvent(
                row.getLong("position"),
                row.getString("event_id"),
                new String(row.getBytes("payload"), StandardCharsets.UTF_8),
                new String(row.getBytes("metadata"), StandardCharsets.UTF_8));
    }
}
