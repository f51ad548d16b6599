package org.tallystick.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.history.EventWords;
import org.tallystick.history.HistoryQuery;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.ledger.WhyQuery.Why;
import org.tallystick.ledger.WhyQuery.WhyLine;
import org.tallystick.ledger.WhyQuery.WhyView;
import org.tallystick.platform.Form;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paging;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** Why a figure is what it is: each movement that made it, who did it and with what authority, and the proof. */
@Page
public class WhyPage {

    private static final int SIZE = 100;

    private final Sides sides;
    private final Words words;
    private final PersonNames people;

    /** Asks and says as all pages do. */
    public WhyPage(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.people = people;
    }

    /** A movement, with who did it in words. */
    record Line(WhyLine why, String who, String authority) {}

    /** The address of why a figure of something is what it is. */
    public static String href(FigureOf subject, String id, Figure figure) {
        return "/ledger/why?subject=" + key(subject) + "&id=" + id + "&figure=" + key(figure);
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    @GetMapping("/ledger/why")
    String why(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (!sides.may(Why.class)) {
            model.addAttribute("mayStatement", sides.may(LedgerQuery.Statement.class));
            return "ledger/not-open";
        }
        Form form = Form.of(sent);
        TimeChoice time = TimeChoice.read(form, sides);
        String account = form.value("account").strip();
        String id = form.value("id").strip();
        FigureOf subject = account.isEmpty() ? choice(FigureOf.values(), form.value("subject")) : null;
        Figure figure = account.isEmpty() ? choice(Figure.values(), form.value("figure")) : null;
        WhyView view = sides.ask(
                new Why(
                        account.isEmpty() ? null : account,
                        subject,
                        id.isEmpty() ? null : id,
                        figure,
                        time.at().effective(),
                        time.at().knownText(),
                        Math.max(1, page),
                        SIZE),
                after);
        time.show(model, words, here(account, form));
        model.addAttribute("form", form);
        model.addAttribute("account", account);
        model.addAttribute("title", title(account, subject, id, figure));
        show(view, model);
        return "ledger/why";
    }

    private void show(WhyView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute(
                "lines", view.lines().items().stream().map(this::line).toList());
        model.addAttribute(
                "paging",
                new Paging(
                        view.lines().page(), view.lines().size(), view.lines().total()));
        model.addAttribute("mayEvents", sides.may(HistoryQuery.OneEvent.class));
    }

    private String title(String account, @Nullable FigureOf subject, String id, @Nullable Figure figure) {
        Names names =
                sides.names(Stream.concat(Stream.of(id).filter(one -> !one.isEmpty()), AccountWords.ids(account)));
        return subject == null || figure == null
                ? AccountWords.of(account, names)
                : said(figure) + of(subject, id, names);
    }

    private Line line(WhyLine why) {
        String id = why.actorId();
        List<String> who = Stream.of(
                        id == null ? "" : people.of(id), EventWords.role(why.role()), why.organisationName())
                .filter(part -> !part.isEmpty())
                .toList();
        return new Line(why, String.join(", ", who), why.authority());
    }

    private static <E extends Enum<E>> E choice(E[] all, String text) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "There is no such figure that can be explained."));
    }

    private static String said(Figure figure) {
        return switch (figure) {
            case CONTRIBUTED -> "Received from contributors";
            case AVAILABLE -> "Free";
            case ALLOCATED -> "Set aside for calls";
            case COMMITTED -> "Committed, not signed yet";
            case OBLIGATED -> "Signed, not due yet";
            case PAYABLE -> "Approved, not paid yet";
            case OWED -> "Signed, not paid yet";
            case HELD -> "Paid to organisations and not sent back";
            case RETURNED -> "Came back";
            case LAPSED -> "Not needed";
            case GAP -> "Full cost that nobody pays for";
            case AWARDED -> "Awarded";
            case PAID -> "Paid";
        };
    }

    private static String of(FigureOf subject, String id, Names names) {
        return switch (subject) {
            case EVERYTHING -> "";
            case FUND -> ": " + names.fund(id);
            case AWARD -> ": " + names.awardInFull(id);
            case ORGANISATION, CONTRIBUTOR -> ": " + names.organisation(id);
            case CALL -> ": " + names.call(id);
        };
    }

    /** The same figure now. */
    private static String here(String account, Form form) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/ledger/why");
        for (String part : account.isEmpty() ? List.of("subject", "id", "figure") : List.of("account")) {
            address.queryParam(part, form.value(part));
        }
        return address.build().encode().toUriString();
    }
}
