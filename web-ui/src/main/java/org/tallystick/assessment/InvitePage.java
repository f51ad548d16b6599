package org.tallystick.assessment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.NamedOrganisation;

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

    /** A form sent twice invites once; looking for an assessor keeps what is chosen. */
    @PostMapping("/calls/{callId}/invite-assessors")
    String send(
            @PathVariable String callId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        CallBids bids = bids(callId);
        Form form = Form.of(sent);
        if (form.value("step").equals("find")) {
            return page(bids, form, model);
        }
        Asked asked = asked(form);
        List<CallBids.Line> chosen = bids.lines().stream()
                .filter(line -> form.chose("bidId", line.bid().bidId()))
                .toList();
        if (chosen.isEmpty()) {
            form.refuse("bidId", "Choose one bid at least.");
        }
        if (form.hasProblems()) {
            return page(bids, form, model);
        }
        Invited invited = invite(callId, chosen, asked, form);
        if (form.hasProblems()) {
            form.put(Deeds.KEY, Sides.newKey());
            form.putAll("bidId", invited.refused());
            model.addAttribute("done", invited.times() == 0 ? null : said(invited));
            return page(invited.times() == 0 ? bids : CallBids.read(sides, callId, invited.position()), form, model);
        }
        redirect.addFlashAttribute("done", said(invited));
        return "redirect:" + Deeds.after("/calls/" + callId + "/decision", invited.position());
    }

    /** Who is asked, and for which organisation they assess. */
    private record Asked(String assessor, String organisation) {}

    /** Somebody of the list, or who was typed in: never both. */
    private Asked asked(Form form) {
        String listed = form.value("assessor");
        if (listed.isEmpty() || listed.equals(AssessorList.OTHER)) {
            return new Asked(
                    form.text("assessorId", "Choose an assessor, or enter the reference of one."),
                    NamedOrganisation.read(
                                    sides, form, "assessorOrganisationId", "Enter the organisation they assess for.")
                            .orElse(""));
        }
        if (!form.optionalText("assessorId").isEmpty()) {
            form.refuse(
                    "assessor",
                    "You chose somebody of the list and entered a reference too. Choose “"
                            + AssessorList.NOT_LISTED
                            + "”, or take the reference out.");
        }
        int end = listed.indexOf(AssessorList.FOR);
        return end < 0
                ? new Asked(listed, sides.actor().organisationId())
                : new Asked(listed.substring(0, end), listed.substring(end + AssessorList.FOR.length()));
    }

    /**
     * What became of the invitations.
     *
     * @param times how many were made
     * @param position of the last
     * @param before how many had been made before
     * @param refused the bids for which there could be none
     */
    private record Invited(int times, long position, int before, List<String> refused) {}

    /** Each invitation has a key of its own; for what a person was asked to read before they are not asked again. */
    private Invited invite(String callId, List<CallBids.Line> chosen, Asked asked, Form form) {
        long position = 0;
        int times = 0;
        int before = 0;
        List<String> refused = new ArrayList<>();
        for (CallBids.Line line : chosen) {
            String bidId = line.bid().bidId();
            String key = keyOf(form, bidId, asked.assessor());
            try {
                position = sides.send(
                                new AssessmentCommand.InviteAssessor(
                                        "assessment-" + key, callId, bidId, asked.assessor(), asked.organisation()),
                                key)
                        .position();
                times++;
            } catch (Rejection rejection) {
                if (rejection.refusal() == Refusal.ALREADY_EXISTS) {
                    before++;
                } else {
                    refused.add(bidId);
                    form.refuse("", line.bid().applicantName() + ": " + rejection.sentence());
                }
            }
        }
        if (before == chosen.size()) {
            form.refuse(
                    "bidId",
                    "This person was asked before to read " + (before == 1 ? "that bid." : "all of these bids.")
                            + " Choose others.");
        }
        return new Invited(times, position, before, refused);
    }

    /** The same whenever this form is sent for this bid and this person, wherever the bid then is in the ranking. */
    private static String keyOf(Form form, String bidId, String assessor) {
        String all = String.join(" ", Deeds.keyOf(form), bidId, assessor);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String said(Invited invited) {
        String asked = invited.times() == 0
                ? "Nobody was asked anew."
                : "Asked to read: " + words.count(invited.times(), "bid", "bids") + ".";
        return invited.before() == 0
                ? asked
                : asked + " This person had been asked before to read "
                        + words.count(invited.before(), "other bid", "other bids") + ".";
    }

    private CallBids bids(String callId) {
        CallBids bids = CallBids.read(sides, callId, 0);
        DecisionAct.required(
                DecisionAct.INVITE.key(),
                bids.decision(),
                null,
                bids.call().summary().holder(),
                sides.actor());
        return bids;
    }

    private String page(CallBids bids, Form form, Model model) {
        Deeds.keyOf(form);
        model.addAttribute("form", form);
        model.addAttribute("summary", bids.call().summary());
        model.addAttribute("hidden", bids.hidden());
        model.addAttribute(
                "listed",
                AssessorList.of(sides, people, words, form.value("find").strip(), form.value("assessor")));
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
}
