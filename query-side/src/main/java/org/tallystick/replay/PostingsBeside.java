package org.tallystick.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.ledger.Posting;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Recorded;
import org.tallystick.replay.ReplayQuery.Parting;

/** The postings of two ledgers side by side. */
final class PostingsBeside {

    private static final String WORDS = "SELECT * FROM posting WHERE position = ? ORDER BY line";

    private final JdbcTemplate live;
    private final JdbcTemplate replay;
    private final String replaySchema;

    /** Of the live ledger and a replay's. */
    PostingsBeside(DataSource live, DataSource replay, String replaySchema) {
        this.live = new JdbcTemplate(live);
        this.replay = new JdbcTemplate(replay);
        this.replaySchema = replaySchema;
    }

    /** The first position up to which not every column of every posting is the same. */
    Optional<Parting> firstDifference(long upTo, @Nullable LocalDate effectiveUntil) {
        String counted = " WHERE position <= ? AND effective_on <= COALESCE(?, effective_on)";
        List<Long> first = live.queryForList(
                "SELECT position FROM (SELECT * FROM posting" + counted + ") l FULL JOIN (SELECT * FROM " + replaySchema
                        + ".posting) r USING (position, line) WHERE l.amount_pence IS NULL OR r.amount_pence IS NULL"
                        + " OR ROW(l.*) IS DISTINCT FROM ROW(r.*) ORDER BY position, line LIMIT 1",
                Long.class,
                upTo,
                effectiveUntil);
        return first.stream()
                .findFirst()
                .map(position -> new Parting(position, words(live, position), words(replay, position)));
    }

    /** Where an event's postings, as the rules make them, are not those of the replay. */
    Optional<Parting> difference(Recorded event, List<Posting> postings) {
        String derived = String.join(
                "; ",
                postings.stream()
                        .map(posting -> words(
                                posting.slice().amountPence(),
                                posting.creditAccount(),
                                posting.debitAccount(),
                                event.effectiveOn()))
                        .toList());
        String replayed = words(replay, event.position());
        return derived.equals(replayed)
                ? Optional.empty()
                : Optional.of(new Parting(event.position(), derived, replayed));
    }

    private static String words(JdbcTemplate jdbc, long position) {
        return String.join("; ", jdbc.query(WORDS, (row, _) -> words(row), position));
    }

    private static String words(ResultSet row) throws SQLException {
        return words(
                row.getLong("amount_pence"),
                Columns.text(row, "credit_account"),
                Columns.text(row, "debit_account"),
                Columns.day(row, "effective_on"));
    }

    private static String words(long pence, String from, String to, LocalDate day) {
        return Pounds.of(pence) + " from " + from + " to " + to + " on " + day;
    }
}
