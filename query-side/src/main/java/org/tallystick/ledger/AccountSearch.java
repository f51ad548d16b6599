package org.tallystick.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.tallystick.history.ProvenanceQuery.SearchHit;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Rows;

/** Finds accounts by the beginning of their names. */
public final class AccountSearch {

    private static final int MOST = 100;
    private static final String SIDES = "posting p CROSS JOIN LATERAL (VALUES (p.debit_account, p.amount_pence),"
            + " (p.credit_account, -p.amount_pence)) side (account, pence)";

    private final DataSource source;

    /** Of the ledger in the schema that its connections are in. */
    public AccountSearch(DataSource source) {
        this.source = source;
    }

    /** The accounts of an organisation, a fund or an award whose name begins like that, with their balances. */
    public List<SearchHit> named(String text) {
        String name = text.strip();
        int second = name.indexOf(':');
        if (second < 0 || second == name.length() - 1) {
            return List.of();
        }
        String subject = AccountKind.subjectOf(name);
        return Rows.of(source, SIDES)
                .with("subject", subject)
                .with("name", name)
                .where("(p.fund_id = :subject OR p.award_id = :subject OR p.organisation_id = :subject"
                        + " OR p.contributor = :subject)")
                .where("starts_with(account, :name)")
                .grouped(
                        "account, sum(pence)::bigint AS pence",
                        "account ORDER BY account COLLATE \"C\" LIMIT " + MOST,
                        (row, _) -> new SearchHit(
                                Columns.text(row, "account"),
                                Columns.text(row, "account"),
                                "",
                                null,
                                row.getLong("pence"),
                                null));
    }
}
