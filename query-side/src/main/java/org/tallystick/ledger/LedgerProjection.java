package org.tallystick.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.FundEvent;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;

/**
 * Writes the postings that {@link PostingRules} makes of each money event. The same class fills the live ledger and,
 * given another schema, that of a replay.
 */
public final class LedgerProjection implements Projection {

    /** Its name. */
    public static final String NAME = "ledger";

    private final JdbcTemplate jdbc;
    private final String schema;

    /** Into the tables of a schema. */
    public LedgerProjection(DataSource source, String schema) {
        this.jdbc = new JdbcTemplate(source);
        this.schema = schema;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean handles(Class<?> event) {
        return FundEvent.Money.class.isAssignableFrom(event) || AwardEvent.Money.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Map<Long, String> hashes =
                leafHashes(events.getFirst().position(), events.getLast().position());
        PostingCopy copy = new PostingCopy();
        Map<String, Long> nets = new TreeMap<>();
        for (Recorded event : events) {
            String hash = Objects.requireNonNull(hashes.get(event.position()), "Every sequenced event has a leaf");
            for (Posting posting : PostingRules.postings(event.event())) {
                copy.add(event, posting, hash);
                long pence = posting.slice().amountPence();
                nets.merge(key(posting.fundId(), posting.debitAccount()), pence, Math::addExact);
                nets.merge(key(posting.fundId(), posting.creditAccount()), -pence, Math::addExact);
            }
        }
        if (!copy.isEmpty()) {
            write(copy);
            addTo(nets);
        }
    }

    private Map<Long, String> leafHashes(long first, long last) {
        Map<Long, String> hashes = new HashMap<>();
        jdbc.query(
                "SELECT position, encode(leaf_hash, 'hex') FROM history.event_log WHERE position BETWEEN ? AND ?",
                row -> {
                    hashes.put(row.getLong(1), row.getString(2));
                },
                first,
                last);
        return hashes;
    }

    private void write(PostingCopy copy) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(PostingCopy.into(schema), new ByteArrayInputStream(copy.bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void addTo(Map<String, Long> nets) {
        List<Object[]> rows = new ArrayList<>();
        nets.forEach((key, pence) -> {
            String[] fundAndKind = key.split("\n", -1);
            rows.add(new Object[] {fundAndKind[0], fundAndKind[1], pence});
        });
        jdbc.batchUpdate(
                "INSERT INTO " + schema + ".fund_balance AS b VALUES (?, ?, ?) ON CONFLICT (fund_id, kind)"
                        + " DO UPDATE SET net_pence = b.net_pence + excluded.net_pence",
                rows);
    }

    private static String key(String fundId, String account) {
        return fundId + "\n" + AccountKind.of(account);
    }
}
