package org.tallystick.ledger;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.FundEvent;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;

/**
 * Writes the postings that {@link PostingRules} makes of each money event. The same class fills the live ledger and,
 * over connections to another schema, that of a replay.
 */
public final class LedgerProjection implements Projection {

    /** Its name. */
    public static final String NAME = "ledger";

    /** All accounts of one kind of a fund. */
    private record FundAccounts(String fundId, AccountKind kind) {
        // Rows are locked in one order by everybody.
        private static final Comparator<FundAccounts> ORDER =
                Comparator.comparing(FundAccounts::fundId).thenComparing(FundAccounts::kind);
    }

    private final JdbcTemplate jdbc;

    /** Into the tables of the schema its connections are in. */
    public LedgerProjection(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean handles(Class<?> event) {
        return takes(event);
    }

    /** Whether events of this class move money. */
    public static boolean takes(Class<?> event) {
        return FundEvent.Money.class.isAssignableFrom(event)
                || AwardEvent.Money.class.isAssignableFrom(event)
                || AwardEvent.Memo.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Map<Long, String> hashes =
                leafHashes(events.getFirst().position(), events.getLast().position());
        Map<FundAccounts, Long> nets = new HashMap<>();
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (PostingCopy copy = new PostingCopy(connection)) {
                for (Recorded event : events) {
                    String hash =
                            Objects.requireNonNull(hashes.get(event.position()), "Every sequenced event has a leaf");
                    for (Posting posting : PostingRules.postings(event.event())) {
                        copy.add(event, posting, hash);
                        add(posting, nets);
                    }
                }
                copy.end();
            }
            return true;
        });
        addTo(nets);
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

    private static void add(Posting posting, Map<FundAccounts, Long> nets) {
        long pence = posting.slice().amountPence();
        nets.merge(accountsOf(posting, posting.debitAccount()), pence, Math::addExact);
        nets.merge(accountsOf(posting, posting.creditAccount()), -pence, Math::addExact);
    }

    private static FundAccounts accountsOf(Posting posting, String account) {
        return new FundAccounts(posting.fundId(), Objects.requireNonNull(AccountKind.of(account), account));
    }

    /** All in one statement: as many as there are accounts would take longer than the postings themselves. */
    private void addTo(Map<FundAccounts, Long> nets) {
        List<FundAccounts> accounts =
                nets.keySet().stream().sorted(FundAccounts.ORDER).toList();
        jdbc.update(
                "INSERT INTO fund_balance AS b SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])"
                        + " ON CONFLICT (fund_id, kind) DO UPDATE SET net_pence = b.net_pence + excluded.net_pence",
                accounts.stream().map(FundAccounts::fundId).toArray(String[]::new),
                accounts.stream().map(account -> account.kind().name()).toArray(String[]::new),
                accounts.stream().map(nets::get).toArray(Long[]::new));
    }
}
