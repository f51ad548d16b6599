package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.FundWords;
import org.tallystick.fund.Slice;
import org.tallystick.history.EventWords;
import org.tallystick.history.HistoryQuery;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.ledger.WhyQuery.Why;
import org.tallystick.ledger.WhyQuery.WhyLine;
import org.tallystick.ledger.WhyQuery.WhyView;
import org.tallystick.platform.AddressWord;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paging;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** Why a figure is what it is: each movement that made it, who did it and with what authority, and the proof. */
@Page
public class WhyPage {

    private static final int SIZE = 100;
    private static final List<String> NARROWED =
            List.of("fund", "contributor", "financialYear", "restriction", "carrier");
    private static final String NO_FIGURE = "There is no such figure that can be explained.";

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

    /**
     * The address of why a figure of something is what it is.
     *
     * @param narrowed name and value in turn of what it is narrowed to, such as "contributor" and who that is
     */
    public static String href(FigureOf subject, String id, Figure figure, String... narrowed) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/ledger/why").queryParam("subject", AddressWord.of(subject));
        List<String> values = new ArrayList<>();
        if (!id.isEmpty()) {
            address.queryParam("id", "{id}");
            values.add(id);
        }
        address.queryParam("figure", AddressWord.of(figure));
        for (int i = 0; i < narrowed.length; i += 2) {
            address.queryParam(narrowed[i], "{" + narrowed[i] + "}");
            values.add(narrowed[i + 1]);
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /** The address of why an account holds what it holds. */
    public static String href(String account) {
        return "/ledger/why?account=" + account;
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
        Why asked = asked(form, time, page);
        WhyView view = sides.ask(asked, after);
        time.show(model, words, here(form, NARROWED));
        model.addAttribute("form", form);
        String account = Objects.requireNonNullElse(asked.account(), "");
        model.addAttribute("account", account);
        model.addAttribute(
                "title", title(account, asked.subject(), Objects.requireNonNullElse(asked.id(), ""), asked.figure()));
        model.addAttribute("only", only(asked));
        model.addAttribute("carried", NARROWED);
        model.addAttribute("whole", time.in(here(form, List.of())));
        show(view, model);
        return "ledger/why";
    }

    private static Why asked(Form form, TimeChoice time, int page) {
        String account = form.value("account").strip();
        boolean ofAccount = !account.isEmpty();
        String id = form.value("id").strip();
        String year = form.value("financialYear");
        String carrier = form.value("carrier");
        return new Why(
                ofAccount ? account : null,
                ofAccount ? null : AddressWord.of(FigureOf.values(), form.value("subject"), NO_FIGURE),
                id.isEmpty() ? null : id,
                ofAccount ? null : AddressWord.of(Figure.values(), form.value("figure"), NO_FIGURE),
                form.value("fund"),
                form.value("contributor"),
                year.isEmpty() ? null : FinancialYear.parse(year),
                form.value("restriction"),
                carrier.isEmpty() ? null : AddressWord.of(GapCarrier.values(), carrier, NO_FIGURE),
                time.at().effective(),
                time.at().knownText(),
                Math.max(1, page),
                SIZE);
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

    /** What the figure is narrowed to, as "of Northfield, for 2026–27, unrestricted"; empty where it is whole. */
    private String only(Why asked) {
        Names names = sides.names(Stream.of(asked.fund(), asked.contributor()).filter(Objects::nonNull));
        FinancialYear year = asked.financialYear();
        return Stream.of(
                        asked.fund() == null ? "" : "from " + names.fund(asked.fund()),
                        asked.contributor() == null ? "" : "of " + names.organisation(asked.contributor()),
                        year == null ? "" : "for " + FundWords.year(year),
                        asked.restriction() == null ? "" : Slice.restrictionInWords(asked.restriction()),
                        asked.carrier() == null
                                ? ""
                                : "carried by " + asked.carrier().words())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
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
            case PUBLISHED -> "Awarded, as published";
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
    private static String here(Form form, List<String> narrowed) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/ledger/why");
        List<String> values = new ArrayList<>();
        Stream.concat(Stream.of("account", "subject", "id", "figure"), narrowed.stream())
                .filter(part -> !form.value(part).isBlank())
                .forEach(part -> {
                    address.queryParam(part, "{" + part + "}");
                    values.add(form.value(part));
                });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
