package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.function.Function;
import org.tallystick.platform.UkTime;

/** The way of an award: offered, signed, paid in advance and against a claim, and told by the ledger to the penny. */
final class AwardJourney {

    private final BidJourney bid;
    private final String fundPath;
    private final Function<String, Person> people;
    private final LocalDate today = LocalDate.now(UkTime.ZONE);
    private String path = "";

    /**
     * @param bid what it was awarded for
     * @param fundPath where the page of its fund is
     * @param people lets somebody log in
     */
    AwardJourney(BidJourney bid, String fundPath, Function<String, Person> people) {
        this.bid = bid;
        this.fundPath = fundPath;
        this.people = people;
    }

    /** A commissioner writes what is agreed; one payment is made against a claim, the others in advance. */
    void agreementIsOffered() {
        try (Person commissioner = people.apply("commissioner")) {
            commissioner.until("/awards", bid.title()).follow(bid.title());
            path = commissioner.path();
            commissioner.follow("Offer the agreement");
            commissioner
                    .fill("What may it be spent on?", "Wages and rent")
                    .fill("What is to be different for people?", "Nobody stands at the gate alone.")
                    .tick("Payment 2, £5,000")
                    .press("Offer the agreement to " + Neighbourhood.THRESHOLD_NAME);
            assertThat(commissioner.reads()).contains("Say why money is paid in advance.");
            commissioner
                    .fill("Why are the others paid in advance?", "The centre has six weeks of reserves.")
                    .press("Offer the agreement to " + Neighbourhood.THRESHOLD_NAME);
            assertThat(commissioner.done()).contains("The agreement is offered");
        }
    }

    /** The organisation comes from its bid to the letter, reads it, and signs the version it has read. */
    void agreementIsSigned() {
        try (Person lead = people.apply("lead")) {
            lead.go(bid.path()).follow("Go to the award");
            lead.until(path, "Read the agreement").follow("Read the agreement");
            assertThat(lead.reads())
                    .contains("Nobody stands at the gate alone.", "£5,000.00", "against a claim")
                    .contains("six weeks of reserves");
            lead.follow("Sign the agreement")
                    .tick("I have read version 1 of the agreement, and I may sign for " + Neighbourhood.THRESHOLD_NAME)
                    .day("On which day?", today)
                    .press("Sign for £20,000");
            assertThat(lead.done()).contains("The agreement is signed");
        }
    }

