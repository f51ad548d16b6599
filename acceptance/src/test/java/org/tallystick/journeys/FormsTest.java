package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Forms in the hands of people: mistakes, impatience, a log-in that ran out, and no mouse. */
class FormsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @BeforeAll
    static void everybodyIsRegistered() {
        Neighbourhood.settle();
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_leads_to_the_field() {
        try (Person governor = Person.loggedInAs("governor")) {
            governor.go("/funds/open")
                    .fill("Name of the fund", "Fund with a gap")
                    .tick("The earliest contribution first")
                    .tick("Only money that has been received")
                    .day("From which day?", DAY)
                    .press("Open the fund");

            Locator summary = governor.page().locator(".govuk-error-summary");
            assertThat(summary.innerText()).contains("There is a problem", "Say what the fund is for.");
            assertThat(governor.page().title()).startsWith("Error: ");
            assertThat(governor.focused()).as("the summary has the focus").contains("There is a problem");
            assertThat(governor.page().getByLabel("Name of the fund").inputValue())
                    .isEqualTo("Fund with a gap");
            assertThat(governor.page()
                            .getByLabel("The earliest contribution first")
                            .isChecked())
                    .isTrue();
            assertThat(governor.page().getByLabel("Year").inputValue()).isEqualTo("2026");

            governor.follow("Say what the fund is for.");
            assertThat(governor.focused()).contains("What is the fund for?");
            governor.fill("What is the fund for?", "Help on the first day").press("Open the fund");
            assertThat(governor.done()).contains("The fund is open");
        }
    }

    @Test
    void a_form_sent_twice_has_one_effect() {
        try (Person governor = Person.withoutScript("governor")) {
            openFund(governor, "Fund of the impatient");
            String fund = governor.path();
            governor.follow("Record money received");
            fillReceipt(governor, "1,234.56");
            governor.page().locator(".tally-decision button").dblclick();
            governor.page().waitForURL("**" + fund + "?after=*");
            governor.until(fund, "£1,234.56");
            assertThat(governor.reads()).doesNotContain("£2,469.12");
        }
    }

    @Test
    void a_log_in_that_ran_out_keeps_what_was_typed() {
        try (Person governor = Person.newlyLoggedInAs("governor")) {
            governor.go("/funds/open")
                    .fill("Name of the fund", "Fund of a long lunch")
                    .fill("What is the fund for?", "Typed before lunch, sent after it")
                    .tick("Everybody's in proportion")
                    .tick("Only money that has been received")
                    .day("From which day?", DAY);
            governor.context().clearCookies();
            governor.press("Open the fund");
            assertThat(governor.reads()).contains("What you typed is kept");

            governor.fill("Username", "governor").fill("Password", "demo").pressExactly("Log in");
            assertThat(governor.heading()).isEqualTo("Here is what you typed");
            assertThat(governor.reads()).contains("Fund of a long lunch", "Typed before lunch, sent after it");
            governor.press("Send it");
            assertThat(governor.done()).contains("The fund is open");
        }
    }

    @Test
    void a_fund_is_opened_with_the_keyboard_alone() {
        try (Person governor = Person.anyone()) {
            Keyboard keys = new Keyboard(governor);
            governor.go("/log-in");
            keys.to("Username").type("governor");
            keys.to("Password").type("demo");
            keys.enter();
            keys.to("Funds").enter();
            keys.to("Open a fund").enter();
            keys.to("Name of the fund").type("Fund without a mouse");
            keys.to("What is the fund for?").type("To see that it can be done");
            keys.to("Everybody's in proportion").space();
            keys.to("Only money that has been received").space();
            keys.to("Day").type("1");
            keys.to("Month").type("4");
            keys.to("Year").type("2026");
            keys.to("Open the fund").enter();
            governor.page().waitForURL(Pattern.compile(".*/funds/fund-.*"));
            assertThat(governor.done()).contains("The fund is open");
            assertThat(governor.heading()).contains("Fund without a mouse");
        }
    }

    private static void openFund(Person governor, String name) {
        governor.go("/funds/open")
                .fill("Name of the fund", name)
                .fill("What is the fund for?", "To try the forms")
                .tick("Everybody's in proportion")
                .tick("Only money that has been received")
                .day("From which day?", DAY)
                .press("Open the fund");
    }

    private static void fillReceipt(Person governor, String amount) {
        governor.select("Who gives it?", Neighbourhood.EASTMOOR_NAME)
                .fill("Amount received", amount)
                .fill("Reference", "BACS 99")
                .day("When did it arrive?", DAY);
    }
}
