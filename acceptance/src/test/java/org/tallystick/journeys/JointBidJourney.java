package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/**
 * A lead asks another organisation to be its partner; that one reads what it is to do, says what its part costs and
 * agrees to it; then the bid is sent.
 */
final class JointBidJourney {

    /** That the partner does not want to at first. */
    static final String SAYS_NO = "It says no first";

    private static final String PARTNER = "Roots and Routes";
    private static final String ASKED = Neighbourhood.THRESHOLD_NAME + " asks you to be its partner";

    private final OpenCall call;
    private final boolean script;
    private final Map<String, Person> here = new HashMap<>();
    private String path = "";

    private JointBidJourney(OpenCall call, boolean script) {
        this.call = call;
        this.script = script;
    }

    /**
     * All of it.
     *
     * @param name what sets this journey apart from others
     * @param script whether the pages run scripts
     * @param answer what the partner says when it is asked first
     */
    static void travel(String name, boolean script, String answer) {
        JointBidJourney way = new JointBidJourney(OpenCall.announced(name.replace(' ', '-')), script);
        try {
            way.bidIsBegun();
            way.partnerIsAsked();
            if (answer.equals(SAYS_NO)) {
                way.partnerSaysNo();
                way.partnerIsAskedAgain();
            }
            way.partIsCosted();
            way.partIsChanged();
            way.partnerAgrees();
            way.bidIsSent();
        } finally {
            way.here.values().forEach(Person::leave);
        }
    }

    private Person person(String username) {
        return here.computeIfAbsent(
                username,
                one -> (script ? Person.loggedInAs(one) : Person.withoutScript(one)).lookingClosely(PageCheck.ALL));
    }

    private void bidIsBegun() {
        Person lead = person("lead");
        lead.until(call.path(), "It closes in").press("Start a bid");
        path = lead.path();
        call.written(path.substring("/bids/".length()));
    }

    /** What is typed is kept where something of it is wrong; the organisation is found in spite of a typing error. */
    private void partnerIsAsked() {
        Person lead = person("lead");
        lead.until(path, "Everything is there.").follow("Partners");
        assertThat(lead.reads()).contains("Nobody is asked. You can bid alone.");
        lead.follow("Ask a partner")
                .fill("Which organisation", "Nobody of that name")
                .fill("What it will do", "Two mentors for the first weeks")
                .press("Ask it to be our partner");
        assertThat(lead.reads()).contains("There is a problem", "Choose what its people see and write.");
        lead.fill("Which organisation", "Roots and Rotes")
                .tick("Its own part and what the project is about")
                .press("Ask it to be our partner");
        assertThat(lead.done()).contains("It is asked.");
        assertThat(lead.reads()).contains("Two mentors for the first weeks", "Has not agreed yet", "Not said yet");
        lead.go(path + "/check");
        assertThat(lead.reads()).contains("It cannot be sent yet", PARTNER + " has not agreed to its part yet.");
    }

    /** It is asked on its first page, and comes from its list of bids to the one it says no to. */
    private void partnerSaysNo() {
        Person partner = person("second-lead");
        partner.until("/", ASKED).until("/bids", "You are asked").follow("Somewhere to go");
        assertThat(partner.path()).isEqualTo(path);
        partner.follow("Say no to this bid").press("Say no");
        assertThat(partner.reads()).contains("There is a problem", "Say why.");
        partner.fill("Why?", "No worker is free until May.").press("Say no");
        assertThat(partner.done()).contains("You are no longer a partner in that bid.");
        partner.until("/bids", "No worker is free until May.");
    }

    private void partnerIsAskedAgain() {
        Person lead = person("lead");
        lead.until(path + "/partners", "Nobody is asked. You can bid alone.");
        lead.go(path);
        assertThat(lead.reads()).contains("No worker is free until May.");
        lead.follow("Partners")
                .follow("Ask a partner")
                .fill("Which organisation", "GB-CHC-9100002")
                .fill("What it will do", "Two mentors, from June")
                .tick("Its own part and what the project is about")
                .press("Ask it to be our partner");
        assertThat(lead.done()).contains("It is asked.");
    }

    /** Nobody agrees to what has no price yet; the budget is that of its own part. */
    private void partIsCosted() {
        Person partner = person("second-lead");
        partner.until("/", ASKED).until(path, ASKED);
        assertThat(partner.reads())
                .contains("Two mentors", "A drop-in.")
                .doesNotContain("We open the door.", "Check and send");
        assertThat(partner.reads()).contains("You can agree here once you have written what your part costs.");
        partner.follow("What your part costs and who pays").follow("Begin with");
        partner.fillWithin("Cost 1", "What", "Two mentors")
                .fillWithin("Cost 1", "For the year", "6,000")
                .fill("Asked for in this year", "£5,000")
                .press("Fill in what nobody carries yet")
                .press("Save the budget of");
        assertThat(partner.done()).contains("is saved.");
        assertThat(partner.reads()).contains("This is the budget of your own part.", "£6,000.00", "£5,000.00");
        partner.follow("Costing sheet for your board");
        assertThat(partner.reads()).contains("We agree that " + PARTNER + " asks for £5,000");
        partner.go(path + "/budget").follow("Put a spreadsheet in place of the budget");
    }

    /** The lead thinks again about what it asks for, and of going on without. */
    private void partIsChanged() {
        Person lead = person("lead");
        lead.go(path + "/partners").follow("Go on without it");
        assertThat(lead.reads()).contains("its people see nothing of it any more");
        lead.go(path + "/partners")
                .follow("Change its part or what it sees")
                .fill("What it will do", "Two mentors for three months")
                .tick("All of the bid, and may write the project and the answers")
                .press("Save the change");
        assertThat(lead.reads()).contains("Two mentors for three months", "All of the bid, and may write");
    }

    private void partnerAgrees() {
        Person partner = person("second-lead");
        partner.until(path, "Two mentors for three months").follow("What will you do?");
        assertThat(partner.reads()).contains("Save and go on");
        partner.go(path).press("Agree to our part");
        assertThat(partner.reads()).contains("There is a problem", "Tick the box to agree to your part.");
        partner.tickStatement("statement").press("Agree to our part");
        assertThat(partner.done()).contains("You agreed to your part.");
        assertThat(partner.reads()).contains("You agreed to your part on", "Leave this bid");
        partner.follow("Leave this bid");
        assertThat(partner.heading()).isEqualTo("Leave this bid");
    }

    /** All of it is sent by the lead, and is closed to the partner from then on. */
    private void bidIsSent() {
        Person lead = person("lead");
        lead.until(path + "/partners", "£6,000, of which it asks for £5,000");
        assertThat(lead.reads())
                .contains("£19,000.00", "£17,000.00", "£2,000.00")
                .doesNotContain("Still missing");
        lead.follow("What it costs, line by line");
        assertThat(lead.reads()).contains("The part of " + PARTNER, "Two mentors");
        lead.until(path + "/check", "Send it");
        assertThat(lead.reads()).contains("Who does it together", "Two mentors for three months");
        lead.tickStatement("statement").press("Send bid to HMP Eastmoor");
        assertThat(lead.done()).contains("Your bid is sent to HMP Eastmoor.");
        Person partner = person("second-lead");
        partner.until(path, "It cannot be changed now.");
        assertThat(partner.reads()).doesNotContain("Leave this bid", "Agree to our part");
        partner.go("/bids");
        lead.go(path + "/partners");
        assertThat(lead.reads()).contains(PARTNER).doesNotContain("Ask another partner", "Go on without it");
    }
}
