package org.tallystick.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.tallystick.platform.Currency;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Recorded;

/**
 * Postings on their way into the ledger, in the text format of PostgreSQL's COPY, the fastest way in. They are sent as
 * they are added, so the database takes some while the next are made; nothing else may use the connection until then.
 */
final class PostingCopy implements AutoCloseable {

    private static final int SENT_AT_ONCE = 1 << 15;

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    // What many rows share is written out once: formatting is a good part of a replay's time.
    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return EventTypes.nameOf(event);
        }
    };

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(2 * SENT_AT_ONCE);
    private final Map<FinancialYear, String> years = new HashMap<>();
    private String recordedAt = "";
    private long recordedPosition;

    /** Begins to copy into the ledger of the schema that the connection is in. */
    PostingCopy(Connection connection) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY posting (position, line, amount_pence, currency, debit_account,"
                        + " credit_account, financial_year, contributor, restriction, fund_id, award_id,"
                        + " organisation_id, call_id, effective_on, recorded_at, event_type, event_id, leaf_hash,"
                        + " entered_by, sentence) FROM STDIN");
    }

    /** Adds one posting; the hash is that of its event's leaf, in hex. */
    void add(Recorded event, Posting posting, String leafHashHex) throws SQLException {
        rows.append(event.position()).append('\t').append(posting.line()).append('\t');
        rows.append(posting.slice().amountPence()).append('\t').append(Currency.GBP);
        text(posting.debitAccount());
        text(posting.creditAccount());
        text(years.computeIfAbsent(posting.slice().financialYear(), FinancialYear::toString));
        text(posting.slice().contributor());
        text(posting.slice().restriction());
        text(posting.fundId());
        text(posting.awardId());
        text(posting.organisationId());
        text(posting.callId());
        rows.append('\t').append(event.effectiveOn());
        rows.append('\t').append(recordedAt(event));
        text(TYPES.get(event.event().getClass()));
        rows.append('\t').append(event.eventId());
        rows.append("\t\\\\x").append(leafHashHex);
        text(event.actorId());
        text(posting.sentence());
        rows.append('\n');
        if (rows.length() > SENT_AT_ONCE) {
            send();
        }
    }

    /** Sends the rest; what was copied counts when the transaction commits. */
    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Where it did not come to its end, nothing is copied. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.flushCopy();
        rows.setLength(0);
    }

    private String recordedAt(Recorded event) {
        if (event.position() != recordedPosition) {
            recordedPosition = event.position();
            recordedAt = TIMESTAMP.format(event.recordedAt());
        }
        return recordedAt;
    }

    private void text(@Nullable String value) {
        rows.append('\t');
        if (value == null) {
            rows.append("\\N");
            return;
        }
        int plain = 0;
        while (plain < value.length() && isPlain(value.charAt(plain))) {
            plain++;
        }
        rows.append(value, 0, plain);
        for (int i = plain; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '\\';
    }
}
