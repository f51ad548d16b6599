package org.tallystick.award;

import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.fund.FundQuery;
import org.tallystick.fund.FundState;
import org.tallystick.fund.FundWords;
import org.tallystick.platform.Access;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Receipt;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.Organisations;
import org.tallystick.registry.OrganisationState;

/** Making an award: which fund, for whom, what for and when paid, check, decide. Nothing is stored before the end. */
@Page
class NewAwardPages {

    private static final int MOST_FUNDS = 100;
    private static final int FOUND_AT_ONCE = 25;

    private final Sides sides;
    private final Words words;

    NewAwardPages(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @GetMapping("/awards/new")
    String start(
            @RequestParam(defaultValue = "") String fund,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Access.require(sides.actor(), AwardCommand.CommitAward.class);
        if (fund.isBlank()) {
            return chooseFund(recipient, model);
        }
        if (recipient.isBlank()) {
            return chooseRecipient(fund, q, page, model);
        }
        Form form = Form.empty()
                .put(Deeds.KEY, Sides.newKey())
                .put("fund", fund)
                .put("recipient", recipient)
                .put("instalments", "1")
                .putDate("effectiveOn", words.today());
        return write(draft(form), model);
    }

    /** The button says what is asked: another instalment, one less, check, change, or commit. */
    @PostMapping("/awards/new")
    String go(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "check") String step,
            Model model,
            RedirectAttributes redirect) {
        Access.require(sides.actor(), AwardCommand.CommitAward.class);
        AwardDraft draft = draft(Form.of(sent));
        switch (step) {
            case "add" -> draft.add();
            case "remove" -> draft.remove();
            case "check", "commit" -> {
                return decide(draft, step.equals("commit"), model, redirect);
            }
            default -> {
                // Back to the form, as it was.
            }
        }
        return write(draft, model);
    }

    private String decide(AwardDraft draft, boolean commit, Model model, RedirectAttributes redirect) {
        Form form = draft.form();
        try {
            Optional<AwardCommand.CommitAward> command = draft.command();
            if (command.isEmpty()) {
                return write(draft, model);
            }
            if (!commit) {
                return check(draft, command.get(), model);
            }
            Receipt receipt = sides.send(command.get(), Deeds.keyOf(form));
            redirect.addFlashAttribute("done", "The award is made. The organisation can now sign or decline.");
            return "redirect:" + Deeds.after("/awards/" + receipt.id(), receipt.position());
        } catch (Rejection rejection) {
            form.refuse(rejection);
            Deeds.renewKey(form, rejection);
            return write(draft, model);
        }
    }

    private String chooseFund(String recipient, Model model) {
        model.addAttribute("recipient", recipient);
        model.addAttribute(
                "funds",
                sides.ask(new FundQuery.Funds(null, 1, MOST_FUNDS)).items().stream()
                        .filter(fund ->
                                fund.state() == FundState.OPEN && sides.actor().actsFor(fund.holder()))
                        .toList());
        return "award/choose-fund";
    }

    private String chooseRecipient(String fund, String q, int page, Model model) {
        Paged<OrganisationSummary> found = sides.ask(new Organisations(
                q.isBlank() ? null : q.strip(),
                null,
                OrganisationState.REGISTERED,
                false,
                Math.max(1, page),
                FOUND_AT_ONCE));
        model.addAttribute("fund", sides.ask(new FundQuery.OneFund(fund)).summary());
        model.addAttribute("q", q);
        model.addAttribute("found", found.items());
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        return "award/choose-organisation";
    }

    private AwardDraft draft(Form form) {
        return new AwardDraft(sides.ask(new FundQuery.OneFund(form.value("fund"))), form.value("recipient"), form);
    }

    private String write(AwardDraft draft, Model model) {
        Deeds.keyOf(draft.form());
        model.addAttribute("form", draft.form());
        model.addAttribute("draft", draft);
        model.addAttribute("fund", draft.fund().summary());
        model.addAttribute("recipient", recipient(draft));
        model.addAttribute("years", FundWords.years(words.today()));
        return "award/write";
    }

    private String check(AwardDraft draft, AwardCommand.CommitAward award, Model model) {
        long sum = award.schedule().stream()
                .mapToLong(Instalment.Planned::amountPence)
                .sum();
        String recipient = recipient(draft);
        model.addAttribute("form", draft.form());
        model.addAttribute("award", award);
        model.addAttribute("schedule", award.schedule());
        model.addAttribute("sum", sum);
        model.addAttribute("label", "Commit " + MoneyText.say(sum) + " to " + recipient);
        model.addAttribute(
                "rows",
                List.of(
                        Row.of("Organisation", recipient),
                        Row.of("Fund", draft.fund().summary().name()),
                        Row.of("Title", award.title()),
                        Row.of("Purpose", award.purpose()),
                        Row.of("Money", FundWords.restriction(award.restriction())),
                        Row.of(
                                "Decided on",
                                words.date(draft.form()
                                        .date("effectiveOn", "the day")
                                        .orElseThrow())),
                        Row.of("Amount", MoneyText.say(sum))));
        return "award/check";
    }

    private String recipient(AwardDraft draft) {
        return sides.ask(new OneOrganisation(draft.recipient())).summary().name();
    }
}