    /** In advance: one approves, another writes the bank's file, and the bank's answer comes back as one. */
    void firstPaymentGoesOutInAFile() {
        try (Person commissioner = people.apply("commissioner");
                Person payer = people.apply("payer")) {
            commissioner.until(path, "Approve").follow("Approve").press("Approve £5,000");
            assertThat(commissioner.done()).contains("You have approved");
            payer.until("/payments/bank-file", bid.title()).press("Write the file");
            assertThat(payer.done()).contains("The file is written");
            String reference = payer.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(bid.title()))
                    .locator("th")
                    .innerText();
            String answer = reference + ",paid," + today + ",FP 4712,";
            payer.go("/payments/bank-answers")
                    .fill("or paste its lines", answer)
                    .press("Record the answers");
            assertThat(payer.reads()).contains("1 line read", "Recorded as paid.");
            payer.fill("or paste its lines", answer).press("Record the answers");
            assertThat(payer.reads()).contains("1 line read").containsAnyOf("nothing changed", "Recorded as paid.");
            payer.until(path, "FP 4712");
        }
    }

    /** In arrears: what was spent is claimed, asked about, claimed again and accepted; the rest goes back. */
    void secondPaymentIsClaimed() {
        try (Person lead = people.apply("lead");
                Person commissioner = people.apply("commissioner")) {
            lead.until(path, "Claim it")
                    .follow("Claim it")
                    .fillWithin("Row 1", "What it was spent on", "Wages April to June")
                    .fillWithin("Row 1", "Amount", "4,200")
                    .fill("How much do you claim?", "4,500")
                    .press("Send the claim to the funder");
            assertThat(lead.reads()).contains("You cannot claim more than you spent.");
            lead.press("Add another row")
                    .fillWithin("Row 2", "What it was spent on", "Rent of the room")
                    .fillWithin("Row 2", "Amount", "300")
                    .press("Send the claim to the funder");
            assertThat(lead.done()).contains("The claim is sent.");
            commissioner
                    .until(path, "Ask about the claim")
                    .follow("Ask about the claim")
                    .fill("What do you want to know?", "Which room?")
                    .press("Send the question");
            lead.until(path, "Claim it").follow("Claim it");
            assertThat(lead.reads()).contains("Which room?");
            lead.fillWithin("Row 2", "What it was spent on", "Rent of the hall").press("Send the claim to the funder");
            commissioner.until(path, "Accept the claim").follow("Accept the claim");
            assertThat(commissioner.reads()).contains("Rent of the hall, £300.00", "£500 of the instalment");
            commissioner.press("Accept the claim of £4,500");
            assertThat(commissioner.done()).contains("The claim is accepted.");
        }
    }

    /** A second person approves it, a payer sends it by hand and has it confirmed. */
    void secondPaymentIsMade() {
        try (Person commissioner = people.apply("commissioner");
                Person payer = people.apply("payer")) {
            commissioner.until(path, "£4,500.00").follow("Approve").press("Approve £4,500");
            assertThat(commissioner.done()).contains("You have approved");
            payer.until(path, "Send to the bank").follow("Send to the bank").press("Record that £4,500 is on its way");
            payer.follow("It was paid")
                    .fill("Reference", "BACS 4711")
                    .day("When was it paid?", today)
                    .press("Record that £4,500 was paid");
            assertThat(payer.done()).contains("Recorded as paid");
        }
    }

    /** What was not claimed waits for the governor, who lets it be used for others. */
    void restIsFreedForOthers() {
        try (Person governor = people.apply("governor")) {
            governor.until(fundPath, "What awards did not spend")
                    .follow("Use it again")
                    .fill("Amount to use again", "500")
                    .fill("Why?", "The programme goes on.")
                    .day("From which day?", today)
                    .press("Make the money free for others");
            assertThat(governor.done()).contains("The money is free again.");
        }
    }

    /** The auditor follows the money from who gave it to who got it, and what nobody pays for beside it. */
    void auditorFollowsEveryPound() {
        try (Person auditor = people.apply("auditor")) {
            auditor.until(fundPath, "£10,500.00");
            assertThat(auditor.reads()).contains("£30,000.00", "£10,000.00", "£9,500.00");
            auditor.follow("Statement of this fund");
            assertThat(auditor.reads()).contains("£20,000.00", "£500.00", "was paid");
            auditor.follow("HMP Eastmoor");
            assertThat(auditor.reads()).contains("£30,000.00");
            auditor.go(path);
            assertThat(auditor.reads())
                    .contains("Whose money it is", "HMP Eastmoor")
                    .contains("£4,833.34", "carried by the organisation's reserves");
            auditor.follow("Statement of this award: every movement");
            assertThat(auditor.reads())
                    .contains("£20,000.00", "£5,000.00", "£4,500.00", "£500.00")
                    .contains("Beside the money", "£4,833.34");
            auditor.go("/ledger/statements/organisation/" + Neighbourhood.THRESHOLD);
            assertThat(auditor.reads()).contains("£5,000.00", "£4,500.00");
            auditor.go("/ledger/gap");
            assertThat(auditor.reads()).contains(bid.title(), "£4,833.34");
        }
    }

    /** Each line of the ledger leads to its event, and the event to who did it and to its proof. */
    void figureLeadsToItsEvent() {
        try (Person auditor = people.apply("auditor")) {
            auditor.go("/ledger/statements/award/" + path.substring(path.lastIndexOf('/') + 1));
            String event =
                    auditor.page().locator("main a[href^='/events/']").last().innerText();
            auditor.follow(event);
            assertThat(auditor.reads()).contains(event, "Who, when and with what authority", "£4,500.00", "Leaf hash");
        }
    }
}
