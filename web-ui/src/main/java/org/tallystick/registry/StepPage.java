package org.tallystick.registry;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationView;

/** One page for each step that changes a registry entry. */
@Page
class StepPage {

    private final Sides sides;
    private final Deeds deeds;
    private final PersonNames names;

    StepPage(Sides sides, Deeds deeds, PersonNames names) {
        this.sides = sides;
        this.deeds = deeds;
        this.names = names;
    }

    @GetMapping("/organisations/{id}/{step}")
    String show(@PathVariable String id, @PathVariable String step, Model model) {
        Step wanted = step(step);
        OrganisationView view = sides.ask(new OneOrganisation(id));
        Form form = Form.empty();
        if (wanted == Step.RENAME) {
            form.put("name", view.summary().name());
        }
        if (wanted == Step.COST_PROFILE) {
            return CostProfileForm.show(view, CostProfileForm.filledIn(view), model);
        }
        return deeds.show(deed(wanted, view), form, model);
    }

    @PostMapping("/organisations/{id}/{step}")
    String send(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        Step wanted = step(step);
        OrganisationView view = sides.ask(new OneOrganisation(id));
        Form form = Form.of(sent);
        if (wanted == Step.COST_PROFILE) {
            if (!form.value("more").isEmpty()) {
                return CostProfileForm.show(view, CostProfileForm.oneMoreRow(form), model);
            }
            String page =
                    deeds.send(CostProfileForm.deed(view, subject(view, "Cost of running")), form, model, redirect);
            return page.equals("deed") ? CostProfileForm.show(view, form, model) : page;
        }
        return deeds.send(deed(wanted, view), form, model, redirect);
    }

    private Step step(String path) {
        Step step = Step.at(path)
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "There is no such step for an organisation."));
        if (!step.mayAtAll(sides.actor())) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED,
                    "This step is not for the role " + sides.actor().role().words() + ".");
        }
        return step;
    }

    private Deed deed(Step step, OrganisationView view) {
        return switch (step) {
            case REGISTER -> EntryDeeds.register(view, subject(view, "Register"));
            case SUSPEND -> EntryDeeds.suspend(view, subject(view, "Suspend"));
            case REINSTATE -> EntryDeeds.reinstate(view, subject(view, "Reinstate"));
            case CLOSE -> EntryDeeds.close(view, subject(view, "Close"));
            case RENAME -> EntryDeeds.rename(view, subject(view, "Name"));
            case ADD_IDENTIFIER -> EntryDeeds.addIdentifier(view, subject(view, "Add a number"));
            case GIVE_ROLE -> PeopleDeeds.giveRole(view, subject(view, "Give a role"));
            case TAKE_ROLE -> PeopleDeeds.takeRole(view, subject(view, "Take a role back"), names);
            case SET_LIMIT -> PeopleDeeds.setLimit(view, subject(view, "Set a limit"), names);
            case PROPOSE_BANK_DETAILS -> BankDeeds.propose(view, subject(view, "Bank details"));
            case CONFIRM_BANK_DETAILS -> BankDeeds.confirm(view, subject(view, "Bank details"), names);
            case REJECT_BANK_DETAILS -> BankDeeds.reject(view, subject(view, "Bank details"), names);
            case CLAIM_STANDING -> StandingDeeds.claim(view, subject(view, "By and for"));
            case EVIDENCE_STANDING -> StandingDeeds.evidence(view, subject(view, "By and for"));
            case VERIFY_STANDING -> StandingDeeds.verify(view, subject(view, "By and for"));
            case REFUSE_STANDING -> StandingDeeds.refuse(view, subject(view, "By and for"));
            case DECIDE_CHALLENGE -> StandingDeeds.decideChallenge(view, subject(view, "By and for"));
            case CHALLENGE_STANDING -> StandingDeeds.challenge(view, subject(view, "By and for"));
            case COST_PROFILE -> CostProfileForm.deed(view, subject(view, "Cost of running"));
        };
    }

    private static Deed.Subject subject(OrganisationView view, String crumb) {
        return new Deed.Subject(
                RegistryWords.capital(view.summary().kind().words()) + ": "
                        + view.summary().name(),
                List.of(),
                RegistryWords.crumbs(view, crumb),
                RegistryWords.pathOf(view.summary().organisationId()));
    }
}
