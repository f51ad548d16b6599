package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Function;
import org.tallystick.fund.FundWords;
import org.tallystick.platform.FinancialYear;

/** What there is before anybody is awarded anything: a fund with money in it, and an organisation that can be paid. */
final class FundJourney {

    private final String name;
    private final Function<String, Person> people;
    private final LocalDate today;
    private String fundPath = "";

    /**
     * @param name what sets this journey's fund apart from others
     * @param people lets somebody log in
     * @param today the day on which all this happens
     */
    FundJourney(String name, Function<String, Person> people, LocalDate today) {
        this.name = name;
        this.people = people;
        this.today = today;
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
                    .select("For which financial year?", yearOfTheWork())
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

    /** What the organisation costs to run, once for all of its bids. */
    void costsOfRunningAreRecorded() {
        try (Person lead = people.apply("lead")) {
            lead.go("/organisations/" + Neighbourhood.THRESHOLD).follow("Record what it costs to run");
            lead.select("Financial year", FundWords.year(FinancialYear.of(today)));
            cost(lead, 1, "Premises and office", "8,000");
            cost(lead, 2, "Central staff and services", "9,600");
            cost(lead, 3, "Governance", "4,400");
            lead.fill("Staff, as full-time people", "2")
                    .fill("All running cost of the year", "74,500")
                    .press("Record these costs");
            assertThat(lead.done()).contains("The costs are recorded.");
        }
    }

    /** The governor commits £20,000 without a call; the organisation is found in spite of a typing error. */
    void awardIsMadeWithoutACall() {
        try (Person governor = people.apply("governor")) {
            governor.go(fundPath).follow("Make an award from this fund");
            governor.fill("Search registered organisations", "Treshold Womens").press("Search");
            governor.follow(Neighbourhood.THRESHOLD_NAME);
            governor.fill("Title", "First day home " + name)
                    .fill("What is the money for?", "A place to go on the first day")
                    .select("Money of the year", yearOfTheWork())
                    .fill("Amount", "2,000")
                    .fill("Due on, like 1 4 2027", typed(today))
                    .press("Add another payment");
            governor.selectWithin("Payment 2", "Money of the year", yearOfTheWork())
                    .fillWithin("Payment 2", "Amount", "1,000")
                    .fillWithin("Payment 2", "Due on, like 1 4 2027", typed(today.plusMonths(3)))
                    .day("When was it decided?", today)
                    .press("Check the award");
            assertThat(governor.reads()).contains("£2,000.00", "£1,000.00", "£3,000.00");
            governor.press("Commit £3,000");
            assertThat(governor.reads()).contains("First day home " + name);
        }
    }

    /** What its fund is called. */
    String fund() {
        return "Way home fund " + name;
    }

    /** Where the page of its fund is. */
    String fundPath() {
        return fundPath;
    }

    private String yearOfTheWork() {
        return FundWords.year(FinancialYear.of(CallJourney.workStarts(today)));
    }

    private static void cost(Person lead, int row, String what, String amount) {
        lead.fillWithin("Row " + row, "What for", what)
                .fillWithin("Row " + row, "For the year", amount)
                .fillWithin("Row " + row, "Where the figure comes from", "Accounts, note " + (6 + row));
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
