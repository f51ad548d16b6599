package org.tallystick.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceBetween;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceBy;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceLine;
import org.tallystick.ledger.LedgerTimeQuery.DifferenceView;
import org.tallystick.ledger.LedgerTimeQuery.EntriesBetween;
import org.tallystick.ledger.LedgerTimeQuery.EntryBetween;
import org.tallystick.platform.AsAt;
import org.tallystick.platform.Csv;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** What changed in the ledger between two points in time, per account and per award, with the events that made it. */
@Page
class DifferencePage {

    static final String PATH = "/ledger/difference";
    private static final int SIZE = 50;

    private final Sides sides;
    private final Words words;

    DifferencePage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    /** A line with its names; sums say on which side they are. */
    record Line(
            DifferenceLine line,
            String account,
            String award,
            String before,
            String after,
            String change,
            String href,
            String entriesHref) {}

    /** The two points that a page is asked for. */
    record Choice(TimeChoice from, TimeChoice to) {

        static Choice read(Form form, Sides sides) {
            return new Choice(
                    TimeChoice.read(form, "fromEffective", "fromKnown", sides),
                    TimeChoice.read(form, "toEffective", "toKnown", sides));
        }

        boolean given() {
            return from.past() || to.past();
        }

        /** An address that asks about the same points. */
        public String in(String address) {
            return to.until(from.since(address));
        }
    }

    @GetMapping(PATH)
    String difference(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (!sides.may(DifferenceBetween.class)) {
            model.addAttribute("mayStatement", sides.may(LedgerQuery.Statement.class));
            return "ledger/not-open";
        }
        Form form = Form.of(sent);
        Choice choice = Choice.read(form, sides);
        DifferenceBy by = by(form);
        model.addAttribute("form", form);
        model.addAttribute("choice", choice);
        model.addAttribute("by", by.name().toLowerCase(Locale.ROOT));
        if (form.hasProblems() || !choice.given()) {
            model.addAttribute("suggestions", suggestions());
            return "ledger/difference";
        }
        DifferenceView view = sides.ask(asked(choice, by, Math.max(1, page), SIZE), after);
        model.addAttribute("view", view);
        model.addAttribute("lines", lines(view, choice));
        model.addAttribute("paging", new Paging(page, SIZE, view.lines().total()));
        showPoints(choice, view, model);
        return "ledger/difference";
    }

    /** Both points in words, the earlier one first, and the purple bar, since this is about the past. */
    private void showPoints(Choice choice, DifferenceView view, Model model) {
        TimeChoice first = view.turned() ? choice.to() : choice.from();
        TimeChoice second = view.turned() ? choice.from() : choice.to();
        model.addAttribute("first", first);
        model.addAttribute("second", second);
        model.addAttribute("firstSays", first.says(words));
        model.addAttribute("secondSays", second.says(words));
        if (second.past()) {
            model.addAttribute(
                    "asAt",
                    new AsAt(
                            "what changed between " + first.says(words) + " and " + second.says(words),
                            first.since(PATH)));
        }
    }

    @GetMapping(PATH + "/entries")
    String entries(
            @RequestParam MultiValueMap<String, String> sent, @RequestParam(defaultValue = "1") int page, Model model) {
        Form form = Form.of(sent);
        Choice choice = readOrRefuse(form);
        String account = form.value("account");
        String award = form.value("award");
        Paged<EntryBetween> entries = sides.ask(new EntriesBetween(
                choice.from().at().knownText(),
                choice.from().at().effective(),
                choice.to().at().knownText(),
                choice.to().at().effective(),
                account,
                award,
                Math.max(1, page),
                SIZE));
        Names names = sides.names(Stream.concat(AccountWords.ids(account), Stream.of(award)));
        model.addAttribute("choice", choice);
        model.addAttribute("entries", entries.items());
        model.addAttribute(
                "lines",
                StatementLines.of(
                        entries.items().stream().map(EntryBetween::entry).toList(), sides));
        model.addAttribute("account", account.isEmpty() ? "" : AccountWords.of(account, names));
        model.addAttribute("award", award.isEmpty() ? "" : names.awardInFull(award));
        model.addAttribute("fromSays", choice.from().says(words));
        model.addAttribute("toSays", choice.to().says(words));
        model.addAttribute("paging", new Paging(page, SIZE, entries.total()));
        return "ledger/difference-entries";
    }

