package org.tallystick.history;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.TimelineEntry;
import org.tallystick.platform.UkTime;
import org.tallystick.platform.Words;

/** What happened to an organisation or an award, newest first, on its own page; the same for all who may read it. */
public final class Timeline {

    private static final int FIRST = 20;
    private static final String ALL = "all";

    private final Sides sides;
    private final Words words;
    private final PersonNames people;
    private final HappeningWords said;

    /** For the pages of one process. */
    public Timeline(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.people = people;
        this.said = new HappeningWords(words, people);
    }

    /**
     * Puts the newest steps on a page, or as many as one answer holds.
     *
     * @param history "all" for the long form, as it stands in the page's address
     */
    public void show(HistoryQuery.Subject subject, String id, String history, Model model) {
        int size = history.equals(ALL) ? Paged.MOST : FIRST;
        Paged<Happening> found = sides.ask(new HistoryOf(subject, id, 1, size));
        boolean mayOpen = sides.may(HistoryQuery.OneEvent.class);
        model.addAttribute(
                "timeline",
                found.items().stream()
                        .map(happening -> entry(happening, mayOpen))
                        .toList());
        model.addAttribute("moreHistory", found.total() - found.items().size());
        model.addAttribute("mayMoreHistory", size < Paged.MOST);
        model.addAttribute("seesEvents", mayOpen);
    }

    private TimelineEntry entry(Happening happening, boolean mayOpen) {
        return new TimelineEntry(
                said.of(happening),
                when(happening),
                by(happening, mayOpen),
                happening.reason(),
                mayOpen ? "/events/" + happening.position() : "",
                HappeningWords.tone(happening));
    }

    /** When it took effect, and, where that was another day, when it was recorded. */
    private String when(Happening happening) {
        String recorded = words.dateTime(happening.recordedAt());
        return happening.effectiveOn().equals(UkTime.dayOf(happening.recordedAt()))
                ? recorded
                : words.date(happening.effectiveOn()) + ", recorded " + recorded;
    }

    /** A person where they may be named; else their role and for whom they acted. */
    private String by(Happening happening, boolean withId) {
        String role = happening.role().equals(Role.OPERATOR.name())
                ? "Tallystick itself"
                : EventWords.lower(happening.role());
        String id = happening.actorId();
        String person = id == null ? "" : withId ? people.of(id) : people.inShort(id);
        return Stream.of(person, role, happening.organisationName())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
