package org.tallystick.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.ledger.LedgerQuery.Format;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.Access;
import org.tallystick.platform.Form;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationQuery.Organisations;

/** The ledger as a whole: trial balance at any time, and files. Those who may not see it are led to what they may. */
@Page
class LedgerPage {

    private static final int SIZE = 100;

    private final Sides sides;
    private final Words words;

    LedgerPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @Bean
    static NavigationItem ledgerInNavigation() {
        Set<Role> roles = EnumSet.copyOf(Access.rolesOf(LedgerQuery.Statement.class));
        return new NavigationItem(50, "Ledger", "/ledger", Set.copyOf(roles));
    }

    @GetMapping("/ledger")
    String trialBalance(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        if (!sides.may(TrialBalanceAt.class)) {
            model.addAttribute("mayStatement", sides.may(LedgerQuery.Statement.class));
            return "ledger/not-open";
        }
        Form form = Form.of(sent);
        TimeChoice time = TimeChoice.read(form, sides);
        TrialBalance balance = sides.ask(new TrialBalanceAt(time.at()), after);
        TrialRows all = new TrialRows(balance.accounts());
        TrialRows shown = all.only(form.value("stage"), form.value("q"), named(form.value("q")));
        Paging paging = new Paging(page, SIZE, shown.accounts().size());
        time.show(model, words, "/ledger");
        model.addAttribute("form", form);
        model.addAttribute("balance", balance);
        model.addAttribute("stages", all.stages());
        TrialRows here = shown.on(paging);
        model.addAttribute("rows", here.rows(sides.names(here.ids()), ""));
        model.addAttribute("paging", paging);
        model.addAttribute("shownDebit", shown.debitPence());
        model.addAttribute("shownCredit", shown.creditPence());
        return "ledger/trial-balance";
    }

    /** The ids of organisations, funds and awards whose names are like that; typing errors are forgiven. */
    private Set<String> named(String search) {
        Set<String> ids = new HashSet<>();
        if (!search.isBlank()) {
            sides.ask(new Organisations(search, null, null, false, 1, Paged.MOST))
                    .items()
                    .forEach(found -> ids.add(found.organisationId()));
            sides.ask(new Funds(search, 1, Paged.MOST)).items().forEach(found -> ids.add(found.fundId()));
            sides.ask(new Awards(search, null, null, null, null, 1, Paged.MOST))
                    .items()
                    .forEach(found -> ids.add(found.awardId()));
        }
        return ids;
    }

    /** The whole journal as a file; nothing has been written yet where it is refused. */
    @GetMapping("/ledger/export")
    void export(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") long after,
            HttpServletResponse response)
            throws IOException {
        Form form = Form.of(sent);
        TimeChoice time = TimeChoice.readOrRefuse(form, sides);
        Format format = formatOf(form.value("format"));
        if (!sides.may(LedgerQuery.Export.class)) {
            throw Rejection.of(Refusal.NOT_ALLOWED, "Only auditors can take the whole ledger away as a file.");
        }
        LedgerQuery.Export export = new LedgerQuery.Export(format, time.at());
        response.setContentType(export.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"");
        try {
            sides.write(export, after, response.getOutputStream());
        } catch (Rejection rejection) {
            response.reset();
            throw rejection;
        }
    }

    private static Format formatOf(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).stream()
                .flatMap(name -> EnumSet.allOf(Format.class).stream()
                        .filter(format -> format.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.INVALID, "Choose one of the formats: csv, jsonl or hledger."));
    }
}
