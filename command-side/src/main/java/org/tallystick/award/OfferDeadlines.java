package org.tallystick.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.tallystick.platform.Deadlines;
import org.tallystick.platform.Event;
import org.tallystick.platform.HistoryInShort;
import org.tallystick.platform.UkTime;

/** Offers that nobody signs run out at the end of their last day. */
public final class OfferDeadlines implements Deadlines {

    private final HistoryInShort inShort;
    private final EventStore history;

    /** Over the history. */
    public OfferDeadlines(HistoryInShort inShort, EventStore history) {
        this.inShort = inShort;
        this.history = history;
    }

    @Override
    public String aggregateType() {
        return "Award";
    }

    @Override
    public Class<? extends Event> startedBy() {
        return AwardEvent.AgreementOffered.class;
    }

    @Override
    public Optional<Due> of(String awardId) {
        return inShort.state(awardId, AwardState.LIFECYCLE)
                .filter(state -> state == AwardState.OFFERED)
                .map(_ -> new Due(endOf(lastDay(awardId)), new AwardCommand.ExpireOffer(awardId)));
    }

    private LocalDate lastDay(String awardId) {
        LocalDate day = LocalDate.MIN;
        for (var events = history.readEvents(awardId); events.hasNext(); ) {
            if (events.next().getPayload() instanceof AwardEvent.AgreementOffered offered) {
                day = offered.expiresOn();
            }
        }
        return day;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(UkTime.ZONE).toInstant();
    }
}
