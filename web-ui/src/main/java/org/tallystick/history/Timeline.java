package org.tallystick.history;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Sides;
import org.tallystick.platform.TimelineEntry;
import org.tallystick.platform.UkTime;
import org.tallystick.platform.Words;

/** What happened to something, newest first, on its own page and on one of its own with filters. */
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
        model.addAttribute("timeline", entries(found.items(), id));
        model.addAttribute("wholeHistory", TimelinePage.href(subject, id));
        model.addAttribute("moreHistory", found.total() - found.items().size());
        model.addAttribute("mayMoreHistory", size < Paged.MOST);
        model.addAttribute("seesEvents", mayOpen);
    }

    /** Events as entries; those that happened to something else than {@code id} say to what. */
    List<TimelineEntry> entries(List<Happening> happenings, String id) {
        boolean mayOpen = sides.may(HistoryQuery.OneEvent.class);
        Names names =
                sides.names(happenings.stream().map(Happening::aggregateId).filter(other -> !other.equals(id)));
        return happenings.stream()
                .map(happening -> entry(happening, other(happening, id, names), mayOpen))
                .toList();
    }

    /** Whether somebody who is no auditor may read of such an event in the history of such a thing. */
    static boolean tells(HistoryQuery.Subject subject, String type) {
        String domain = type.substring(0, type.indexOf('.'));
        return switch (subject) {
            case ORGANISATION -> domain.equals("registry");
            case AWARD -> domain.equals("award");
            case BID -> domain.equals("bid");
            case FUND -> domain.equals("fund") || domain.equals("award");
            case CALL -> domain.equals("call");
            case PERSON -> false;
        };
    }

    /** To what else it happened, by name; empty where to the very thing. */
    private static String other(Happening happening, String id, Names names) {
        String other = happening.aggregateId();
        if (other.equals(id)) {
            return "";
        }
        return switch (happening.aggregateType()) {
            case "Organisation" -> names.organisation(other);
            case "Fund" -> names.fund(other);
            case "Award" -> "award " + names.awardInFull(other);
            case "GrantCall" -> "call " + names.call(other);
            default -> happening.aggregateType().toLowerCase(Locale.ROOT) + " " + other;
        };
    }

    private TimelineEntry entry(Happening happening, String other, boolean mayOpen) {
        return new TimelineEntry(
                other.isEmpty() ? said.of(happening) : said.of(happening) + ": " + other,
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
        String role = EventWords.role(happening.role());
        String id = happening.actorId();
        String person = id == null ? "" : withId ? people.of(id) : people.inShort(id);
        return Stream.of(person, role, happening.organisationName())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
