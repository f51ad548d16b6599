package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.fund.FundWords;
import org.tallystick.history.HistoryQuery;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.platform.AddressWord;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** One page for every "why": the statement of a fund, an award, an organisation, a contributor or an account. */
@Page
class StatementPage {

    private static final int SIZE = 100;
    private static final String NO_STATEMENT =
            "There are statements of a fund, award, organisation, contributor or account.";
    /** With more accounts than this the statement shows the stages of money instead. */
    private static final int MOST_ACCOUNTS = 40;

    private final Sides sides;
    private final Words words;

    StatementPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @GetMapping("/ledger/statements/{subject}/{id}")
    String statement(
            @PathVariable String subject,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (!sides.may(Statement.class)) {
            model.addAttribute("mayStatement", false);
            return "ledger/not-open";
        }
        Form form = Form.of(sent);
        TimeChoice time = TimeChoice.read(form, sides);
        Statement asked = new Statement(
                AddressWord.of(Subject.values(), subject, NO_STATEMENT),
                id,
                yearOf(form),
                emptyToNull(form.value("restriction")),
                time.at(),
                Math.max(1, page),
                SIZE);
        StatementView view = sides.ask(asked, after);
        time.show(model, words, here(subject, id, form));
        model.addAttribute("form", form);
        model.addAttribute("view", view);
        model.addAttribute("kind", kind(view.subject()));
        model.addAttribute("of", pageOf(view));
        model.addAttribute("ofAccount", view.subject() == Subject.ACCOUNT);
        Names names = showAccounts(view, model);
        model.addAttribute("title", title(view, names));
        model.addAttribute("lines", StatementLines.of(view, names, asked, sides, after));
        model.addAttribute("paging", new Paging(page, SIZE, view.lines().total()));
        model.addAttribute("years", years(view));
        model.addAttribute("restrictions", restrictions(view));
        model.addAttribute("mayWhy", sides.may(WhyQuery.Why.class));
        model.addAttribute("mayEvents", sides.may(HistoryQuery.OneEvent.class));
        return "ledger/statement";
    }

    /** Shows the accounts, or their stages where they are too many, and gives the names of all on the page. */
    private Names showAccounts(StatementView view, Model model) {
        TrialRows all = new TrialRows(view.accounts());
        boolean tooMany = view.accounts().size() > MOST_ACCOUNTS;
        TrialRows shown = tooMany ? new TrialRows(List.of()) : all;
        TrialRows memo = new TrialRows(view.memo().stream().limit(MOST_ACCOUNTS).toList());
        Names names = sides.names(Stream.of(
                        view.lines().items().stream().flatMap(LedgerQuery.JournalLine::ids),
                        shown.ids(),
                        memo.ids(),
                        AccountWords.ids(view.id()))
                .flatMap(ids -> ids));
        model.addAttribute("accounts", shown.rows(names, view.id()));
        model.addAttribute("memo", memo.rows(names, view.id()));
        model.addAttribute("stages", tooMany ? all.stages() : List.of());
        return names;
    }

    private static String kind(Subject subject) {
        return switch (subject) {
            case FUND -> "Statement of a fund";
            case AWARD -> "Statement of an award";
            case ORGANISATION -> "Statement of what an organisation was given";
            case CONTRIBUTOR -> "Statement of a contributor’s money";
            case ACCOUNT -> "Statement of an account";
        };
    }

    private static String title(StatementView view, Names names) {
        return view.subject() == Subject.ACCOUNT ? AccountWords.of(view.id(), names) : view.title();
    }

    private static Link pageOf(StatementView view) {
        return switch (view.subject()) {
            case FUND -> new Link("The fund", "/funds/" + view.id());
            case AWARD -> new Link("The award", "/awards/" + view.id());
            case ORGANISATION, CONTRIBUTOR -> new Link("The organisation", "/organisations/" + view.id());
            case ACCOUNT -> new Link("", "");
        };
    }

    private static @Nullable FinancialYear yearOf(Form form) {
        String text = form.value("financialYear");
        try {
            return text.isEmpty() ? null : FinancialYear.parse(text);
        } catch (Rejection unreadable) {
            form.refuse("financialYear", "Choose a financial year. This page shows all of them.");
            return null;
        }
    }

    private static List<Option> years(StatementView view) {
        List<Option> options = new ArrayList<>(List.of(Option.of("", "All years")));
        view.financialYears()
                .forEach(year ->
                        options.add(Option.of(year.toString(), year.toString().replace('-', '–'))));
        return options;
    }

    private static List<Option> restrictions(StatementView view) {
        List<Option> options = new ArrayList<>(List.of(Option.of("", "All money")));
        view.restrictions().stream()
                .filter(restriction -> !restriction.isEmpty())
                .forEach(restriction -> options.add(Option.of(restriction, FundWords.restriction(restriction))));
        return options;
    }

    /** The same statement now, with its other filters. */
    private static String here(String subject, String id, Form form) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/ledger/statements/")
                .path(subject)
                .pathSegment(id);
        for (String filter : List.of("financialYear", "restriction")) {
            if (!form.value(filter).isEmpty()) {
                address.queryParam(filter, form.value(filter));
            }
        }
        return address.build().encode().toUriString();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
