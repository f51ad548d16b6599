package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** The way of a bid through the forms: begun with one click, written by a member, worked out, and sent by a lead. */
final class BidJourney {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final String title;
    private final String callPath;
    private final LocalDate starts;
    private final Function<String, Person> people;
    private final boolean script;
    private String path = "";

    /**
     * @param name what sets this bid apart from others
     * @param callPath where the page of the call is
     * @param starts the first day of the work
     * @param people lets somebody log in
     * @param script whether what is typed is worked out at once
     */
    BidJourney(String name, String callPath, LocalDate starts, Function<String, Person> people, boolean script) {
        this.title = "A lamp in the window " + name;
        this.callPath = callPath;
        this.starts = starts;
        this.people = people;
        this.script = script;
    }

    /** What the project is called. */
    String title() {
        return title;
    }

    /** Where its page is. */
    String path() {
        return path;
    }

    /** A member begins it, says that the organisation may apply, and describes the project. */
    void bidIsBegun() {
        try (Person member = people.apply("member")) {
            member.until(callPath, "It closes in").press("Start a bid");
            assertThat(member.done()).contains("Your bid is begun.");
            path = member.path();
            member.follow("Whether you may apply").tick("Yes").press("Save and go on");
            assertThat(member.heading()).isEqualTo("Your project in short");
            member.fill("What is it called?", title)
                    .fill("What will be done, and for whom?", "Two evenings a week, for women who come home.")
                    .fill("Where?", "Eastmoor")
                    .fill("When does it start?", DAY.format(starts))
                    .press("Save and go on");
            assertThat(member.heading()).isEqualTo("What will you do?");
        }
    }

    /** Too many words are kept, and said; fewer are done. */
    void questionsAreAnswered() {
        try (Person member = people.apply("member")) {
            member.go(path + "/questions/1").fill("Your answer", "open ".repeat(301));
            if (script) {
                member.page().getByText("You have 1 word too many").waitFor();
            }
            member.press("Save and see all parts");
            assertThat(member.done()).contains("it has 301 words, and the call allows 300");
            member.follow("What will you do?")
                    .fill("Your answer", "We open the door.")
                    .press("Save and go on");
            assertThat(member.heading()).isEqualTo("What difference will it make?");
            member.fill("Your answer", "Nobody waits at the station.").press("Save and go on");
            assertThat(member.heading()).isEqualTo("What it costs and who pays");
        }
    }

    /** The budget: its full cost appears while it is typed, or with a button; who carries the gap is said. */
    void budgetIsWorkedOut() {
        try (Person member = people.apply("member")) {
            member.go(path + "/budget").follow("Begin with");
            costs(member);
            if (!script) {
                member.press("Work it out");
            }
            member.page()
                    .getByText("Your premises and office cost £8,000 a year for 2 people; this project is 0.5 of them,"
                            + " so £2,000.")
                    .waitFor();
            assertThat(member.reads()).contains("Support worker: 0.5 of a full-time post", "£24,833.34");
            member.press("Fill in the most you can ask for");
            assertThat(member.page().getByLabel("Asked for in this year").inputValue())
                    .startsWith("20,000");
            member.fill("Asked for in this year", "12k").pressExactly("Save and see all parts");
            assertThat(member.reads()).contains("There is a problem", "must be in full, like 12,000 instead of 12k");
            member.fill("Asked for in this year", "£20,000").press("Fill in what nobody carries yet");
            assertThat(member.reads()).contains("All of it is carried.");
            member.press("Save the budget of");
            assertThat(member.done()).contains("is saved.");
            assertThat(member.reads())
                    .contains("£24,833.34", "£20,000.00", "£4,833.34 is carried by the organisation's reserves");
            member.follow("Costing sheet for your board");
            assertThat(member.reads()).contains("Agreed by the board", "Signature");
        }
    }

    /** It goes out as a spreadsheet and comes back with another word in it. */
    void budgetComesBackAsASpreadsheet() {
        try (Person member = people.apply("member")) {
            member.go(path + "/budget").follow("Put a spreadsheet in place of the budget");
            byte[] file = member.context().request().get(path + "/budget.csv").body();
            String text = new String(file, StandardCharsets.UTF_8).replace("Support worker", "Key worker");
            member.page()
                    .getByLabel("The file")
                    .setInputFiles(new FilePayload("budget.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
            member.press("Look at what would change").press("Put the file in place of the budget");
            assertThat(member.done()).contains("The budget of the file is saved.");
        }
    }

    /** A member may not send it, and is told who can; a lead stands for it, sends it, and could still change it. */
    void bidIsSent() {
        try (Person member = people.apply("member");
                Person lead = people.apply("lead")) {
            member.go(path + "/check");
            assertThat(member.reads()).contains("Only a lead of your organisation can send a bid", "We open the door.");
            lead.until("/", "Finish and send the bid “" + title + "”");
            lead.go(path).follow("Check and send").press("Send bid to HMP Eastmoor");
            assertThat(lead.reads()).contains("Tick the box to sign off this bid.");
            lead.tickStatement("statement").press("Send bid to HMP Eastmoor");
            assertThat(lead.done()).contains("Your bid is sent to HMP Eastmoor.");
            assertThat(lead.reads()).contains("Reopen the bid", "Budget saved, version 2");
        }
    }

    private static void costs(Person member) {
        member.fillWithin("Person 1", "Role", "Support worker")
                .fillWithin("Person 1", "How much", "0.5")
                .fillWithin("Person 1", "Full-time salary", "£30,000")
                .fillWithin("Person 1", "On-costs", "5,000.00")
                .fillWithin("This project", "Time (%)", "30")
                .fillWithin("Other work 1", "Name", "Everything else")
                .fillWithin("Other work 1", "People", "1")
                .fillWithin("Other work 1", "Time (%)", "60")
                .fillWithin("Other work 1", "Direct cost a year", "35000")
                .fillWithin("Central functions", "People", "0.3")
                .fillWithin("Governance and planning", "People", "0.2")
                .fillWithin("Governance and planning", "Time (%)", "10");
    }
}
