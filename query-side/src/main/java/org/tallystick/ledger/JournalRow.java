package org.tallystick.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.platform.Columns;
import org.tallystick.platform.NameQuery.Names;

/**
 * A posting as it is exported.
 *
 * @param posting the posting
 * @param eventId the event it comes from
 * @param currency of its amount
 * @param approvedBy who approved what it records, where somebody did
 * @param reversalOf the journal entry it takes back, where it takes one back
 */
public record JournalRow(
        JournalLine posting,
        String eventId,
        String currency,
        String approvedBy,
        @Nullable Long reversalOf) {

    /** A row of {@code posting}, its sentence still with places for names. */
    static JournalLine line(ResultSet row) throws SQLException {
        return new JournalLine(
                row.getLong("position"),
                row.getInt("line"),
                Columns.text(row, "event_type"),
                HexFormat.of().formatHex(row.getBytes("leaf_hash")),
                Columns.instant(row, "recorded_at"),
                Columns.day(row, "effective_on"),
                Columns.year(row, "financial_year"),
                Columns.text(row, "contributor"),
                Columns.text(row, "restriction"),
                row.getLong("amount_pence"),
                Columns.text(row, "debit_account"),
                Columns.text(row, "credit_account"),
                Columns.text(row, "fund_id"),
                row.getString("award_id"),
                row.getString("organisation_id"),
                row.getString("call_id"),
                Columns.text(row, "entered_by"),
                Columns.text(row, "sentence"));
    }

    static JournalRow of(ResultSet row) throws SQLException {
        return new JournalRow(
                line(row).named(Names.NONE),
                Columns.text(row, "event_id"),
                Columns.text(row, "currency"),
                Columns.text(row, "approved_by"),
                row.getObject("reversal_of", Long.class));
    }
}
