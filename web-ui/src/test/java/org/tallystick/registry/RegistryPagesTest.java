package org.tallystick.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.history.HistoryQuery;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class RegistryPagesTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private final Browser browser;
    private final FakeSides sides;

    RegistryPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void some_organisations() {
        sides.clear();
        RegistrySamples.into(sides, 500);
    }

    @Test
    void anyone_may_search_the_register_and_take_it_away() throws Exception {
        String page = browser.open("/organisations?q=charitty&kind=VOLUNTARY_ORGANISATION&page=2")
                .body();
        assertThat(page)
                .contains("value=\"charitty\"", "of <strong>500</strong>", "Charity, number 51", "£123,456.78")
                .contains("Voluntary organisation (500)", "Llanfairpwll")
                .doesNotContain("apply for registration");
        assertThat(browser.open("/organisations.csv?q=x").body())
                .startsWith("\ufeffidentifier,name,kind")
                .contains("GB-CHC-1000001,\"'=Charity, number 1\",voluntary organisation,registered,Eastmoor,no,3,")
                .hasLineCount(501);
    }

    @Test
    void an_empty_register_says_how_entries_come_to_be() throws Exception {
        RegistrySamples.into(sides, 0);
        assertThat(browser.open("/organisations?q=nobody").body())
                .contains("No organisation found", "No organisations</strong> match", "as soon as it has applied");
    }

    @Test
    void anyone_sees_the_entry_and_nothing_that_is_not_public() throws Exception {
        assertThat(browser.open("/organisations/verified").body())
                .contains("Llanfairpwll", "GB-COH-09506232", "Companies House", "Holds from 1 June 2026 to 31 May 2028")
                .contains("Women and girls", "/public/awards?recipient=verified")
                .doesNotContain("p-9", "Where it is paid", "What you can do", "Account number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            governor         | applied   | register,close,rename,add-identifier | suspend,reinstate,give-role
            governor         | verified  | suspend,close,challenge-standing | register,claim-standing,verify-standing
            governor         | challenged | decide-challenge | refuse-standing,verify-standing,challenge-standing
            applicant_lead   | challenged | decide-challenge | evidence-standing,claim-standing
            governor         | evidenced | reinstate,verify-standing,refuse-standing | suspend,confirm-bank-details
            governor         | o-1       | give-role,take-role,set-limit,rename | register,propose-bank-details
            commissioner     | applied   | register | close,rename
            commissioner     | o-2       | confirm-bank-details,reject-bank-details | propose-bank-details
            commissioner     | evidenced | reject-bank-details | confirm-bank-details
            payer            | o-2       | confirm-bank-details,reject-bank-details | register,rename
            applicant_lead   | o-2       | confirm-bank-details,evidence-standing,give-role | claim-standing,suspend
            applicant_member | o-2       | propose-bank-details,cost-profile | confirm-bank-details,give-role
            applicant_lead   | verified  | challenge-standing | rename,close,propose-bank-details
            auditor          | o-1       | '' | rename,close,give-role
            governor         | closed    | '' | rename,close,suspend
            """)
    void each_role_finds_its_steps_in_each_state(String who, String id, String shown, String hidden) throws Exception {
        browser.logIn(who);
        String page = browser.open("/organisations/" + id).body();
        assertThat(page).contains("Llanfairpwll");
        for (String step : shown.isEmpty() ? new String[0] : shown.split(",")) {
            assertThat(page).contains("href=\"/organisations/" + id + "/" + step + "\"");
        }
        for (String step : hidden.split(",")) {
            assertThat(page).doesNotContain("/organisations/" + id + "/" + step + "\"");
        }
    }

    @Test
    void every_step_has_a_page_that_says_what_happens_and_who_sees_it() throws Exception {
        for (Step step : Step.values()) {
            String who = switch (step) {
                case PROPOSE_BANK_DETAILS, CLAIM_STANDING, EVIDENCE_STANDING, COST_PROFILE -> "applicant_lead";
                case CONFIRM_BANK_DETAILS, REJECT_BANK_DETAILS -> "commissioner";
                default -> "governor";
            };
            browser.logIn(who);
            HttpResponse<String> page = browser.open("/organisations/verified/" + step.path());
            assertThat(page.statusCode()).as(step.path()).isEqualTo(200);
            assertThat(page.body()).contains("Who will see it:", "Cancel").containsPattern(KEY);
        }
    }

    @Test
    void bank_details_are_masked_but_for_the_one_who_has_to_check_those_that_wait() throws Exception {
        browser.logIn("payer");
        assertThat(browser.open("/organisations/o-2").body())
                .contains("•••••678", "New bank details wait", "p-applicant_member, 20 November 2026")
                .contains("Kitchen Trust", "••-••-52", "•••••321")
                .doesNotContain("12345678", "200051", "87654321", "30-00-52");
        for (String step : new String[] {"confirm-bank-details", "reject-bank-details"}) {
            assertThat(browser.open("/organisations/o-2/" + step).body())
                    .contains("Kitchen Trust", "30-00-52", "87654321", "p-applicant_member")
                    .doesNotContain("12345678", "200051");
        }
        assertThat(browser.open("/organisations/o-2/confirm-bank-details").body())
                .contains("You are the second person", "name=\"accountNumber\"")
                .doesNotContain("value=\"87654321\"");
    }

    @Test
    void why_it_is_suspended_or_challenged_stands_beside_it_in_the_words_of_who_decided() throws Exception {
        browser.logIn("applicant_lead");
        assertThat(browser.open("/organisations/evidenced").body())
                .contains("Why it is suspended", "Accounts are &lt;missing&gt;");
        assertThat(browser.open("/organisations/challenged").body())
                .contains("Why it is challenged", "The survey is &lt;old&gt;");
        assertThat(browser.open("/organisations/verified").body()).doesNotContain("Why it is");
    }

    @Test
    void a_doubt_is_decided_about_with_a_reason() throws Exception {
        browser.logIn("governor");
        String page = browser.open("/organisations/challenged/decide-challenge").body();
        assertThat(page).contains("The doubt", "The survey is &lt;old&gt;", "It is not, or not any longer");
        assertThat(browser.send("/organisations/challenged/decide-challenge", Map.of("reason", "Read it"))
                        .body())
                .contains("Choose what you think.");
        browser.send(
                "/organisations/challenged/decide-challenge",
                Map.of("decision", "DISMISSED", "reason", "Read it", "key", "k"));
        assertThat(sides.effects())
                .containsExactly(new OrganisationCommand.DecideByAndForChallenge(
                        "challenged", ChallengeDecision.DISMISSED, "Read it"));
    }

    @Test
    void its_own_people_read_its_history_and_strangers_do_not() throws Exception {
        browser.logIn("applicant_member");
        assertThat(browser.open("/organisations/o-2").body())
                .contains("id=\"history\"", ">Suspended<", "No accounts &lt;since&gt; 2024")
                .contains("governor, HMP Northfield", "Name changed to Second Chance Kitchen")
                .contains("Show the 23 steps before these", "/organisations/o-2?history=all#history")
                .doesNotContain("href=\"/events");
        assertThat(browser.open("/organisations/o-2?history=all").body())
                .contains("23 earlier steps are not shown here")
                .doesNotContain("history=all");
        assertThat(sides.lastAsked(HistoryQuery.HistoryOf.class).size()).isEqualTo(Paged.MOST);
        assertThat(browser.open("/organisations/verified").body()).doesNotContain("id=\"history\"");
    }

    @Test
    void people_and_limits_are_for_its_own_people_and_auditors() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/organisations/o-1").body())
                .contains("p-x", "£50,000", "from 1 April 2026", "Staff: 6.5 full-time");
        assertThat(browser.open("/organisations/verified").body()).doesNotContain("p-x");
    }

    @Test
    void an_auditor_reads_what_happened_to_it_and_opens_each_event() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/organisations/o-1").body())
                .contains("Name changed to", "p-9, governor", "href=\"/events/7\"", "/events?about=o-1");
    }

    @Test
    void a_refused_application_keeps_what_was_typed_and_names_the_field() throws Exception {
        browser.logIn("governor");
        browser.open("/apply-for-registration");
        Map<String, String> fields = new HashMap<>(Map.of(
                "name",
                "Roots & Routes",
                "kind",
                "VOLUNTARY_ORGANISATION",
                "register",
                "GB-CHC",
                "organisationId",
                "12"));
        HttpResponse<String> page = browser.send("/apply-for-registration", fields);
        assertThat(page.body())
                .contains("There is a problem", "6 or 7 digits", "value=\"Roots &amp; Routes\"", "value=\"12\"")
                .containsPattern("value=\"VOLUNTARY_ORGANISATION\"[^>]*checked");
        assertThat(sides.effects()).isEmpty();
        fields.put("organisationId", "GB-CHC-1090095");
        fields.put("otherIdentifiers", "gb-coh-9506232\n");
        page = browser.send("/apply-for-registration", fields);
        assertThat(sides.effects())
                .containsExactly(new OrganisationCommand.ApplyForRegistration(
                        "GB-CHC-1090095",
                        "Roots & Routes",
                        OrganisationKind.VOLUNTARY_ORGANISATION,
                        java.util.List.of("GB-COH-09506232"),
                        ""));
        assertThat(page.uri().getQuery()).isEqualTo("after=" + FakeSides.POSITION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/apply-for-registration", "/organisations/o-1/rename"})
    void forms_are_not_for_those_who_may_not_use_them(String path) throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open(path).statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_sent_twice_has_its_effect_once() throws Exception {
        browser.logIn("applicant_lead");
        Matcher key = KEY.matcher(
                browser.open("/organisations/o-2/propose-bank-details").body());
        assertThat(key.find()).isTrue();
        Map<String, String> fields =
                Map.of("key", key.group(1), "accountName", "SCK", "sortCode", "20-00-51", "accountNumber", "12345678");
        for (int i = 0; i < 2; i++) {
            assertThat(browser.send("/organisations/o-2/propose-bank-details", fields)
                            .body())
                    .contains("a second person, at your organisation");
        }
        assertThat(sides.effects()).hasSize(1);
    }

    @Test
    void what_the_registry_refuses_stands_on_the_form_with_all_that_was_typed() throws Exception {
        browser.logIn("governor");
        browser.open("/organisations/verified/close");
        sides.refuse(Rejection.of(Refusal.WRONG_STATE, "It is closed."));
        assertThat(browser.send("/organisations/verified/close", Map.of("reason", "Wound <up>"))
                        .body())
                .contains("It is closed.", "Wound &lt;up&gt;", "cannot be undone");
    }

    @Test
    void a_claim_asks_for_shares_only_and_takes_several_groups() throws Exception {
        browser.logIn("applicant_lead");
        browser.open("/organisations/o-2/claim-standing");
        assertThat(browser.send("/organisations/o-2/claim-standing", Map.of("boardPercent", "eighty"))
                        .body())
                .contains("Choose at least one community.", "whole number from 0 to 100", "value=\"eighty\"");
        browser.send(
                "/organisations/o-2/claim-standing",
                Map.of(
                        "groups",
                        "DEI090000",
                        "boardPercent",
                        "80 %",
                        "seniorStaffPercent",
                        "60",
                        "servedPercent",
                        "90"));
        assertThat(sides.effects())
                .containsExactly(new OrganisationCommand.ClaimByAndForStanding(
                        "o-2", new ByAndForClaim(java.util.List.of("DEI090000"), 80, 60, 90)));
    }

    @Test
    void a_cost_profile_takes_another_row_without_losing_or_recording_anything() throws Exception {
        browser.logIn("applicant_member");
        assertThat(browser.open("/organisations/o-2/cost-profile").body())
                .contains("value=\"Rent\"", "value=\"40,000\"", "value=\"6.5\"");
        Map<String, String> fields = new HashMap<>(Map.of(
                "rows", "1", "name-1", "Rent", "amount-1", "40,000", "source-1", "", "more", "row", "staff", "6.5"));
        assertThat(browser.send("/organisations/o-2/cost-profile", fields).body())
                .contains("Row 2", "value=\"40,000\"")
                .doesNotContain("There is a problem");
        fields.remove("more");
        assertThat(browser.send("/organisations/o-2/cost-profile", fields).body())
                .contains("Say where the figure in row 1 comes from.", "Choose the financial year.");
        assertThat(sides.effects()).isEmpty();
        fields.putAll(Map.of(
                "source-1", "Accounts", "financialYear", "2026-27", "weeklyHours", "37", "runningCost", "£330,000.00"));
        browser.send("/organisations/o-2/cost-profile", fields);
        assertThat(sides.effects())
                .containsExactly(new OrganisationCommand.RecordCostProfile(
                        "o-2",
                        new CostProfile(
                                org.tallystick.platform.FinancialYear.parse("2026-27"),
                                java.util.List.of(new CostProfile.OverheadPool("Rent", 4_000_000, "Accounts")),
                                650,
                                37,
                                33_000_000)));
    }
}
