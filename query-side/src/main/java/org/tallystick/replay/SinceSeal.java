package org.tallystick.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.ledger.LedgerProjection;
import org.tallystick.ledger.Posting;
import org.tallystick.ledger.PostingRules;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.RecordedLog;
import org.tallystick.replay.Seals.Seal;

/** What followed a seal: the events after it, and those before it that took effect later than its period. */
final class SinceSeal {

    private final RecordedLog log;
    private final Seal seal;
    private final long after;

    /**
     * Of one seal.
     *
     * @param ledger connections to a ledger that knows where the first event is that took effect later
     */
    SinceSeal(RecordedLog log, Seal seal, DataSource ledger) {
        this.log = log;
        this.seal = seal;
        this.after = firstThatCounts(ledger, seal) - 1;
    }

    private static long firstThatCounts(DataSource ledger, Seal seal) {
        Long early = new JdbcTemplate(ledger)
                .queryForObject(
                        "SELECT COALESCE(min(position), ?) FROM posting WHERE position <= ? AND effective_on > ?",
                        Long.class,
                        seal.upTo() + 1,
                        seal.upTo(),
                        seal.lastDay());
        return early == null ? seal.upTo() + 1 : early;
    }

    /**
     * Gives each event that counts, with its postings.
     *
     * @param upTo the last position that counts
     * @param until the last effective date that counts; null where all do
     */
    void each(long upTo, @Nullable LocalDate until, BiConsumer<Recorded, List<Posting>> taker) {
        log.each(after, upTo, LedgerProjection::takes, event -> {
            LocalDate day = event.effectiveOn();
            boolean notSealed = event.position() > seal.upTo() || day.isAfter(seal.lastDay());
            if (notSealed && (until == null || !day.isAfter(until))) {
                taker.accept(event, PostingRules.postings(event.event()));
            }
        });
    }

    /** Adds what they did to what was sealed. */
    void addTo(Map<String, Long> nets, long upTo, @Nullable LocalDate until) {
        each(
                upTo,
                until,
                (_, postings) -> postings.forEach(posting -> {
                    nets.merge(posting.debitAccount(), posting.slice().amountPence(), Math::addExact);
                    nets.merge(posting.creditAccount(), -posting.slice().amountPence(), Math::addExact);
                }));
    }
}
