package org.tallystick.ledger;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.tallystick.history.ProvenanceQuery.AccountChange;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Rows;

/** What an event did to the accounts of a ledger. */
public final class AccountChanges {

    private final DataSource source;
    private final LedgerReach reach;

    /** Of the ledger in the schema that its connections are in. */
    public AccountChanges(DataSource source) {
        this.source = source;
        this.reach = new LedgerReach(source);
    }

    /** Each account that the event at a position moved, in the order of its entries. */
    public List<AccountChange> by(long position) {
        reach.position(position);
        List<String> moved = Rows.of(source, FigureRows.SIDES)
                .with("position", position)
                .where("p.position = :position")
                .grouped(
                        "account",
                        "account ORDER BY min(p.line), min(pence)",
                        (row, _) -> Columns.text(row, "account"));
        return moved.stream().map(account -> of(account, position)).toList();
    }

    private AccountChange of(String account, long position) {
        return Rows.of(source, FigureRows.SIDES)
                .with("id", AccountKind.subjectOf(account))
                .with("account", account)
                .with("position", position)
                .where(Objects.requireNonNull(FigureRows.of(account)))
                .where("p.position <= :position")
                .one(
                        "sum(pence)::bigint AS after,"
                                + " (sum(pence) FILTER (WHERE p.position = :position))::bigint AS change",
                        (row, _) -> new AccountChange(
                                account,
                                row.getLong("after") - row.getLong("change"),
                                row.getLong("change"),
                                row.getLong("after")))
                .orElseThrow();
    }
}
