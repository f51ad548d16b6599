package org.tallystick.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.ledger.LedgerQuery.Format;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.platform.Access;
import org.tallystick.platform.Form;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

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
            @RequestParam MultiValueMap<String, String> sent, @RequestParam(defaultValue = "1") int page, Model model) {
        if (!sides.may(TrialBalanceAt.class)) {
            model.addAttribute("mayStatement", sides.may(LedgerQuery.Statement.class));
            return "ledger/not-open";
        }
        Form form = Form.of(sent);
        PointInTime time = PointInTime.read(form);
        TrialBalance balance = sides.ask(new TrialBalanceAt(time.position(), time.date()));
        TrialRows all = new TrialRows(balance.accounts());
        List<TrialRows.AccountRow> rows = all.rows(form.value("stage"), form.value("q"));
        Paging paging = new Paging(page, SIZE, rows.size());
        time.asAt(words, "/ledger").ifPresent(asAt -> model.addAttribute("asAt", asAt));
        model.addAttribute("form", form);
        model.addAttribute("balance", balance);
        model.addAttribute("stages", all.stages());
        model.addAttribute("rows", rows.subList((int) paging.offset(), (int) paging.to()));
        model.addAttribute("paging", paging);
        model.addAttribute("time", time);
        model.addAttribute(
                "shownDebit",
                rows.stream().mapToLong(TrialRows.AccountRow::debitPence).sum());
        model.addAttribute(
                "shownCredit",
                rows.stream().mapToLong(TrialRows.AccountRow::creditPence).sum());
        return "ledger/trial-balance";
    }

    /** The whole journal as a file; nothing has been written yet where it is refused. */
    @GetMapping("/ledger/export")
    void export(@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response) throws IOException {
        Form form = Form.of(sent);
        PointInTime time = PointInTime.read(form);
        Format format = formatOf(form.value("format"));
        if (form.hasProblems()) {
            throw Rejection.of(Refusal.INVALID, form.problems().getFirst().message());
        }
        if (!sides.may(LedgerQuery.Export.class)) {
            throw Rejection.of(Refusal.NOT_ALLOWED, "Only auditors can take the whole ledger away as a file.");
        }
        LedgerQuery.Export export = new LedgerQuery.Export(format, time.position(), time.date());
        response.setContentType(export.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"");
        try {
            sides.write(export, response.getOutputStream());
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
