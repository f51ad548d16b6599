package org.tallystick.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.Timeline;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationQuery.BankView;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationQuery.StandingView;
import org.tallystick.registry.OrganisationQuery.WaitingBank;

/** One organisation, with as much as the reader may see of it and the steps they may take. */
@Page
class OrganisationPage {

    private final Sides sides;
    private final Words words;
    private final PersonNames names;
    private final Timeline timeline;

    OrganisationPage(Sides sides, Words words, PersonNames names) {
        this.sides = sides;
        this.words = words;
        this.names = names;
        this.timeline = new Timeline(sides, words, names);
    }

    /** A limit in words. */
    record LimitLine(String person, long limitPence, String period) {}

    @GetMapping("/organisations/{id}")
    String organisation(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") String history,
            Model model) {
        OrganisationView view = sides.ask(new OneOrganisation(id), after);
        Actor actor = sides.actor();
        String organisationId = view.summary().organisationId();
        boolean own = actor.actsFor(organisationId);
        model.addAttribute("view", view);
        model.addAttribute("state", RegistryWords.tag(view.summary().state()));
        model.addAttribute("steps", Step.offered(view, actor));
        model.addAttribute("own", own);
        model.addAttribute("identifiers", RegistryWords.numbers(view));
        model.addAttribute("seesPeople", own || actor.role() == Role.AUDITOR);
        model.addAttribute(
                "people",
                view.people().stream()
                        .map(person -> Row.of(
                                names.of(person.personId()),
                                RegistryWords.capital(person.role().words())))
                        .toList());
        model.addAttribute("limits", view.limits().stream().map(this::limit).toList());
        model.addAttribute("seesBank", own || actor.role() == Role.PAYER || actor.role() == Role.COMMISSIONER);
        addBankAndCosts(view, model);
        addStanding(view.standing(), view, model);
        // The statement explains the whole sum only to those who see all of its awards.
        boolean sees = sides.may(LedgerQuery.Statement.class);
        model.addAttribute("seesAllMoney", sees && (own || actor.role() == Role.AUDITOR));
        model.addAttribute("seesOwnFunds", sees && !own && actor.role() != Role.AUDITOR && !isApplicant(actor));
        if (sides.may(HistoryQuery.HistoryOf.class) && (own || actor.role() == Role.AUDITOR)) {
            timeline.show(HistoryQuery.Subject.ORGANISATION, organisationId, history, model);
        }
        return "registry/organisation";
    }

    private void addBankAndCosts(OrganisationView view, Model model) {
        model.addAttribute("bank", bank(view.bank(), view));
        model.addAttribute("waiting", waiting(view.bank()));
        model.addAttribute(
                "staff",
                view.costProfiles().stream()
                        .map(costs -> CostProfileForm.people(costs.profile()))
                        .toList());
    }

    private void addStanding(@Nullable StandingView standing, OrganisationView view, Model model) {
        if (standing == null) {
            return;
        }
        model.addAttribute("standing", RegistryWords.tag(standing));
        model.addAttribute("standingReason", standing.reason());
        model.addAttribute("claim", StandingDeeds.claimFacts(view));
        model.addAttribute("standingHolds", standing.expired() ? "Held" : "Holds");
        if (standing.verifiedFrom() != null && standing.verifiedUntil() != null) {
            model.addAttribute("standingPeriod", words.period(standing.verifiedFrom(), standing.verifiedUntil()));
        }
    }

    private LimitLine limit(OrganisationQuery.DelegatedLimit limit) {
        return new LimitLine(
                names.of(limit.personId()),
                limit.limitPence(),
                limit.until() == null ? "from " + words.date(limit.from()) : words.period(limit.from(), limit.until()));
    }

    /** Masked for everybody: whoever pays sees the account where they pay, whoever checks it where they check. */
    private List<Row> bank(@Nullable BankView bank, OrganisationView view) {
        if (bank == null || bank.confirmedBy() == null) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>(BankDeeds.masked(bank.accountName(), bank.sortCode(), bank.accountNumber()));
        boolean stranger = sides.actor().actsFor(view.summary().organisationId())
                && view.people().stream().noneMatch(one -> one.personId().equals(bank.confirmedBy()));
        rows.add(Row.of("Confirmed by", stranger ? "Somebody of another organisation" : names.of(bank.confirmedBy())));
        return rows;
    }

    private List<Row> waiting(@Nullable BankView bank) {
        if (bank == null || bank.waiting() == null) {
            return List.of();
        }
        WaitingBank waiting = bank.waiting();
        List<Row> rows =
                new ArrayList<>(BankDeeds.masked(waiting.accountName(), waiting.sortCode(), waiting.accountNumber()));
        rows.add(Row.of("Proposed by", names.of(waiting.proposedBy()) + ", " + words.date(waiting.since())));
        return rows;
    }

    private static boolean isApplicant(Actor actor) {
        return actor.role() == Role.APPLICANT_LEAD || actor.role() == Role.APPLICANT_MEMBER;
    }
}
