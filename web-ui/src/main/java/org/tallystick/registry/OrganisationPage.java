package org.tallystick.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.history.EventWords;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.platform.TimelineEntry;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationQuery.BankView;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationQuery.StandingView;

/** One organisation, with as much as the reader may see of it and the steps they may take. */
@Page
class OrganisationPage {

    private static final int EVENTS_SHOWN = 20;
    private static final int EVENTS_READ = 1_000;

    private final Sides sides;
    private final Words words;
    private final PersonNames names;

    OrganisationPage(Sides sides, Words words, PersonNames names) {
        this.sides = sides;
        this.words = words;
        this.names = names;
    }

    /** A limit in words. */
    record LimitLine(String person, long limitPence, String period) {}

    @GetMapping("/organisations/{id}")
    String organisation(@PathVariable String id, @RequestParam(defaultValue = "0") long after, Model model) {
        OrganisationView view = sides.ask(new OneOrganisation(id), after);
        Actor actor = sides.actor();
        String organisationId = view.summary().organisationId();
        boolean own = actor.actsFor(organisationId);
        model.addAttribute("view", view);
        model.addAttribute("state", RegistryWords.tag(view.summary().state()));
        model.addAttribute("steps", Step.offered(view, actor));
        model.addAttribute("own", own);
        model.addAttribute("identifiers", identifiers(view));
        model.addAttribute("seesPeople", own || actor.role() == Role.AUDITOR);
        model.addAttribute(
                "people",
                view.people().stream()
                        .map(person -> Row.of(
                                names.of(person.personId()),
                                RegistryWords.capital(person.role().words())))
                        .toList());
        model.addAttribute("limits", view.limits().stream().map(this::limit).toList());
        model.addAttribute("bank", bank(view.bank()));
        model.addAttribute("bankWaits", view.bank() != null && view.bank().changeWaiting());
        model.addAttribute("seesBank", own || actor.role() == Role.PAYER || actor.role() == Role.COMMISSIONER);
        model.addAttribute(
                "staff",
                view.costProfiles().stream()
                        .map(costs -> CostProfileForm.people(costs.profile()))
                        .toList());
        addStanding(view.standing(), view, model);
        // The statement explains the whole sum only to those who see all of its awards.
        boolean sees = sides.may(LedgerQuery.Statement.class);
        model.addAttribute("seesAllMoney", sees && (own || actor.role() == Role.AUDITOR));
        model.addAttribute("seesOwnFunds", sees && !own && actor.role() != Role.AUDITOR && !isApplicant(actor));
        addHistory(organisationId, model);
        return "registry/organisation";
    }

    private void addStanding(
            @org.jspecify.annotations.Nullable StandingView standing, OrganisationView view, Model model) {
        if (standing == null) {
            return;
        }
        model.addAttribute("standing", RegistryWords.tag(standing));
        model.addAttribute("claim", StandingDeeds.claimFacts(view));
        if (standing.verifiedFrom() != null && standing.verifiedUntil() != null) {
            model.addAttribute("standingPeriod", words.period(standing.verifiedFrom(), standing.verifiedUntil()));
        }
    }

    /** For those who may read the history: what happened to it last, newest first. */
    private void addHistory(String organisationId, Model model) {
        if (!sides.may(HistoryQuery.Events.class)) {
            return;
        }
        List<LoggedEvent> events = new ArrayList<>(sides.ask(new HistoryQuery.Events(0, EVENTS_READ, organisationId))
                .events());
        Collections.reverse(events);
        model.addAttribute(
                "timeline", events.stream().limit(EVENTS_SHOWN).map(this::entry).toList());
        model.addAttribute("moreHistory", events.size() > EVENTS_SHOWN);
    }

    private TimelineEntry entry(LoggedEvent event) {
        String person = Objects.toString(event.metadata().get("actorId"), "");
        String role = EventWords.lower(Objects.toString(event.metadata().get("role"), ""));
        return new TimelineEntry(
                EventWords.title(event.type()),
                words.dateTime(event.recordedAt()),
                person.isEmpty() ? "" : names.of(person) + (role.isEmpty() ? "" : ", " + role),
                Objects.toString(event.metadata().get("reason"), ""),
                "/events/" + event.position(),
                Tone.PLAIN);
    }

    private static List<Row> identifiers(OrganisationView view) {
        return view.identifiers().stream()
                .map(identifier -> Row.of(RegistryWords.registerOf(identifier), identifier))
                .toList();
    }

    private LimitLine limit(OrganisationQuery.DelegatedLimit limit) {
        return new LimitLine(
                names.of(limit.personId()),
                limit.limitPence(),
                limit.until() == null ? "from " + words.date(limit.from()) : words.period(limit.from(), limit.until()));
    }

    /** Masked for everybody: whoever pays sees the account where they pay. */
    private List<Row> bank(@org.jspecify.annotations.Nullable BankView bank) {
        if (bank == null) {
            return List.of();
        }
        String number = bank.accountNumber();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("Name on the account", bank.accountName()));
        rows.add(Row.of(
                "Sort code",
                "••-••-" + bank.sortCode().substring(Math.max(0, bank.sortCode().length() - 2))));
        rows.add(Row.of("Account number", "•••••" + number.substring(Math.max(0, number.length() - 3))));
        rows.add(Row.of(
                "Confirmed by",
                Optional.ofNullable(bank.confirmedBy())
                        .map(names::of)
                        .orElse("Nobody yet: a second person is needed")));
        if (bank.changeWaiting()) {
            rows.add(Row.of(
                    "New details proposed by",
                    Optional.ofNullable(bank.proposedBy()).map(names::of).orElse("")));
        }
        return rows;
    }

    private static boolean isApplicant(Actor actor) {
        return actor.role() == Role.APPLICANT_LEAD || actor.role() == Role.APPLICANT_MEMBER;
    }
}
