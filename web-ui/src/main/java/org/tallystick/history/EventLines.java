package org.tallystick.history;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** Events of the log as lines of a list, by name. */
public final class EventLines {

    private final Sides sides;
    private final Words words;
    private final PersonNames people;

    /** For the pages of one process. */
    public EventLines(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.people = people;
    }

    /** A line of the log; about whom by name, with the id beside it where the name is another. */
    public record Line(
            long position,
            String title,
            String about,
            String aboutHref,
            String id,
            String when,
            String who,
            String person) {}

    /** The events as lines, in their order. */
    public List<Line> of(List<LoggedEvent> events) {
        EventWords said = said(events);
        return events.stream().map(event -> line(event, said)).toList();
    }

    /** Words that know the names in these events. */
    EventWords said(List<LoggedEvent> events) {
        return new EventWords(words, people, sides.names(events.stream().flatMap(EventLines::ids)));
    }

    Line line(LoggedEvent event, EventWords said) {
        String person = meta(event, "actorId");
        String about = said.named(idField(event), event.aggregateId());
        return new Line(
                event.position(),
                EventWords.title(event.type()),
                about,
                EventWords.pageOf(idField(event), event.aggregateId()),
                about.equals(event.aggregateId())
                        ? event.aggregateType()
                        : event.aggregateType() + " " + event.aggregateId(),
                words.dateTime(event.recordedAt()),
                person.isEmpty() ? "" : people.of(person),
                person);
    }

    /** A part of an event's metadata, or empty. */
    static String meta(LoggedEvent event, String key) {
        Object value = event.metadata().get(key);
        return value == null ? "" : value.toString();
    }

    private static Stream<String> ids(LoggedEvent event) {
        return Stream.of(
                        EventWords.ids("", event.payload()),
                        EventWords.ids(idField(event), event.aggregateId()),
                        Stream.of(meta(event, "organisation")).filter(id -> !id.isEmpty()))
                .flatMap(ids -> ids);
    }

    /** The field that would hold the id of what an event is about. */
    private static String idField(LoggedEvent event) {
        return event.aggregateType().equals("GrantCall")
                ? "callId"
                : event.aggregateType().toLowerCase(Locale.ROOT) + "Id";
    }
}
