package org.tallystick.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.registry.IdentifierHolders;

/** Reads who holds which unique key. */
final class Claims implements IdentifierHolders, KeyHolders {

    /** Above every character that a key may have. */
    private static final char LAST = '\uFFFF';

    private static final String IDENTIFIER = "identifier:";

    private final JdbcTemplate jdbc;

    Claims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> of(Collection<String> identifiers) {
        Map<String, String> holders = new HashMap<>();
        jdbc.query(
                "SELECT key, aggregate_id FROM history.claim WHERE key = ANY (?)",
                row -> {
                    holders.put(row.getString(1).substring(IDENTIFIER.length()), row.getString(2));
                },
                (Object) identifiers.stream().map(IDENTIFIER::concat).toArray(String[]::new));
        return holders;
    }

    @Override
    public List<String> beginningWith(String start) {
        return jdbc.queryForList(
                "SELECT aggregate_id FROM history.claim WHERE key COLLATE \"C\" >= ? AND key COLLATE \"C\" < ?"
                        + " ORDER BY key COLLATE \"C\"",
                String.class,
                start,
                start + LAST);
    }
}
