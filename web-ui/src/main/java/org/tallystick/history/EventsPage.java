package org.tallystick.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.history.HistoryQuery.EventPage;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.ledger.StatementLines;
import org.tallystick.platform.Form;
import org.tallystick.platform.Json;
import org.tallystick.platform.Link;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import tools.jackson.databind.SerializationFeature;

/** The log from its first event, each event in full, and the state of the log. For auditors; others are told so. */
@Page
class EventsPage {

    private static final int SIZE = 100;

    private final Sides sides;
    private final Words words;
    private final EventWords eventWords;
    private final PersonNames names;

    EventsPage(Sides sides, Words words, PersonNames names) {
        this.sides = sides;
        this.words = words;
        this.eventWords = new EventWords(words);
        this.names = names;
    }

    @Bean
    static NavigationItem eventsInNavigation() {
        return new NavigationItem(60, "History", "/events", Set.of(Role.AUDITOR, Role.OPERATOR));
    }

    /** A line of the log. */
    record Line(long position, String title, String href, String about, String aboutHref, String when, String who) {}

    @GetMapping("/events")
    String events(@RequestParam Map<String, String> asked, Model model) {
        if (!sides.may(HistoryQuery.Events.class)) {
            return "history/not-open";
        }
        Form form = Form.empty().put("from", asked.getOrDefault("from", ""));
        String about = asked.getOrDefault("about", "").strip();
        form.put("about", about);
        EventPage page = sides.ask(new HistoryQuery.Events(from(form), SIZE, about.isEmpty() ? null : about));
        model.addAttribute("form", form);
        model.addAttribute("head", page.head());
        model.addAttribute("next", page.next());
        model.addAttribute("lines", page.events().stream().map(this::line).toList());
        model.addAttribute("last", lastPage(page.head()));
        return "history/events";
    }

    /** One event: what happened, who did it with what authority, what it moved, and its place in the proof. */
    @GetMapping("/events/{position:\\d{1,18}}")
    String event(@PathVariable long position, Model model) {
        if (!sides.may(HistoryQuery.OneEvent.class)) {
            return "history/not-open";
        }
        LoggedEvent event = sides.ask(new HistoryQuery.OneEvent(position));
        Object shown = EventWords.withoutAccountNumbers("", event.payload());
        Map<String, Object> payload = asMap(shown);
        model.addAttribute("event", event);
        model.addAttribute("title", EventWords.title(event.type()));
        model.addAttribute("about", about(event));
        model.addAttribute("who", who(event));
        model.addAttribute("facts", eventWords.facts(payload));
        model.addAttribute("json", json(payload));
        model.addAttribute("metadata", json(event.metadata()));
        model.addAttribute("hidden", !payload.equals(event.payload()));
        model.addAttribute(
                "postings",
                sides.ask(new LedgerQuery.PostingsOf(position)).stream()
                        .map(StatementLines::line)
                        .toList());
        return "history/event";
    }

    @GetMapping("/log")
    String log(Model model) {
        if (!sides.may(HistoryQuery.LogState.class)) {
            return "history/not-open";
        }
        model.addAttribute("log", sides.ask(new HistoryQuery.LogState()));
        return "history/log";
    }

    private Line line(LoggedEvent event) {
        Link about = about(event);
        return new Line(
                event.position(),
                EventWords.title(event.type()),
                "/events/" + event.position(),
                about.label(),
                about.href(),
                words.dateTime(event.recordedAt()),
                meta(event, "actorId").isEmpty() ? "" : names.of(meta(event, "actorId")));
    }

    private List<Row> who(LoggedEvent event) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Recorded", words.dateTime(event.recordedAt())));
        rows.add(Row.of("Takes effect", words.date(event.effectiveOn())));
        rows.add(Row.of("Who", meta(event, "actorId").isEmpty() ? "" : names.of(meta(event, "actorId"))));
        rows.add(Row.of("In the role of", EventWords.lower(meta(event, "role"))));
        String organisation = meta(event, "organisation");
        rows.add(
                organisation.isEmpty()
                        ? Row.of("For", "This installation")
                        : new Row("For", organisation, "/organisations/" + organisation, "Open"));
        rows.add(Row.of("With the authority of", meta(event, "authority")));
        rows.add(Row.of("Reason, in their words", meta(event, "reason")));
        // Not every step needs an authority or a reason; "not given" would read like a fault.
        rows.removeIf(row -> row.value().isEmpty());
        return rows;
    }

    private static Link about(LoggedEvent event) {
        String field = event.aggregateType().toLowerCase(java.util.Locale.ROOT) + "Id";
        return new Link(
                event.aggregateType() + " " + event.aggregateId(),
                EventWords.pageOf(field, event.aggregateId()).href());
    }

    private static String meta(LoggedEvent event, String key) {
        Object value = event.metadata().get(key);
        return value == null ? "" : value.toString();
    }

    private static long from(Form form) {
        String text = form.value("from").replaceAll("[\\s,]", "");
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("\\d{1,18}")) {
            form.refuse("from", "The position must be a whole number, like 1042. The log is shown from its beginning.");
            return 1;
        }
        return Long.parseLong(text);
    }

    private static long lastPage(long head) {
        return Math.max(1, head - SIZE + 1);
    }

    @SuppressWarnings("unchecked") // what a map is made into is a map of the same keys
    private static Map<String, Object> asMap(@org.jspecify.annotations.Nullable Object shown) {
        return shown instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static String json(Map<String, Object> map) {
        return Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(map);
    }
}
