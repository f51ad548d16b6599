package org.tallystick.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.tallystick.platform.EventSerializer;
import org.tallystick.platform.TypeNames;

/**
 * As many events as are wanted, of a make-up that could be: what the aggregates decided in random histories, each
 * history with organisations, funds, calls and awards of its own.
 */
public final class HistoriesInBulk {

    private static final int HISTORIES_AT_ONCE = 4;
    private static final EventSerializer SERIALIZER = new EventSerializer(TypeNames.ofEvents());

    private HistoriesInBulk() {}

    /**
     * Gives events in the order in which they happened, history by history, in lists of a thousand or more.
     *
     * @param count how many at least; what has begun is ended
     * @param seed of the first history
     */
    public static void write(long count, long seed, Consumer<List<DomainEventMessage<?>>> to) {
        long given = 0;
        for (long first = seed; given < count; first += HISTORIES_AT_ONCE) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            LongStream.range(first, first + HISTORIES_AT_ONCE)
                    .parallel()
                    .mapToObj(HistoriesInBulk::history)
                    .toList()
                    .forEach(events::addAll);
            to.accept(events);
            given += events.size();
        }
    }

    private static List<DomainEventMessage<?>> history(long seed) {
        Thread.currentThread().setContextClassLoader(HistoriesInBulk.class.getClassLoader());
        try (Play play = new Play(Planted.nothing())) {
            Author author = new Author(seed, play.model());
            for (int number = 0; number < RandomHistories.STEPS; number++) {
                play.play(author.next());
            }
            author.end().forEach(play::play);
            return renamed(play.events(), "-" + seed);
        } catch (Play.Found wrong) {
            // For the torture of histories to tell; here it is only one less.
            return List.of();
        }
    }

    /** Says of all aggregates that they are other ones, wherever one is named. */
    private static List<DomainEventMessage<?>> renamed(List<DomainEventMessage<?>> events, String suffix) {
        Map<String, String> names = new TreeMap<>();
        events.forEach(event -> names.put(event.getAggregateIdentifier(), event.getAggregateIdentifier() + suffix));
        List<DomainEventMessage<?>> renamed = new ArrayList<>();
        for (DomainEventMessage<?> event : events) {
            SerializedObject<byte[]> stored = SERIALIZER.serialize(event.getPayload(), byte[].class);
            String json = replaced(new String(stored.getData(), StandardCharsets.UTF_8), names);
            Object payload = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                    json.getBytes(StandardCharsets.UTF_8), byte[].class, stored.getType()));
            renamed.add(new GenericDomainEventMessage<>(
                    event.getType(),
                    event.getAggregateIdentifier() + suffix,
                    event.getSequenceNumber(),
                    payload,
                    event.getMetaData(),
                    java.util.UUID.randomUUID().toString(),
                    event.getTimestamp()));
        }
        return renamed;
    }

    /** Replaces every text in quotes that is a name. */
    private static String replaced(String json, Map<String, String> names) {
        StringBuilder text = new StringBuilder(json.length() + 64);
        int from = 0;
        for (int quote = json.indexOf('"'); quote >= 0; ) {
            int end = json.indexOf('"', quote + 1);
            if (end < 0) {
                break;
            }
            String word = json.substring(quote + 1, end);
            if (names.containsKey(word)) {
                text.append(json, from, quote + 1).append(names.get(word));
                from = end;
                quote = json.indexOf('"', end + 1);
            } else {
                // The quote that ends one text may begin the next; names have no quotes in them.
                quote = end;
            }
        }
        return text.append(json, from, json.length()).toString();
    }
}
