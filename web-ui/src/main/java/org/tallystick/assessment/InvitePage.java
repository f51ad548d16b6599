package org.tallystick.assessment;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;

/** Invites one assessor for any of the bids of a call, or for all. */
@Page
class InvitePage {

    private final Sides sides;
    private final Words words;
    private final PersonNames people;

    InvitePage(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.people = people;
    }

    @GetMapping("/calls/{callId}/invite-assessors")
    String show(@PathVariable String callId, Model model) {
        CallBids bids = bids(callId);
        Form form = Form.empty()
                .putAll(
                        "bidId",
                        bids.lines().stream().map(line -> line.bid().bidId()).toList());
        return page(bids, form, model);
    }

    /** A form sent twice invites once. */
    @PostMapping("/calls/{callId}/invite-assessors")
    String send(
            @PathVariable String callId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        CallBids bids = bids(callId);
        Form form = Form.of(sent);
        String own = form.value("ownAssessor");
        String assessor =
                own.isEmpty() ? form.text("assessorId", "Choose an assessor, or enter the reference of one.") : own;
        String organisation = own.isEmpty()
                ? form.text("assessorOrganisationId", "Enter the reference of the organisation they assess for.")
                : sides.actor().organisationId();
        List<CallBids.Line> chosen = bids.lines().stream()
                .filter(line -> form.chose("bidId", line.bid().bidId()))
                .toList();
        if (chosen.isEmpty()) {
            form.refuse("bidId", "Choose one bid at least.");
        }
        if (form.hasProblems()) {
            return page(bids, form, model);
        }
        Invited invited = invite(bids, chosen, assessor, organisation, form);
        String asked = "Asked to read: " + words.count(invited.times(), "bid", "bids") + ".";
        if (form.hasProblems()) {
            form.refuse("", asked);
            form.put(Deeds.KEY, Sides.newKey());
            return page(bids, form, model);
        }
        redirect.addFlashAttribute("done", asked);
        return "redirect:" + Deeds.after("/calls/" + callId + "/decision", invited.position());
    }

    /** How many were invited, and the position of the last. */
    private record Invited(int times, long position) {}

    /** Each invitation has a key of its own; who was invited before is passed over. */
    private Invited invite(CallBids bids, List<CallBids.Line> chosen, String assessor, String organisation, Form form) {
        long position = 0;
        int invited = 0;
        for (CallBids.Line line : chosen) {
            String bidId = line.bid().bidId();
            String key = Deeds.keyOf(form) + "-" + bids.lines().indexOf(line);
            try {
                position = sides.send(
                                new AssessmentCommand.InviteAssessor(
                                        Deeds.idFrom(form, "assessment-") + "-"
                                                + bids.lines().indexOf(line),
                                        bids.call().summary().callId(),
                                        bidId,
                                        assessor,
                                        organisation),
                                key)
                        .position();
                invited++;
            } catch (Rejection rejection) {
                if (rejection.refusal() != Refusal.ALREADY_EXISTS) {
                    form.refuse("", line.bid().applicantName() + ": " + rejection.sentence());
                }
            }
        }
        return new Invited(invited, position);
    }

    private CallBids bids(String callId) {
        CallBids bids = CallBids.read(sides, callId, 0);
        DecisionAct.required(
                DecisionAct.INVITE.key(), bids.decision(), bids.call().summary().holder(), sides.actor());
        return bids;
    }

    private String page(CallBids bids, Form form, Model model) {
        Deeds.keyOf(form);
        model.addAttribute("form", form);
        model.addAttribute("summary", bids.call().summary());
        model.addAttribute("own", own());
        model.addAttribute(
                "bids",
                bids.lines().stream()
                        .map(line -> new Option(
                                line.bid().bidId(),
                                line.bid().applicantName() + ": " + line.title(),
                                line.bid().invited() == 0
                                        ? "Nobody is asked yet"
                                        : words.count(line.bid().invited(), "person is", "people are") + " asked"))
                        .toList());
        return "assessment/invite";
    }

    private List<Option> own() {
        return sides.ask(new OneOrganisation(sides.actor().organisationId())).people().stream()
                .filter(person -> person.role() == Role.ASSESSOR)
                .map(person -> Option.of(person.personId(), people.of(person.personId())))
                .toList();
    }
}
