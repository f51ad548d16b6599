package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.award.FormKey;
import org.tallystick.bid.BidQuery.Partnership;
import org.tallystick.bid.BidQuery.Partnerships;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Typing;
import org.tallystick.registry.OrganisationQuery.Organisations;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class PartnerPagesTest {

    private final Browser browser;
    private final FakeSides sides;

    PartnerPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_lead() throws Exception {
        sides.clear();
        BidSamples.into(sides);
        browser.logIn("applicant_lead");
    }

    @Test
    void the_list_of_tasks_has_a_line_for_partners() throws Exception {
        assertThat(browser.open("/bids/b-started").body())
                .contains("href=\"/bids/b-started/partners\"", "If you want", "together with other organisations");
        assertThat(browser.open("/bids/b-joint").body())
                .contains(">Harbour &lt;House&gt;</a>, <a", "The Long Table has not agreed to its part yet.")
                .contains("href=\"/organisations/o-7\"");
    }

    @Test
    void the_partners_of_a_bid_are_shown_with_what_they_do_see_and_cost() throws Exception {
        assertThat(browser.open("/bids/b-joint/partners").body())
                .contains("Two &lt;mentors&gt;", "Agreed", "Has not agreed yet", "Not said yet")
                .contains("All of the bid, to read", "Its own part and what the project is about")
                .contains("£106,316.14, of which it asks for £50,000", "/bids/b-joint/partners/o-8/remove")
                .contains("Ask another partner", "£212,632.28")
                .containsOnlyOnce("<h1");
        assertThat(browser.open("/bids/b-started/partners").body()).contains("Nobody is asked. You can bid alone.");
    }

    @Test
    void a_partner_is_asked_by_its_number_with_what_it_does_and_sees() throws Exception {
        sides.answer(Organisations.class, query -> new Paged<>(List.of(), 0, 1, 5));
        String page = browser.open("/bids/b-whole/partners/add").body();
        Map<String, String> sent = new HashMap<>(Map.of("key", FormKey.of(page), "partner", "GB-CHC-9000357"));
        assertThat(browser.send("/bids/b-whole/partners/add", sent).body())
                .contains("Say what it will do.", "Choose what its people see and write.");
        sent.put("work", "Two mentors");
        sent.put("sight", "READ");
        HttpResponse<String> done = browser.send("/bids/b-whole/partners/add", sent);
        assertThat(done.uri().getPath()).isEqualTo("/bids/b-whole/partners");
        assertThat(sides.effects())
                .containsExactly(
                        new BidCommand.InvitePartner("b-whole", "GB-CHC-9000357", "Two mentors", PartnerSight.READ));
    }

    @Test
    void a_part_is_changed_as_it_was_read_and_a_partner_is_taken_out_with_a_reason() throws Exception {
        String change = browser.open("/bids/b-joint/partners/o-7/change").body();
        assertThat(change).contains("Two &lt;mentors&gt;", "name=\"readVersion\" value=\"5\"");
        browser.send(
                "/bids/b-joint/partners/o-7/change",
                Map.of("key", FormKey.of(change), "readVersion", "5", "work", "Three", "sight", "WRITE"));
        String remove = browser.open("/bids/b-joint/partners/o-7/remove").body();
        browser.send("/bids/b-joint/partners/o-7/remove", Map.of("key", FormKey.of(remove), "reason", "Other plans"));
        assertThat(sides.effects())
                .containsExactly(
                        new BidCommand.ChangePartner("b-joint", "o-7", 5, "Three", PartnerSight.WRITE),
                        new BidCommand.RemovePartner("b-joint", "o-7", "Other plans"));
        assertThat(browser.open("/bids/b-joint/partners/o-99/change").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_partner_reads_what_it_is_asked_costs_it_and_agrees_to_what_it_read() throws Exception {
        String page = browser.open("/bids/b-asked").body();
        assertThat(page)
                .contains("Harbour &lt;House&gt; asks you to be its partner.", "Two &lt;mentors&gt;")
                .contains(
                        "read every line of your budget", "href=\"/bids/b-asked/budget\"", "A door &lt;that&gt; opens")
                .doesNotContain("They have somewhere to go.", "Check and send", "/bids/b-asked/partners");
        Map<String, String> sent =
                new HashMap<>(Map.of("key", FormKey.of(page), "readVersion", "5", "budgetVersion", "4"));
        assertThat(browser.send("/bids/b-asked/agree", sent).body()).contains("Tick the box to agree to your part.");
        sent.put("statement", "yes");
        browser.send("/bids/b-asked/agree", sent);
        assertThat(sides.effects())
                .containsExactly(new BidCommand.AgreeAsPartner("b-asked", "o-2", 5, 4, Certification.OF_PARTNER));
    }

    @Test
    void where_the_part_changed_meanwhile_nobody_has_agreed() throws Exception {
        String page = browser.open("/bids/b-asked").body();
        sides.refuse(Rejection.of(Refusal.CONFLICT, "readVersion", "You read version 4."));
        assertThat(browser.send(
                                "/bids/b-asked/agree",
                                Map.of(
                                        "key",
                                        FormKey.of(page),
                                        "readVersion",
                                        "4",
                                        "budgetVersion",
                                        "4",
                                        "statement",
                                        "yes"))
                        .body())
                .contains("so you have not agreed", "name=\"readVersion\" value=\"5\"");
    }

    @Test
    void a_partner_says_no_and_is_led_to_its_own_list() throws Exception {
        String page = browser.open("/bids/b-asked/leave").body();
        assertThat(page).contains("Say no to this bid");
        HttpResponse<String> done =
                browser.send("/bids/b-asked/leave", Map.of("key", FormKey.of(page), "reason", "No worker free"));
        assertThat(done.uri().getPath()).isEqualTo("/bids");
        assertThat(sides.effects()).containsExactly(new BidCommand.LeaveBid("b-asked", "o-2", "No worker free"));
    }

    @Test
    void a_partner_writes_its_own_budget_on_the_pages_of_a_budget() throws Exception {
        assertThat(browser.open("/bids/b-asked/budget").body())
                .contains("This is the budget of your own part.", "/bids/b-asked/budget/2027-28");
        String page = browser.open("/bids/b-asked/budget/2027-28").body();
        assertThat(page).contains("Support worker");
        assertThat(browser.open("/bids/b-asked/budget.csv").body()).isEqualTo(BudgetCsv.write(BidSamples.budget()));
        String costing = browser.open("/bids/b-asked/costing").body();
        assertThat(costing)
                .contains("We agree that Second Chance Kitchen asks for")
                .doesNotContain("The part of");
    }

    @Test
    void what_all_of_them_ask_for_together_is_no_more_than_the_largest_award() throws Exception {
        String joint = browser.open("/bids/b-joint/budget/2027-28").body();
        assertThat(joint)
                .contains("You can ask for up to £0 in this year.")
                .contains("to all who make the bid together; so far you ask for £50,000, and the others for £50,000.");
        Map<String, String> typed = new HashMap<>(Typing.of(joint));
        typed.put("step", "ask-all");
        assertThat(Typing.of(browser.send("/bids/b-joint/budget/2027-28", typed).body()))
                .containsEntry("asked", "0");
        assertThat(browser.open("/bids/b-read/budget/2027-28").body()).contains("You can ask for up to £0");
        assertThat(browser.open("/bids/b-asked/budget/2027-28").body())
                .contains("You can ask for up to £50,000")
                .contains("What the others ask for counts too: Harbour &lt;House&gt; sees it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bids/b-asked/project",
                "/bids/b-asked/questions/1",
                "/bids/b-read/project",
                "/bids/b-read/questions/1",
                "/bids/b-written/eligibility",
                "/bids/b-written/check",
                "/bids/b-written/partners",
                "/bids/b-written/partners/add"
            })
    void what_the_lead_does_not_let_a_partner_write_it_is_refused(String path) throws Exception {
        assertThat(browser.open(path).statusCode()).isEqualTo(403);
    }

    @Test
    void what_the_lead_lets_a_partner_see_and_write_it_finds() throws Exception {
        assertThat(browser.open("/bids/b-read").body())
                .contains("They have somewhere to go.", "Who does it together")
                .doesNotContain("/bids/b-read/project");
        assertThat(browser.open("/bids/b-written").body())
                .contains("href=\"/bids/b-written/project\"", "href=\"/bids/b-written/questions/1\"");
        assertThat(browser.open("/bids/b-written/project").body()).contains("A door &lt;that&gt; opens");
    }

    @Test
    void the_costing_sheet_has_a_part_for_each_organisation() throws Exception {
        assertThat(browser.open("/bids/b-joint/costing").body())
                .contains("The part of Second Chance Kitchen", "The part of Harbour &lt;House&gt;", "£212,632.28")
                .contains("budget.csv?of=o-7", "We agree that Second Chance Kitchen asks for £50,000");
        assertThat(browser.open("/bids/b-joint/budget.csv?of=o-7").body())
                .isEqualTo(BudgetCsv.write(new Budget("o-7", BidSamples.budget().years())));
        String lead = BidSamples.budget().organisationId();
        assertThat(browser.open("/bids/b-joint/budget.csv?of=" + lead).body())
                .isEqualTo(BudgetCsv.write(BidSamples.budget()));
    }

    @Test
    void bids_that_others_lead_have_a_list_of_their_own() throws Exception {
        sides.answer(
                Partnerships.class,
                query -> new Paged<>(
                        List.of(
                                partnership("b-asked", PartnerState.INVITED, "A door", ""),
                                partnership("b-left", PartnerState.LEFT, "", "No worker <free>")),
                        2,
                        1,
                        10));
        assertThat(browser.open("/bids").body())
                .contains("Bids that others lead", "You are asked", "href=\"/bids/b-asked\"", "Harbour House")
                .contains("You left", "Why: No worker &lt;free&gt;")
                .doesNotContain("href=\"/bids/b-left\"");
    }

    private static Partnership partnership(String id, PartnerState state, String title, String reason) {
        return new Partnership(
                id,
                "c-open",
                "Doors",
                GrantCallState.OPEN,
                java.time.Instant.parse("2026-12-04T17:00:00Z"),
                "o-7",
                "Harbour House",
                title,
                state.takesPart() ? "Two mentors" : "",
                state,
                reason);
    }
}
