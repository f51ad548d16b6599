package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.history.ProvenanceQuery.Findings;
import org.tallystick.history.ProvenanceQuery.Found;
import org.tallystick.history.ProvenanceQuery.Group;
import org.tallystick.history.ProvenanceQuery.Search;
import org.tallystick.history.ProvenanceQuery.SearchHit;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class SearchPageTest {

    private final Browser browser;
    private final FakeSides sides;

    SearchPageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void something_to_find() throws Exception {
        sides.clear();
        sides.answer(Search.class, query -> new Findings(SearchedFor.of(query.q()), groups()));
        browser.logIn("auditor");
    }

    private static List<Group> groups() {
        LocalDate day = LocalDate.of(2026, 5, 20);
        return List.of(
                new Group(
                        Found.EVENT,
                        12,
                        List.of(new SearchHit("award-1", "award.PaymentPaid", "Award", 1_042L, 125_000L, day))),
                new Group(
                        Found.ORGANISATION,
                        2,
                        List.of(new SearchHit("GB-CHC-1000001", "Lantern <Centre>", "Northmere", null, null, null))),
                new Group(
                        Found.ACCOUNT,
                        1,
                        List.of(new SearchHit("award:award-1:obligated", "x", "", null, -100L, null))),
                new Group(Found.BID, 1, List.of(new SearchHit("bid-1", "", "Lantern", null, 5L, null))));
    }

    @Test
    void findings_stand_in_groups_and_each_leads_to_its_page() throws Exception {
        assertThat(browser.open("/search?q=1,250").body())
                .contains("Events", "(12)", "href=\"/events/1042\"", "Payment paid", "20 May 2026", "£1,250.00")
                .contains("Lantern &lt;Centre&gt;", "href=\"/organisations/GB-CHC-1000001\"")
                .contains("href=\"/ledger/statements/account/award:award-1:obligated\"", "href=\"/bids/bid-1\"")
                .contains("as event 1,250; a sum of £1,250.00; a reference of the bank; a name or an id")
                .contains("11 more are not shown", "href=\"/organisations?q=1%2C250\"")
                .contains("value=\"1,250\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=%20%20"})
    void before_anything_is_typed_it_says_what_can_be_found(String nothing) throws Exception {
        assertThat(browser.open("/search" + nothing).body())
                .contains("What can be found", "31 March 2026")
                .doesNotContain("Nothing was found");
        assertThat(sides.asked(Search.class)).isZero();
    }

    @Test
    void where_nothing_is_found_it_says_what_to_try() throws Exception {
        sides.answer(Search.class, query -> new Findings(SearchedFor.of(query.q()), List.of()));

        assertThat(browser.open("/search?q=%3Cb%3Ezz").body())
                .contains("Nothing was found", "&lt;b&gt;zz", "Try this", "href=\"/events\"");
    }

    @Test
    void too_much_is_kept_and_refused() throws Exception {
        assertThat(browser.open("/search?q=" + "x".repeat(201)).body())
                .contains("Search for at most 200 characters", "x".repeat(201), "Error: ");
        assertThat(sides.asked(Search.class)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"governor", "payer", "applicant_lead", "assessor", "coordinator", "referrer"})
    void it_is_for_auditors_only(String person) throws Exception {
        browser.logIn(person);
        assertThat(browser.open("/search?q=Lantern").body())
                .contains("open to auditors")
                .doesNotContain("GB-CHC-1000001");
    }
}
