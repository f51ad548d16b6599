package org.tallystick.payment;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.award.PaymentState;
import org.tallystick.payment.PaymentQuery.BankFileSummary;
import org.tallystick.payment.PaymentQuery.BankFileText;
import org.tallystick.payment.PaymentQuery.BankFileView;
import org.tallystick.payment.PaymentQuery.BankFiles;
import org.tallystick.payment.PaymentQuery.BankPayment;
import org.tallystick.payment.PaymentQuery.OneBankFile;
import org.tallystick.payment.PaymentQuery.PaymentsByReference;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;
import org.tallystick.platform.StreamedQuery;
import org.tallystick.registry.BankDetails;

/** Answers about files for the bank, to the body they are of and to those who see everything. */
public final class BankFileAnswers {

    private static final String FILE = "b.*, (SELECT count(*) FROM bank_file_line l WHERE l.file_id = b.file_id)"
            + " AS payments, (SELECT sum(l.amount_pence) FROM bank_file_line l WHERE l.file_id = b.file_id)::bigint"
            + " AS amount_pence, (SELECT count(*) FROM bank_file_line l JOIN payment p"
            + " USING (award_id, instalment) WHERE l.file_id = b.file_id AND p.attempts = l.attempt"
            + " AND p.state = 'INSTRUCTED') AS open";
    private static final String LINES = "bank_file_line l JOIN bank_file b USING (file_id)"
            + " JOIN payment p USING (award_id, instalment) JOIN award a USING (award_id)"
            + " LEFT JOIN organisation r ON r.organisation_id = a.recipient";
    private static final String LINE =
            "l.*, a.title, p.attempts, p.state AS payment_state," + " COALESCE(r.name, a.recipient) AS recipient_name";

    private final DataSource source;

    /** Over the live read models. */
    public BankFileAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    Paged<BankFileSummary> files(
            BankFiles query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return seen("bank_file b", actor)
                .page(
                        FILE,
                        "b.written_at DESC, b.file_id",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> summary(row));
    }

    @QueryHandler
    BankFileView file(OneBankFile query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        BankFileSummary summary = seen("bank_file b", actor)
                .with("id", query.fileId())
                .where("b.file_id = :id")
                .only(FILE, (row, _) -> summary(row), "bank file");
        return new BankFileView(
                summary,
                seen(LINES, actor)
                        .with("id", query.fileId())
                        .where("b.file_id = :id")
                        .all(LINE, "l.line", (row, _) -> payment(row)));
    }

    @QueryHandler
    List<BankPayment> payments(
            PaymentsByReference query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return seen(LINES, actor)
                .with("references", query.references().toArray(String[]::new))
                .where("l.reference = ANY (:references)")
                .all(LINE, "l.reference", (row, _) -> payment(row));
    }

    @QueryHandler
    StreamedQuery.Written text(
            BankFileText query,
            @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor,
            @MetaDataValue(value = QueryDispatcher.OUT, required = true) OutputStream out)
            throws IOException {
        List<BankFileCsv.Line> lines = seen(LINES, actor)
                .with("id", query.fileId())
                .where("b.file_id = :id")
                .all(
                        LINE,
                        "l.line",
                        (row, _) -> new BankFileCsv.Line(
                                account(row), row.getLong("amount_pence"), Columns.text(row, "reference")));
        if (lines.isEmpty()) {
            throw Rows.notFound("bank file");
        }
        BankFileCsv.write(lines, out);
        return new StreamedQuery.Written();
    }

    private Rows seen(String from, Actor actor) {
        Rows rows = Rows.of(source, from).with("me", actor.organisationId());
        return Sight.ofEverything(actor) ? rows : rows.where("b.funder = :me");
    }

    private static BankFileSummary summary(ResultSet row) throws SQLException {
        return new BankFileSummary(
                Columns.text(row, "file_id"),
                Columns.text(row, "funder"),
                Columns.instant(row, "written_at"),
                row.getString("payer_id"),
                row.getLong("payments"),
                row.getLong("amount_pence"),
                row.getLong("open"));
    }

    /** An attempt that was followed by another one failed. */
    private static BankPayment payment(ResultSet row) throws SQLException {
        int attempt = row.getInt("attempt");
        int latest = row.getInt("attempts");
        return new BankPayment(
                Columns.text(row, "reference"),
                Columns.text(row, "file_id"),
                Columns.text(row, "award_id"),
                Columns.text(row, "title"),
                Columns.text(row, "recipient_name"),
                row.getInt("instalment"),
                attempt,
                latest,
                attempt == latest ? Columns.word(row, "payment_state", PaymentState.class) : PaymentState.FAILED,
                account(row).maskedAccountNumber(),
                row.getLong("amount_pence"));
    }

    private static BankDetails account(ResultSet row) throws SQLException {
        return new BankDetails(
                Columns.text(row, "account_name"), Columns.text(row, "sort_code"), Columns.text(row, "account_number"));
    }
}
