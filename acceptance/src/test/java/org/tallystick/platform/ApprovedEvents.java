package org.tallystick.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;

/** The JSON of an example of every event: what a stored event looks like, approved and then never changed. */
final class ApprovedEvents {

    /** Reads and writes as the store does. */
    static final Serializer SERIALIZER = new EventSerializer(TypeNames.ofEvents());

    private ApprovedEvents() {}

    /** An example of every event at its revision of now, by the name of its file. */
    static Map<String, String> current() {
        Map<String, String> forms = new TreeMap<>();
        EventTypes.all()
                .forEach((name, event) ->
                        forms.put(fileOf(name, EventTypes.revisionOf(event)), form(Samples.of(event))));
        return forms;
    }

    /** The file of a revision of an event. */
    static String fileOf(String name, String revision) {
        return name + "." + revision + ".json";
    }

    /** The JSON that the store would keep, over several lines. */
    static String form(Object event) {
        byte[] stored = SERIALIZER.serialize(event, byte[].class).getData();
        return Json.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Json.mapper().readTree(stored))
                + "\n";
    }

    /** What an approved file reads as today: through the upcasters, as out of the store. */
    static List<Object> read(Path file, EventUpcaster upcasters, Serializer serializer) {
        String[] name = file.getFileName().toString().split("\\.");
        EventData<byte[]> stored = new GenericDomainEventEntry<>(
                "Example",
                "example",
                0,
                "event",
                Instant.EPOCH,
                name[0] + "." + name[1],
                name[2],
                SourceTree.text(file).getBytes(StandardCharsets.UTF_8),
                SERIALIZER.serialize(MetaData.emptyInstance(), byte[].class).getData());
        return upcasters
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .<Object>map(event -> serializer.deserialize(event.getData()))
                .toList();
    }
}
