package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.function.Function;
import org.tallystick.platform.UkTime;

/** The way of a grant through the forms, one step after the other, each by the person whose step it is. */
final class GrantJourney {

    private final String name;
    private final Function<String, Person> people;
    private final LocalDate today = LocalDate.now(UkTime.ZONE);
    private String fundPath = "";
    private String awardPath = "";

    /**
     * @param name what sets this journey's fund and award apart from others
     * @param people lets somebody log in
     */
    GrantJourney(String name, Function<String, Person> people) {
        this.name = name;
        this.people = people;
    }

    /** A governor opens a fund, and £30,000 arrive in it. */
    void fundIsOpenedAndFilled() {
        try (Person governor = people.apply("governor")) {
            governor.go("/funds").follow("Open a fund");
            governor.fill("Name of the fund", fund())
                    .fill("What is the fund for?", "Support for women on their way home from prison")
                    .tick("Everybody's in proportion")
                    .tick("Only money that has been received")
                    .day("From which day?", today)
                    .press("Open the fund");
            assertThat(governor.done()).contains("The fund is open");
            fundPath = governor.path();
            governor.follow("Record money received")
                    .select("Who gives it?", Neighbourhood.EASTMOOR_NAME)
                    .fill("Amount received", "30,000")
                    .fill("Reference", "BACS 17")
                    .day("When did it arrive?", today)
                    .press("Record the money");
            assertThat(governor.reads()).contains("£30,000.00");
        }
    }

    /** Where the organisation is paid: the lead says so, and a payer enters it again who will not pay it. */
    void bankDetailsAreGivenByTwoPeople(String accountNumber) {
        try (Person lead = people.apply("lead");
                Person payer = people.apply("pcc-payer")) {
            lead.go("/organisations/" + Neighbourhood.THRESHOLD).follow("Change the bank details");
            bankDetails(lead, accountNumber).press("Propose these bank details");
            assertThat(lead.done()).contains("proposed");
            payer.until("/organisations/" + Neighbourhood.THRESHOLD, "Check the new bank details")
                    .follow("Check the new bank details");
            bankDetails(payer, accountNumber).press("Confirm these bank details");
            assertThat(payer.done()).contains("confirmed");
        }
    }

    /** The governor commits £20,000 in two instalments; the organisation is found in spite of a typing error. */
    void awardIsMadeInTwoInstalments() {
        try (Person governor = people.apply("governor")) {
            governor.go(fundPath).follow("Make an award from this fund");
            governor.fill("Search registered organisations", "Treshold Womens").press("Search");
            governor.follow(Neighbourhood.THRESHOLD_NAME);
            governor.fill("Title", award())
                    .fill("What is the money for?", "A place to go on the first day")
                    .fill("Amount", "12,000")
                    .fill("Due on, like 1 4 2027", typed(today))
                    .press("Add another payment");
            governor.fillWithin("Payment 2", "Amount", "8,000")
                    .fillWithin("Payment 2", "Due on, like 1 4 2027", typed(today.plusMonths(3)))
                    .day("When was it decided?", today)
                    .press("Check the award");
            assertThat(governor.reads()).contains("£12,000.00", "£8,000.00", "£20,000.00");
            governor.press("Commit £20,000");
            assertThat(governor.reads()).contains(award());
            awardPath = governor.path();
        }
    }

    /** A commissioner writes what is agreed; the second payment is made in advance as the first one. */
    void agreementIsOffered() {
        try (Person commissioner = people.apply("commissioner")) {
            commissioner
                    .until(awardPath, "Offer the agreement")
                    .follow("Offer the agreement")
                    .fill("What may it be spent on?", "Wages and rent")
                    .fill("What is to be different for people?", "Nobody stands at the gate alone.")
                    .fill("Why are the others paid in advance?", "The centre has six weeks of reserves.")
                    .press("Offer the agreement to " + Neighbourhood.THRESHOLD_NAME);
            assertThat(commissioner.done()).contains("The agreement is offered");
        }
    }

