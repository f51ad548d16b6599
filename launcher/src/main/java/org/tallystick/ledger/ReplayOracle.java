package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Event;
import org.tallystick.platform.EventSerializer;
import org.tallystick.platform.Json;
import org.tallystick.platform.TypeNames;
import tools.jackson.core.type.TypeReference;

/**
 * Whether a history read again from what is stored gives what was there while it happened: from its first event, and
 * from a snapshot with the events after it, at every position that was sampled, day by day of effect.
 */
final class ReplayOracle {

    /** Balances by account and source, and within them by the day of effect. */
    private static final class Days extends TreeMap<String, TreeMap<LocalDate, Long>> {
        private static final long serialVersionUID = 1L;

        void add(List<Posting> postings, LocalDate on) {
            for (Posting posting : postings) {
                move(posting.debitAccount(), posting, on, posting.slice().amountPence());
                move(posting.creditAccount(), posting, on, -posting.slice().amountPence());
            }
        }

        private void move(String account, Posting posting, LocalDate on, long pence) {
            String key = Model.key(
                    account,
                    posting.slice().contributor(),
                    posting.slice().financialYear().startYear(),
                    posting.slice().restriction());
            computeIfAbsent(key, _ -> new TreeMap<>()).merge(on, pence, Math::addExact);
        }
    }

    /** An event as it is stored. */
    private record Stored(SerializedObject<byte[]> payload, LocalDate on) {}

    /** What there was after so many events, as a snapshot keeps it. */
    private record Sample(int position, String balances) {}

    private static final int EVENTS_BETWEEN_SAMPLES = 50;
    private static final EventSerializer SERIALIZER = new EventSerializer(TypeNames.ofEvents());
    private static final TypeReference<Days> DAYS = new TypeReference<>() {};

    private final UnaryOperator<Event> reading;
    private final List<Stored> stored = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Days live = new Days();

    /**
     * Of a history that is to happen.
     *
     * @param reading what becomes of an event when it is read; a test makes it another one
     */
    ReplayOracle(UnaryOperator<Event> reading) {
        this.reading = reading;
    }

    /** Takes notice of an event, and of what is posted for it while it happens. */
    void happened(DomainEventMessage<?> message, List<Posting> postings) {
        LocalDate on = CommandContext.dayOf(
                message.getTimestamp(), (String) message.getMetaData().get(CommandContext.EFFECTIVE_ON));
        stored.add(new Stored(SERIALIZER.serialize(message.getPayload(), byte[].class), on));
        live.add(postings, on);
        if (stored.size() % EVENTS_BETWEEN_SAMPLES == 0) {
            samples.add(new Sample(stored.size(), written(live)));
        }
    }

    /** How many positions were sampled. */
    int samples() {
        return samples.size();
    }

    /** Reads all of it again; the first position at which it is not what it was, in words. */
    Optional<String> differs() {
        List<Sample> all = new ArrayList<>(samples);
        all.add(new Sample(stored.size(), written(live)));
        Days genesis = new Days();
        Days sinceSnapshot = new Days();
        int read = 0;
        for (Sample sample : all) {
            for (; read < sample.position(); read++) {
                Stored event = stored.get(read);
                Event happened = reading.apply(SERIALIZER.deserialize(event.payload()));
                List<Posting> postings = PostingRules.postings(happened);
                genesis.add(postings, event.on());
                sinceSnapshot.add(postings, event.on());
            }
            if (!written(genesis).equals(sample.balances())) {
                return Optional.of("Read again from the first event, position %d has %s and had %s."
                        .formatted(sample.position(), written(genesis), sample.balances()));
            }
            if (!written(sinceSnapshot).equals(sample.balances())) {
                return Optional.of("Read again from the snapshot before it, position %d has %s and had %s."
                        .formatted(sample.position(), written(sinceSnapshot), sample.balances()));
            }
            sinceSnapshot = Json.mapper().readValue(sample.balances(), DAYS);
        }
        return Optional.empty();
    }

    private static String written(Days days) {
        return Json.mapper().writeValueAsString(days);
    }
}
