package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.tallystick.fund.FundWords;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.UkTime;

/** The way of a call through the forms: written by one person, approved by another, asked about and answered. */
final class CallJourney {

    /** From the day on which it is written to the day on which it has closed. */
    static final int LONGEST_DAYS = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final String title;
    private final String fund;
    private final Function<String, Person> people;
    private final LocalDate today;
    private String path = "";

    /**
     * @param name what sets this call apart from others
     * @param fund how the fund it draws on stands in the list to choose from
     * @param people lets somebody log in
     * @param today the day on which it is written; it opens on the next at nine
     */
    CallJourney(String name, String fund, Function<String, Person> people, LocalDate today) {
        this.title = "Doors that open " + name;
        this.fund = fund;
        this.people = people;
        this.today = today;
    }

    /** What it is called. */
    String title() {
        return title;
    }

    /** Where its page is. */
    String path() {
        return path;
    }

    /** When it has opened. */
    static Instant open(LocalDate today) {
        return today.plusDays(1).atTime(10, 0).atZone(UkTime.ZONE).toInstant();
    }

    /** The first day of the work of its awards: that of a financial year, so that they are paid in quarters. */
    static LocalDate workStarts(LocalDate today) {
        return FinancialYear.of(today.plusDays(LONGEST_DAYS)).next().firstDay();
    }

    /** A commissioner writes it, looks at it as applicants will, and keeps it; nobody else sees it. */
    void draftIsWritten() {
        try (Person commissioner = people.apply("commissioner");
                Person anyone = Person.anyone()) {
            commissioner.go("/calls").follow("Write a call");
            about(commissioner);
            rows(commissioner);
            commissioner
                    .fill("Day it opens", DAY.format(today.plusDays(1)))
                    .fill("Time it opens", "9am")
                    .fill("Day it closes", DAY.format(today.plusDays(3)))
                    .fill("Time it closes", "17:00")
                    .fill("Decided by", DAY.format(today.plusDays(LONGEST_DAYS)))
                    .fill("All applicants hear by", DAY.format(today.plusDays(LONGEST_DAYS)))
                    .fill("Awards begin from", DAY.format(workStarts(today)))
                    .fill("How do applicants get feedback?", "In writing")
                    .pressExactly("Preview as applicants will see it");
            assertThat(commissioner.reads())
                    .contains("This is a grant.", "£20,000", DAY.format(today.plusDays(3)) + " at 5pm");
            commissioner.press("Keep the draft");
            assertThat(commissioner.done()).contains("The draft is kept");
            path = commissioner.path();
            anyone.go(path);
            assertThat(anyone.reads()).doesNotContain(title);
        }
    }

    /** A governor finds it among what needs her, reads it and approves it; from then on everybody can read it. */
    void callIsApproved() {
        try (Person governor = people.apply("governor");
                Person anyone = Person.anyone()) {
            governor.until("/", "Approve the call “" + title + "”");
            governor.go(path).follow("Approve the call").press("Approve, set £20,000 aside");
            assertThat(governor.done()).contains("approved and announced");
            anyone.until("/calls?state=SCHEDULED", title).follow(title);
            assertThat(anyone.reads()).contains("Who may apply", "What difference will it make?", "To come");
        }
    }

    /** An organisation asks, the commissioner answers, everybody reads it. */
    void questionIsAskedAndAnswered() {
        try (Person lead = people.apply("lead");
                Person commissioner = people.apply("commissioner")) {
            lead.go(path)
                    .follow("Ask a question about this call")
                    .fill("What would you like to know?", "May two of us apply?")
                    .press("Ask HMP Eastmoor");
            assertThat(lead.done()).contains("Your question is sent");
            commissioner
                    .until("/", "Answer what was asked about the call “" + title + "”")
                    .go(path);
            commissioner.follow("Answer it").fill("Your answer", "Yes.").press("Publish the answer");
            lead.until(path, "Answered on");
        }
    }

    /** It closes a day later, with a reason that everybody reads. */
    void callIsChanged() {
        try (Person commissioner = people.apply("commissioner")) {
            commissioner
                    .go(path)
                    .follow("Change the call")
                    .fill("Day it closes", DAY.format(today.plusDays(4)))
                    .fill("Why does it change?", "A day more, since many asked for it.")
                    .pressExactly("Look at the changes");
            commissioner.press("Publish the changes");
            assertThat(commissioner.reads())
                    .contains("A day more, since many asked for it.", DAY.format(today.plusDays(4)) + " at 5pm");
        }
    }

    /** It will not be decided after all. */
    void callIsWithdrawn() {
        try (Person governor = people.apply("governor")) {
            governor.go(path)
                    .follow("Withdraw the call")
                    .fill("Why?", "The building is not safe.")
                    .press("Withdraw the call for good");
            assertThat(governor.reads()).contains("Withdrawn, because:", "The building is not safe.");
        }
    }

    private void about(Person commissioner) {
        commissioner
                .fill("Title", title)
                .fill("What it is for", "A door that is open in the evening")
                .fill("Why it is needed", "71 of 212 had nowhere to go")
                .fill("Where", "Eastmoor")
                .fill("Who it is for", "Women leaving prison")
                .select("Fund", fund)
                .select("Money of the year", FundWords.year(FinancialYear.of(workStarts(today))))
                .fill("Amount", "£20,000")
                .fill("Smallest award", "1,000")
                .fill("Largest award", "20,000")
                .fill("How many months does an award run?", "24")
                .tick("Anything the organisation is for");
        for (String question : new String[] {"capped", "specifiedService", "rightToService", "testsSomethingNew"}) {
            commissioner
                    .page()
                    .locator("input[name=" + question + "][value=no]")
                    .check();
        }
        commissioner.page().locator("input[name=supportsPurpose][value=yes]").check();
    }

    private static void rows(Person commissioner) {
        commissioner.fillWithin("Condition 1", "Question", "Do you work in Eastmoor?");
        commissioner
                .fillWithin("Question 1", "Question", "What will you do?")
                .fillWithin("Question 1", "Most words", "300");
        commissioner.press("Leave out question 3").press("Leave out question 2").press("Add another question");
        commissioner
                .fillWithin("Question 2", "Question", "What difference will it make?")
                .fillWithin("Question 2", "Most words", "200");
        criterion(commissioner, 1, "Reach", "60");
        criterion(commissioner, 2, "Led by women", "40");
    }

    private static void criterion(Person commissioner, int number, String name, String weight) {
        String group = "Criterion " + number;
        commissioner
                .fillWithin(group, "Name", name)
                .fillWithin(group, "Weight in per cent", weight)
                .fillWithin(group, "What a weak answer looks like", "Says that it matters")
                .fillWithin(group, "What a strong answer looks like", "Shows who comes, and why they stay");
    }
}
