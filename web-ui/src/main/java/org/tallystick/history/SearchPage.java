package org.tallystick.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.history.ProvenanceQuery.Findings;
import org.tallystick.history.ProvenanceQuery.Found;
import org.tallystick.history.ProvenanceQuery.Group;
import org.tallystick.history.ProvenanceQuery.Search;
import org.tallystick.history.ProvenanceQuery.SearchHit;
import org.tallystick.ledger.AccountWords;
import org.tallystick.platform.Form;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** One box for anything: a sum, a day, a reference of the bank, a name with a typing error. For auditors. */
@Page
class SearchPage {

    private static final String PERSON = "/timeline/person/";

    private final Sides sides;
    private final Words words;
    private final PersonNames people;

    SearchPage(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.people = people;
    }

    /** What was found of one kind; the address where all of it is listed, or empty. */
    record Shown(String heading, long total, long more, String all, List<Line> lines) {}

    /** One thing that was found. */
    record Line(String href, String name, String detail, String day, String sum) {}

    @Bean
    static NavigationItem searchInNavigation() {
        return new NavigationItem(5, "Search", "/search", Set.of(Role.AUDITOR, Role.OPERATOR));
    }

    @GetMapping("/search")
    String search(@RequestParam MultiValueMap<String, String> sent, Model model) {
        if (!sides.may(Search.class)) {
            return "history/not-open";
        }
        Form form = Form.of(sent);
        String text = form.value("q").strip();
        model.addAttribute("form", form);
        model.addAttribute("q", text);
        model.addAttribute("found", List.of());
        model.addAttribute("readings", List.of());
        if (text.length() > Search.LONGEST) {
            form.refuse("q", "Search for at most " + Search.LONGEST + " characters. Take the part that tells most.");
        } else if (!text.isEmpty() && !text.codePoints().allMatch(Character::isISOControl)) {
            Findings findings = sides.ask(new Search(text));
            model.addAttribute("found", shown(findings, text));
            model.addAttribute("readings", readings(findings.searchedFor()));
        }
        return "history/search";
    }

    private List<Shown> shown(Findings findings, String text) {
        Names names = sides.names(findings.groups().stream()
                .flatMap(group -> group.findings().stream())
                .flatMap(found -> Stream.concat(Stream.of(found.id()), AccountWords.ids(found.id()))));
        List<Shown> shown = new ArrayList<>();
        for (Group group : findings.groups()) {
            shown.add(new Shown(
                    heading(group.kind()),
                    group.total(),
                    group.total() - group.findings().size(),
                    all(group.kind(), text),
                    group.findings().stream()
                            .map(found -> line(group.kind(), found, names))
                            .toList()));
        }
        List<Line> named = people.like(text).stream()
                .map(id -> new Line(PERSON + id, people.of(id), "", "", ""))
                .toList();
        if (!named.isEmpty()) {
            shown.removeIf(group -> group.heading().equals(heading(Found.PERSON)));
            shown.addFirst(new Shown(heading(Found.PERSON), named.size(), 0, "", named));
        }
        return shown;
    }

    private static String heading(Found kind) {
        return switch (kind) {
            case EVENT -> "Events";
            case PAYMENT -> "Payments";
            case ORGANISATION -> "Organisations";
            case PERSON -> "People";
            case FUND -> "Funds";
            case CALL -> "Calls";
            case BID -> "Bids";
            case AWARD -> "Awards";
            case ACCOUNT -> "Accounts";
        };
    }

    private static String all(Found kind, String text) {
        return switch (kind) {
            case ORGANISATION, AWARD, FUND ->
                UriComponentsBuilder.fromPath("/" + heading(kind).toLowerCase(Locale.ROOT))
                        .queryParam("q", "{q}")
                        .build(text)
                        .toString();
            default -> "";
        };
    }

    private Line line(Found kind, SearchHit found, Names names) {
        Long position = found.position();
        String day = found.effectiveOn() == null ? "" : words.date(found.effectiveOn());
        String sum = found.amountPence() == null ? "" : words.pence(found.amountPence());
        return switch (kind) {
            case EVENT ->
                new Line(
                        "/events/" + position,
                        EventWords.title(found.name()),
                        "Event " + words.number(position == null ? 0 : position) + ", "
                                + about(found.detail(), found.id(), names),
                        day,
                        sum);
            case PAYMENT -> new Line("/awards/" + found.id(), found.name(), "Payment " + found.detail(), day, sum);
            case ORGANISATION -> new Line("/organisations/" + found.id(), found.name(), place(found), day, sum);
            case PERSON -> new Line(PERSON + found.id(), people.of(found.id()), found.detail(), day, sum);
            case FUND -> new Line("/funds/" + found.id(), found.name(), found.id(), day, sum);
            case CALL -> new Line("/calls/" + found.id(), found.name(), found.detail(), day, sum);
            case BID -> new Line("/bids/" + found.id(), titled(found), found.detail(), day, sum);
            case AWARD -> new Line("/awards/" + found.id(), titled(found), found.detail(), day, sum);
            case ACCOUNT ->
                new Line(AccountWords.href(found.id()), AccountWords.of(found.id(), names), found.id(), day, sum);
        };
    }

    private static String titled(SearchHit found) {
        return found.name().isEmpty() ? found.id() : found.name();
    }

    private static String place(SearchHit found) {
        return found.detail().isEmpty() ? found.id() : found.id() + ", " + found.detail();
    }

    /** What an event happened to, by name. */
    private static String about(String aggregateType, String id, Names names) {
        return switch (aggregateType) {
            case "Organisation" -> names.organisation(id);
            case "Fund" -> names.fund(id);
            case "Award" -> names.awardInFull(id);
            case "GrantCall" -> names.call(id);
            default -> aggregateType.toLowerCase(Locale.ROOT) + " " + id;
        };
    }

    /** How the text was read, where it can be more than a name. */
    private List<String> readings(SearchedFor read) {
        List<String> readings = new ArrayList<>();
        if (read.position() != null) {
            readings.add("event " + words.number(read.position()));
        }
        if (read.amountPence() != null) {
            readings.add("a sum of " + words.pence(read.amountPence()));
        }
        if (read.from() != null && read.until() != null) {
            readings.add(
                    read.from().equals(read.until())
                            ? "what took effect on " + words.date(read.from())
                            : "what took effect from " + words.date(read.from()) + " to " + words.date(read.until()));
        }
        if (!read.eventId().isEmpty()) {
            readings.add("the id of an event");
        }
        if (!read.leafHash().isEmpty()) {
            readings.add("the leaf hash of an event");
        }
        if (!read.references().isEmpty()) {
            readings.add("a reference of the bank");
        }
        readings.add("a name or an id");
        return readings;
    }
}
