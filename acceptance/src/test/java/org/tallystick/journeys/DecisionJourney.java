package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;

/** From the bids of a call that has closed to the day on which its applicants hear. */
final class DecisionJourney {

    private static final String SAID = "You show who comes, and why they stay.";
    private static final String WHY = "Open when everything else is shut, and honestly costed.";

    private final CallJourney call;
    private final BidJourney bid;
    private final Function<String, Person> people;

    /**
     * @param call what is decided
     * @param bid the bid that gets an award
     * @param people lets somebody log in
     */
    DecisionJourney(CallJourney call, BidJourney bid, Function<String, Person> people) {
        this.call = call;
        this.bid = bid;
        this.people = people;
    }

    /** A commissioner sees the bids side by side and asks somebody of another organisation to read them. */
    void assessorIsInvited() {
        try (Person commissioner = people.apply("commissioner")) {
            commissioner.until("/", "Ask people to assess the bids for “" + call.title() + "”");
            commissioner.until(call.path(), "Read the bids received").follow("Read the bids received");
            assertThat(commissioner.reads()).contains(bid.title(), "£20,000", "£24,833.34", "£4,833.34", "80.5");
            commissioner
                    .follow("Assessment and decision")
                    .follow("Invite assessors")
                    .tick("Kofi Barnes (p-roots-2)")
                    .press("Ask them to read these bids");
            assertThat(commissioner.done()).contains("Asked to read: 1 bid.");
        }
    }

    /** The assessor declares to have no interest, reads the bid beside the criteria, saves, and gives the scores. */
    void bidIsScored() {
        try (Person assessor = people.apply("assessor")) {
            assessor.until("/", "Say whether you will read the bid of " + Neighbourhood.THRESHOLD_NAME + " for £20,000")
                    .until("/assessments", bid.title())
                    .follow(bid.title())
                    .press("Declare this and open the bid");
            assertThat(assessor.reads()).contains("There is a problem", "Tick the declaration");
            assessor.tickStatement("statement").press("Declare this and open the bid");
            assertThat(assessor.reads()).contains("We open the door.", "Shows who comes, and why they stay");
            assessor.tickWithin("Points for “Reach”", "4: strong")
                    .fill("Why, for “Reach”", SAID)
                    .pressExactly("Save");
            assertThat(assessor.done()).contains("1 criterion is still to be scored");
            assessor.tickWithin("Points for “Led by women”", "5: as strong as can be")
                    .fill("Why, for “Led by women”", "Women decide about it.")
                    .press("Save, check and give the scores");
            assertThat(assessor.reads()).contains("4 of 5", SAID, "4.4 of 5");
            assessor.press("Give the scores to HMP Eastmoor");
            assertThat(assessor.done()).contains("Your scores are given.");
        }
    }

    /** A commissioner says what is to become of each bid; nobody hears of it yet. */
    void awardIsRecommended() {
        try (Person commissioner = people.apply("commissioner");
                Person lead = people.apply("lead")) {
            commissioner.until("/", "Say what is to become of the bids for “" + call.title() + "”");
            commissioner
                    .until(call.path() + "/decision", "4.4 of 5")
                    .follow("Recommend what becomes of the bids")
                    .select("Outcome", "Award")
                    .press("Recommend this");
            assertThat(commissioner.reads()).contains("There is a problem", "Say why");
            commissioner.fillWithin(Neighbourhood.THRESHOLD_NAME, "Why", WHY).press("Work it out");
            assertThat(commissioner.reads()).contains("£0 is left.");
            commissioner.press("Recommend this");
            assertThat(commissioner.reads()).contains("What is recommended", "£20,000", WHY);
            lead.go(bid.path());
            assertThat(lead.reads()).contains("Sent to the funder").doesNotContain(WHY);
        }
    }

    /** A governor who did not recommend it approves it; then all applicants hear, with what was said of each bid. */
    void decisionIsApprovedAndTold() {
        try (Person governor = people.apply("governor");
                Person commissioner = people.apply("commissioner");
                Person lead = people.apply("lead")) {
            governor.until("/", "Approve what is recommended for “" + call.title() + "”")
                    .go(call.path() + "/decision")
                    .follow("Approve the decision");
            assertThat(governor.reads()).contains("Award of £20,000", "£4,833.34 of the full cost is paid by nobody");
            governor.press("Approve, and commit £20,000");
            assertThat(governor.done()).contains("The decision is approved.");
            lead.go(bid.path());
            assertThat(lead.reads()).doesNotContain(WHY);
            commissioner
                    .until("/", "Tell all applicants what was decided about “" + call.title() + "”")
                    .go(call.path() + "/decision")
                    .follow("Tell all applicants")
                    .press("Tell all applicants now");
            assertThat(commissioner.done()).contains("All applicants are told.");
            lead.until(bid.path(), "Your bid gets an award of £20,000.");
            assertThat(lead.reads()).contains(WHY, "What those who assessed it said", SAID);
        }
    }
}
