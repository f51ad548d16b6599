package org.tallystick.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.history.HistoryQuery.EventPage;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.ProvenanceQuery.Changes;
import org.tallystick.history.ProvenanceQuery.ChangesBy;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.StatementLines;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Form;
import org.tallystick.platform.Json;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import tools.jackson.databind.SerializationFeature;

/**
 * The log from its newest event back or from its first on, and each event in full. For auditors; others are told so.
 */
@Page
class EventsPage {

    private static final int SIZE = 100;
    private static final String OLDEST_FIRST = "oldest-first";

    private final Sides sides;
    private final Words words;
    private final PersonNames people;
    private final EventLines lines;
    private final EventChanges changed;

    EventsPage(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.people = people;
        this.lines = new EventLines(sides, words, people);
        this.changed = new EventChanges(sides, people);
    }

    @Bean
    static NavigationItem eventsInNavigation() {
        return new NavigationItem(
                60, "History", "/events", Set.of(Role.AUDITOR, Role.OPERATOR), List.of("/log", "/timeline"));
    }

    @GetMapping("/events")
    String events(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (!sides.may(HistoryQuery.Events.class)) {
            return "history/not-open";
        }
        Form form = Form.of(sent);
        boolean oldestFirst = form.value("order").equals(OLDEST_FIRST);
        EventPage page = sides.ask(
                new HistoryQuery.Events(
                        from(form), SIZE, given(form, "about"), typeOf(form), given(form, "by"), !oldestFirst),
                after);
        model.addAttribute("form", form);
        model.addAttribute("page", page);
        model.addAttribute("lines", lines.of(page.events()));
        model.addAttribute("types", types());
        model.addAttribute("orders", List.of(Option.of("", "Newest first"), Option.of(OLDEST_FIRST, "Oldest first")));
        model.addAttribute("oldestFirst", oldestFirst);
        return "history/events";
    }

    /** One event: what happened, who did it with what authority, what it moved, and its place in the proof. */
    @GetMapping("/events/{position:\\d{1,18}}")
    String event(@PathVariable long position, Model model) {
        if (!sides.may(HistoryQuery.OneEvent.class)) {
            return "history/not-open";
        }
        LoggedEvent event = sides.ask(new HistoryQuery.OneEvent(position));
        Changes changes = sides.ask(new ChangesBy(position));
        Long earlier = changes.saidBefore();
        LoggedEvent before = earlier == null ? null : sides.ask(new HistoryQuery.OneEvent(earlier));
        Map<String, Object> payload = EventWords.shown(event.payload());
        model.addAttribute("event", event);
        model.addAttribute("title", EventWords.title(event.type()));
        EventWords said = lines.said(before == null ? List.of(event) : List.of(event, before));
        List<JournalLine> postings = sides.ask(new LedgerQuery.PostingsOf(position));
        model.addAttribute("about", lines.line(event, said));
        model.addAttribute("who", who(event, said));
        model.addAttribute("facts", said.facts(payload));
        model.addAttribute("json", json(payload));
        model.addAttribute("metadata", json(event.metadata()));
        model.addAttribute("hidden", !payload.equals(event.payload()));
        model.addAttribute("postings", StatementLines.of(postings, sides));
        model.addAttribute("changes", changes);
        model.addAttribute("otherwise", before == null ? List.of() : said.otherwise(before.payload(), event.payload()));
        changed.show(event, changes, model);
        return "history/event";
    }

    private List<Row> who(LoggedEvent event, EventWords said) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Recorded", words.dateTime(event.recordedAt())));
        rows.add(Row.of("Takes effect", words.date(event.effectiveOn())));
        rows.add(Row.of(
                "Who",
                EventLines.meta(event, "actorId").isEmpty() ? "" : people.of(EventLines.meta(event, "actorId"))));
        rows.add(Row.of("In the role of", EventWords.lower(EventLines.meta(event, "role"))));
        String organisation = EventLines.meta(event, "organisation");
        rows.add(
                organisation.isEmpty()
                        ? Row.of("For", "This installation")
                        : new Row(
                                "For",
                                said.text("organisation", organisation),
                                EventWords.pageOf("organisation", organisation),
                                "Open"));
        rows.add(Row.of("With the authority of", EventLines.meta(event, "authority")));
        rows.add(Row.of("Reason, in their words", EventLines.meta(event, "reason")));
        // Not every step needs an authority or a reason; "not given" would read like a fault.
        rows.removeIf(row -> row.value().isEmpty());
        return rows;
    }

    /** Where to begin; from one end of the log where nothing that can be read was typed. */
    private static long from(Form form) {
        String text = form.value("from").replaceAll("[\\s,]", "");
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,18}")) {
            form.refuse("from", "The number must be a whole number, like 1042. The log is shown from its end.");
            return 0;
        }
        return Long.parseLong(text);
    }

    private static @Nullable String given(Form form, String field) {
        String text = form.value(field).strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String typeOf(Form form) {
        String type = form.value("type");
        return EventTypes.all().containsKey(type) ? type : null;
    }

    private static List<Option> types() {
        List<Option> types = new ArrayList<>(List.of(Option.of("", "Anything")));
        EventTypes.all().keySet().stream()
                .map(type -> Option.of(type, EventWords.title(type)))
                .sorted(Comparator.comparing(Option::label))
                .forEach(types::add);
        return types;
    }

    private static String json(Map<String, Object> map) {
        return Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(map);
    }
}