    /** The organisation reads the letter and signs the version it has read. */
    void agreementIsSigned() {
        try (Person lead = people.apply("lead")) {
            lead.until(awardPath, "Read the agreement").follow("Read the agreement");
            assertThat(lead.reads())
                    .contains("Nobody stands at the gate alone.", "£12,000.00", "six weeks of reserves");
            lead.follow("Sign the agreement")
                    .tick("I have read version 1 of the agreement, and I may sign for " + Neighbourhood.THRESHOLD_NAME)
                    .day("On which day?", today)
                    .press("Sign for £20,000");
            assertThat(lead.done()).contains("The agreement is signed");
        }
    }

    /** A commissioner approves the first instalment, a payer sends it and has it confirmed. */
    void firstInstalmentIsPaid() {
        try (Person commissioner = people.apply("commissioner");
                Person payer = people.apply("payer")) {
            commissioner.until(awardPath, "Approve").follow("Approve").press("Approve £12,000");
            assertThat(commissioner.done()).contains("You have approved");
            payer.until(awardPath, "Send to the bank")
                    .follow("Send to the bank")
                    .press("Record that £12,000 is on its way");
            payer.follow("It was paid")
                    .fill("Reference", "BACS 4711")
                    .day("When was it paid?", today)
                    .press("Record that £12,000 was paid");
            assertThat(payer.done()).contains("Recorded as paid");
        }
    }

    /** The second instalment goes to the bank in a file, and the bank's answer comes back as one. */
    void secondInstalmentIsPaidThroughTheBanksFile() {
        try (Person commissioner = people.apply("commissioner");
                Person payer = people.apply("payer")) {
            commissioner.until(awardPath, "Approve").follow("Approve").press("Approve £8,000");
            payer.until("/payments/bank-file", award()).press("Write the file");
            assertThat(payer.done()).contains("The file is written");
            String reference = payer.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(award()))
                    .locator("th")
                    .innerText();
            payer.go("/payments/bank-answers")
                    .fill("or paste its lines", reference + ",paid," + today + ",FP 4712,")
                    .press("Record the answers");
            assertThat(payer.reads()).contains("1 line read", "Recorded as paid.");
            payer.fill("or paste its lines", reference + ",paid," + today + ",FP 4712,")
                    .press("Record the answers");
            assertThat(payer.reads()).contains("1 line read").containsAnyOf("nothing changed", "Recorded as paid.");
            payer.until(awardPath, "FP 4712");
        }
    }

    /** The fund's figures have moved, its statement has every step, and each line leads to its event. */
    void ledgerTellsIt() {
        try (Person governor = people.apply("governor");
                Person auditor = people.apply("auditor")) {
            governor.until(fundPath, "£12,000.00");
            assertThat(governor.reads()).contains("£30,000.00", "£8,000.00", "£10,000.00");
            governor.follow("Statement of this fund");
            assertThat(governor.reads()).contains("£12,000.00", "£8,000.00", "Payment 1", "was paid");
            auditor.go(governor.path());
            auditor.page()
                    .getByText("BACS 4711")
                    .or(auditor.page().getByText("was paid"))
                    .first()
                    .waitFor();
            String event =
                    auditor.page().locator("main a[href^='/events/']").last().innerText();
            auditor.follow(event);
            assertThat(auditor.reads()).contains(event, "Who, when and with what authority", "£12,000.00", "Leaf hash");
        }
    }

    /** What its fund is called. */
    String fund() {
        return "Way home fund " + name;
    }

    private String award() {
        return "First day home " + name;
    }

    private static Person bankDetails(Person person, String accountNumber) {
        return person.fill("Name on the account", Neighbourhood.THRESHOLD_NAME)
                .fill("Sort code", "20-00-00")
                .fill("Account number", accountNumber);
    }

    private static String typed(LocalDate day) {
        return "%d %d %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
