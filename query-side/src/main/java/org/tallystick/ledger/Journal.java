package org.tallystick.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal of a ledger from its first posting on, read with a cursor so that its size doesn't matter. */
public final class Journal {

    private static final int FETCH_ROWS = 1_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /** Of the ledger in the schema that its connections are in. */
    public Journal(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(FETCH_ROWS);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.transaction.setReadOnly(true);
    }

    /**
     * Gives the postings up to a position, up to an effective date and of a fund where there is one, in the order of
     * the history.
     */
    public void read(long position, @Nullable LocalDate date, @Nullable String fund, JournalFile file)
            throws IOException {
        try {
            // The driver keeps a cursor only within a transaction.
            transaction.executeWithoutResult(_ -> jdbc.query(
                    sql(),
                    row -> {
                        try {
                            file.write(JournalRow.of(row));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    position,
                    date,
                    date,
                    fund,
                    fund));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Approved by: who decided an award, and those whose approvals of a payment counted when it was made payable or
     * paid. Reversal of: what a release, of a commitment or a gap, or a payment sent back takes back.
     */
    private static String sql() {
        return "SELECT p.*, CASE WHEN p.event_type = 'fund.MoneyCommitted' THEN p.entered_by"
                + " WHEN p.event_type = 'award.InstalmentMadePayable' THEN " + approvers("p.debit_account")
                + " WHEN p.event_type = 'award.PaymentPaid' THEN " + approvers("p.credit_account")
                + " END AS approved_by, CASE p.event_type WHEN 'fund.CommitmentReleased' THEN "
                + reversed("fund.MoneyCommitted", "TRUE")
                + " WHEN 'award.PaymentBounced' THEN "
                + reversed("award.PaymentPaid", "o.credit_account = p.debit_account")
                + " WHEN 'award.PaymentCancelled' THEN "
                + reversed("award.InstalmentMadePayable", "o.debit_account = p.credit_account")
                + " WHEN 'award.GapReleased' THEN "
                + reversed("award.GapRecorded", "o.debit_account = p.credit_account AND o.contributor = p.contributor")
                + " END AS reversal_of FROM posting p WHERE p.position <= ?"
                + " AND (?::date IS NULL OR p.effective_on <= ?)"
                + " AND (?::text IS NULL OR p.fund_id = ?) ORDER BY p.position, p.line";
    }

    /** Approvals of the instalment up to the posting, those that were taken back before it left out. */
    private static String approvers(String payable) {
        String ofInstalment =
                "convert_from(%s.payload, 'UTF8')::jsonb ->> 'instalment' = split_part(" + payable + ", ':', 4)";
        return "(SELECT string_agg(convert_from(a.payload, 'UTF8')::jsonb ->> 'approverId', ' ' ORDER BY a.sequence)"
                + " FROM " + happened("a", "award.PaymentApproved") + " AND " + ofInstalment.formatted("a")
                + " AND NOT EXISTS (SELECT FROM " + happened("c", "award.PaymentCancelled") + " AND "
                + ofInstalment.formatted("c") + " AND c.sequence > a.sequence))";
    }

    private static String happened(String alias, String type) {
        return "history.event " + alias + " JOIN history.event_log " + alias + "l ON " + alias + "l.insertion = "
                + alias
                + ".insertion WHERE " + alias + ".aggregate_id = p.award_id AND " + alias + ".type = '" + type
                + "' AND " + alias + "l.position <= p.position";
    }

    private static String reversed(String type, String condition) {
        return "(SELECT max(o.position) FROM posting o WHERE o.award_id = p.award_id AND o.event_type = '" + type
                + "' AND o.position < p.position AND " + condition + ")";
    }
}
