package org.tallystick.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.platform.AddressWord;
import org.tallystick.platform.DateText;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Typed;
import org.tallystick.platform.Words;

/** The whole history of a fund, a call, a bid, an award, an organisation or a person, narrowed down as one likes. */
@Page
class TimelinePage {

    private static final int SIZE = 50;

    private final Sides sides;
    private final PersonNames people;
    private final Timeline timeline;

    TimelinePage(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.people = people;
        this.timeline = new Timeline(sides, words, people);
    }

    /** The address of something's history. */
    static String href(Subject subject, String id) {
        return "/timeline/" + AddressWord.of(subject) + "/" + id;
    }

    @GetMapping("/timeline/{subject}/{id}")
    String timeline(
            @PathVariable String subject,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (!sides.may(HistoryOf.class)) {
            return "history/not-open";
        }
        Subject kind = AddressWord.of(
                Subject.values(), subject, "There are histories of an organisation, fund, call, bid, award or person.");
        Form form = Form.of(sent);
        HistoryOf asked = new HistoryOf(
                kind,
                id,
                given(form.value("by")),
                typeOf(form),
                typed(form, "from", "the first day", DateText::parse),
                typed(form, "until", "the last day", DateText::parse),
                typed(form, "least", "the smallest sum", MoneyText::parse),
                typed(form, "most", "the largest sum", MoneyText::parse),
                Math.max(1, page),
                SIZE);
        Paged<Happening> found = sides.ask(asked, after);
        model.addAttribute("form", form);
        model.addAttribute("title", title(kind, id));
        model.addAttribute("kind", kind(kind));
        model.addAttribute("of", pageOf(kind, id));
        model.addAttribute("entries", timeline.entries(found.items(), id));
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        model.addAttribute("types", types(kind));
        model.addAttribute("narrowed", narrowed(asked));
        return "history/timeline";
    }

    private static String kind(Subject subject) {
        return switch (subject) {
            case ORGANISATION -> "History of an organisation";
            case AWARD -> "History of an award";
            case BID -> "History of a bid";
            case FUND -> "History of a fund";
            case CALL -> "History of a call";
            case PERSON -> "What a person did, and what was done about them";
        };
    }

    private String title(Subject subject, String id) {
        return named(subject, id, sides.names(Stream.of(id)), people);
    }

    /** What something with a history is called. */
    static String named(Subject subject, String id, Names names, PersonNames people) {
        return switch (subject) {
            case ORGANISATION -> names.organisation(id);
            case AWARD -> names.awardInFull(id);
            case FUND -> names.fund(id);
            case CALL -> names.call(id);
            case BID -> "Bid " + id;
            case PERSON -> people.of(id);
        };
    }

    /** Where there is more about it. */
    static Link pageOf(Subject subject, String id) {
        return switch (subject) {
            case ORGANISATION -> new Link("The organisation", "/organisations/" + id);
            case AWARD -> new Link("The award", "/awards/" + id);
            case BID -> new Link("The bid", "/bids/" + id);
            case FUND -> new Link("The fund", "/funds/" + id);
            case CALL -> new Link("The call", "/calls/" + id);
            case PERSON -> new Link("All events by this person", "/events?by=" + id);
        };
    }

    /** What was typed; nothing, and the page says so, where it can't be read. */
    private static <T> @Nullable T typed(
            Form form, String field, String what, BiFunction<String, String, Typed<T>> reader) {
        String text = form.value(field).strip();
        return text.isEmpty()
                ? null
                : reader.apply(text, what)
                        .orTell(message -> form.refuse(field, message))
                        .orElse(null);
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable String typeOf(Form form) {
        String type = form.value("type");
        return EventTypes.all().containsKey(type) ? type : null;
    }

    /** What can have happened; to auditors anything, as they see what happened to other things too. */
    private List<Option> types(Subject subject) {
        boolean all = sides.may(HistoryQuery.Events.class);
        List<Option> types = new ArrayList<>(List.of(Option.of("", "Anything")));
        EventTypes.all().keySet().stream()
                .filter(type -> all || Timeline.tells(subject, type))
                .map(type -> Option.of(type, EventWords.title(type)))
                .sorted(Comparator.comparing(Option::label))
                .forEach(types::add);
        return types;
    }

    private static boolean narrowed(HistoryOf asked) {
        return !asked.equals(new HistoryOf(asked.subject(), asked.id(), asked.page(), asked.size()));
    }
}