    @GetMapping(PATH + ".csv")
    void csv(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) throws IOException {
        Form form = Form.of(sent);
        Choice choice = readOrRefuse(form);
        String site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        Csv.write(
                response,
                "difference-by-" + by(form).name().toLowerCase(Locale.ROOT) + ".csv",
                List.of(
                        "Account",
                        "Award",
                        "Before",
                        "Debited",
                        "Credited",
                        "After",
                        "Change",
                        "Entries",
                        "Events",
                        "Page"),
                page -> sides.ask(asked(choice, by(form), page, Paged.MOST)).lines(),
                line -> List.of(
                        line.account(),
                        Objects.requireNonNullElse(line.awardId(), ""),
                        Csv.pounds(line.beforePence()),
                        Csv.pounds(line.debitPence()),
                        Csv.pounds(line.creditPence()),
                        Csv.pounds(line.afterPence()),
                        Csv.pounds(line.changePence()),
                        Long.toString(line.entries()),
                        line.events().stream().map(Object::toString).collect(Collectors.joining(" ")),
                        site + choice.in(entriesOf(line))));
    }

    private Choice readOrRefuse(Form form) {
        Choice choice = Choice.read(form, sides);
        if (form.hasProblems()) {
            throw Rejection.of(Refusal.INVALID, form.problems().getFirst().message());
        }
        return choice;
    }

    private static DifferenceBetween asked(Choice choice, DifferenceBy by, int page, int size) {
        return new DifferenceBetween(
                choice.from().at().knownText(),
                choice.from().at().effective(),
                choice.to().at().knownText(),
                choice.to().at().effective(),
                by,
                page,
                size);
    }

    private static DifferenceBy by(Form form) {
        return form.value("by").equals("award") ? DifferenceBy.AWARD : DifferenceBy.ACCOUNT;
    }

    private List<Line> lines(DifferenceView view, Choice choice) {
        List<DifferenceLine> lines = view.lines().items();
        Names names = sides.names(lines.stream()
                .flatMap(line -> Stream.concat(AccountWords.ids(line.account()), Stream.ofNullable(line.awardId()))));
        TimeChoice second = view.turned() ? choice.from() : choice.to();
        return lines.stream()
                .map(line -> {
                    String award = Objects.requireNonNullElse(line.awardId(), "");
                    return new Line(
                            line,
                            AccountWords.of(line.account(), names, award),
                            award.isEmpty() ? "" : names.awardInFull(award),
                            side(line.beforePence()),
                            side(line.afterPence()),
                            side(line.changePence()),
                            second.in(AccountWords.href(line.account())),
                            choice.in(entriesOf(line)));
                })
                .toList();
    }

    /** Where the entries of a line are, each with its event. */
    private static String entriesOf(DifferenceLine line) {
        return PATH + "/entries?account=" + UriUtils.encode(line.account(), "UTF-8")
                + (line.awardId() == null ? "" : "&award=" + line.awardId());
    }

    /** "£5.00 debit". */
    static String side(long pence) {
        return pence == 0 ? "£0.00" : MoneyText.sayPence(Math.abs(pence)) + (pence > 0 ? " debit" : " credit");
    }

    /** What people compare most. */
    private List<Link> suggestions() {
        LocalDate today = words.today();
        LocalDate yearEnd = FinancialYear.of(today).firstDay().minusDays(1);
        LocalDate monthEnd = today.withDayOfMonth(1).minusDays(1);
        return List.of(
                new Link("What was recorded in the last seven days", PATH + "?fromKnown=" + today.minusDays(7)),
                new Link(
                        "What was recorded since the end of last month, " + words.date(monthEnd),
                        PATH + "?fromKnown=" + monthEnd),
                new Link(
                        "What was recorded after " + words.date(yearEnd) + " about the year that ended then",
                        PATH + "?fromEffective=" + yearEnd + "&fromKnown=" + yearEnd + "&toEffective=" + yearEnd));
    }
}
