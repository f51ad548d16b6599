package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is open to everybody, and what the past looks like. */
class OpenAndPastTest {

    @BeforeAll
    static void everybodyIsRegistered() {
        Neighbourhood.settle();
    }

    @Test
    void people_who_are_not_logged_in_see_public_pages_only() {
        try (Person anyone = Person.anyone()) {
            for (String closed :
                    new String[] {"/funds", "/funds/open", "/ledger", "/events", "/payments", "/awards/new"}) {
                anyone.go(closed);
                assertThat(anyone.heading()).as(closed).isEqualTo("Log in");
            }
            for (String open : new String[] {"/", "/public/awards", "/how-to-read-the-figures", "/accessibility"}) {
                anyone.go(open);
                assertThat(anyone.heading()).as(open).isNotEqualTo("Log in").isNotBlank();
            }
        }
    }

    @Test
    void the_trial_balance_of_a_past_day_wears_the_purple_bar() {
        try (Person auditor = Person.loggedInAs("auditor")) {
            auditor.go("/ledger");
            Locator bar = auditor.page().locator(".tally-asat");
            assertThat(bar.count()).isZero();
            auditor.fill("What had taken effect by", "31 March 2026").press("Show that time");
            assertThat(bar.innerText()).contains("You are looking at the past", "31 March 2026");
            assertThat(bar.evaluate("e => getComputedStyle(e).backgroundColor")).isEqualTo("rgb(84, 52, 127)");
            auditor.follow("Back to now");
            assertThat(bar.count()).isZero();
        }
    }
}
