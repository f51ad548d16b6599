package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.ledger.GapQuery.Carried;
import org.tallystick.ledger.GapQuery.GapBy;
import org.tallystick.ledger.GapQuery.GapLine;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.GapQuery.GapsView;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.opendata.PublicQuery.FlowView;
import org.tallystick.opendata.PublicQuery.MoneyFlow;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.PointInTime;
import org.tallystick.registry.OrganisationKind;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.Organisations;
import org.tallystick.registry.OrganisationState;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class LedgerPagesTest {

    private static final String ACCOUNT = "/ledger/statements/account/fund:north:available";

    private final Browser browser;
    private final FakeSides sides;

    LedgerPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_ledger() {
        sides.clear();
        LedgerSamples.into(sides, 1_100);
    }

    @Test
    void the_trial_balance_is_balanced_and_each_account_leads_to_its_statement() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/ledger").body())
                .contains(
                        "Balanced",
                        "£11,000.00",
                        ">Northfield resettlement fund: free",
                        "In funds, free",
                        "href=\"/events/1100\"")
                .contains("href=\"/ledger/statements/account/fund:north:available\"")
                .contains("/ledger/export?format=csv", "/ledger/export?format=jsonl", "/ledger/export?format=hledger")
                .doesNotContain("You are looking at the past");
        assertThat(browser.open("/ledger?stage=available").body())
                .contains("Only some accounts are shown")
                .doesNotContain("Contributor HMP Eastmoor");
    }

    @Test
    void an_account_is_found_by_the_name_in_it_as_by_its_id() throws Exception {
        sides.answer(
                Organisations.class,
                query -> new Paged<>(
                        List.of(new OrganisationSummary(
                                "GB-GOR-EA101",
                                "HMP Eastmoor",
                                OrganisationKind.STATUTORY_BODY,
                                OrganisationState.REGISTERED,
                                "",
                                false,
                                0,
                                0)),
                        1,
                        1,
                        500));
        sides.answer(Funds.class, _ -> new Paged<>(List.of(), 0, 1, 500));
        sides.answer(Awards.class, _ -> new Paged<>(List.of(), 0, 1, 500));
        browser.logIn("auditor");
        assertThat(browser.open("/ledger?q=eastmore").body())
                .contains("Contributor HMP Eastmoor", "contributor:GB-GOR-EA101")
                .doesNotContain("href=\"/ledger/statements/account/fund:north:available\"");
        assertThat(sides.lastAsked(Organisations.class).search()).isEqualTo("eastmore");
    }

    @Test
    void a_page_of_the_ledger_waits_for_what_was_just_done() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/ledger?after=77").body()).doesNotContain("One moment");
        sides.beSlow();
        assertThat(browser.open("/ledger?after=77").body()).contains("One moment");
        assertThat(browser.open(ACCOUNT + "?after=77").body()).contains("One moment");
    }

    @Test
    void the_past_wears_the_purple_bar_and_leads_on_at_the_same_time() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/ledger?date=31+March+2026").body())
                .contains(
                        "You are looking at the past", "what had taken effect by 31 March 2026, as far as it is known")
                .contains("value=\"31 March 2026\"", "?effective=2026-03-31\"");
        assertThat(sides.lastAsked(TrialBalanceAt.class).at())
                .isEqualTo(PointInTime.of(LocalDate.of(2026, 3, 31), null));
        assertThat(browser.open("/ledger?position=1,042").body())
                .contains("what was known at event 1,042 (7 November 2026, midday)", "?known=1042\"")
                .contains("/ledger/difference?fromKnown=1042\"", "/ledger/growth?toKnown=1042\"");
        assertThat(sides.lastAsked(TrialBalanceAt.class).at()).isEqualTo(PointInTime.of(null, "1042"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ledger?", "/ledger/gap?by=award&", ACCOUNT + "?", "/public/flow?"})
    void what_was_known_then_about_what_had_taken_effect_then_is_one_question(String path) throws Exception {
        browser.logIn("auditor");
        sides.answer(
                Gaps.class, query -> new GapsView(GapBy.AWARD, 0, 0, 0, List.of(), new Paged<>(List.of(), 0, 1, 50)));
        sides.answer(MoneyFlow.class, _ -> new FlowView(0, List.of()));
        for (String known : List.of(
                "822",
                "1+April+2026",
                "2026-04-01",
                "2026-04-01T14:05",
                "2026-04-01+14:05",
                "1+April+2026,+2:05pm",
                "1+April+2026+at+2:05pm")) {
            assertThat(browser.open(path + "effective=31+March+2026&known=" + known)
                            .body())
                    .contains(
                            "You are looking at the past",
                            "what was known at event 822 (1 April 2026, 1pm) about what had taken effect by"
                                    + " 31 March 2026",
                            "Back to now");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ledger", ACCOUNT})
    void a_time_that_cannot_be_read_is_said_and_now_is_shown(String path) throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open(path + "?date=soon").body())
                .contains("There is a problem", "must be a date", "value=\"soon\"")
                .doesNotContain("looking at the past");
        assertThat(browser.open(path + "?known=-1").body()).contains("Enter an event’s number", "value=\"-1\"");
        assertThat(browser.open(path + "?known=999999").body())
                .contains("not that many events yet", "This page shows now", "value=\"999999\"")
                .doesNotContain("looking at the past");
    }

    @Test
    void an_empty_ledger_says_how_entries_come_to_be() throws Exception {
        LedgerSamples.into(sides, 0);
        browser.logIn("auditor");
        assertThat(browser.open("/ledger").body()).contains("No money has moved");
        assertThat(browser.open("/ledger/statements/fund/north").body()).contains("No entries", "No entries</strong>");
    }

    @Test
    void the_balance_of_an_account_runs_on_over_all_pages() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open(ACCOUNT).body())
                .contains(">Northfield resettlement fund: free", "£20.00", "£1,000.00", "In</th>");
        assertThat(browser.open(ACCOUNT + "?page=8").body())
                .contains("£7,010.00", "£8,000.00")
                .doesNotContain("£8,010.00");
    }

    @Test
    void every_line_is_a_sentence_that_leads_an_auditor_to_its_event() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/ledger/statements/fund/north?financialYear=2026-27&restriction=women")
                        .body())
                .contains("£10 arrived in the fund", "href=\"/events/1\"", "Northfield resettlement fund")
                .contains("href=\"/funds/north\"", "arrived in the fund from HMP Eastmoor.")
                .contains("money of HMP Eastmoor for 2026–27, restricted to women", ">Unrestricted<")
                .contains(">Restricted to women<", ">This fund: free<");
        assertThat(sides.lastAsked(Statement.class).financialYear()).isEqualTo(FinancialYear.parse("2026-27"));
        assertThat(sides.lastAsked(Statement.class).restriction()).isEqualTo("women");
    }

    @Test
    void those_who_are_no_auditors_read_statements_and_are_told_why_events_do_not_open() throws Exception {
        browser.logIn("applicant_lead");
        assertThat(browser.open("/ledger/statements/organisation/o-2").body())
                .contains("Event 1", "Auditors can open the event")
                .doesNotContain("href=\"/events/1\"");
        assertThat(browser.open("/ledger").body())
                .contains("only auditors see it", "href=\"/ledger/statements/organisation/o-2\"");
        browser.logIn("worker");
        assertThat(browser.open("/ledger").body()).contains("The ledger is not open to you");
        assertThat(browser.open("/ledger/statements/fund/north").body()).contains("The ledger is not open to you");
    }

    @Test
    void a_file_is_offered_under_its_name_and_refused_in_words() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/ledger/export?format=csv").statusCode()).isEqualTo(403);
        browser.logIn("auditor");
        assertThat(browser.open("/ledger/export?format=xls").body()).contains("csv, jsonl or hledger");
        assertThat(browser.open("/ledger/export?format=csv&date=soon").body()).contains("must be a date");
    }

    @Test
    void the_gap_says_what_nobody_pays_for_and_who_carries_it() throws Exception {
        List<Carried> carried =
                List.of(new Carried(GapCarrier.RESERVES, 2_000_000), new Carried(GapCarrier.UNPAID_WORK, 931_614));
        GapLine line = new GapLine("a-1", "=Open house", 1, 7_700_000, 10_631_614, carried);
        sides.answer(
                Gaps.class,
                query -> new GapsView(
                        Objects.requireNonNull(query.by()),
                        1,
                        7_700_000,
                        10_631_614,
                        carried,
                        new Paged<>(List.of(line), 1, 1, 50)));
        browser.logIn("governor");
        assertThat(browser.open("/ledger/gap").body())
                .contains("£106,316.14", "£29,316.14", "The organisation&#39;s reserves", "href=\"/awards/a-1\"")
                .contains("£20,000: the organisation&#39;s reserves; £9,316.14: unpaid work");
        assertThat(browser.open("/ledger/gap?known=9").body())
                .contains("subject=everything&amp;figure=gap&amp;carrier=unpaid_work&amp;known=9\"")
                .contains("figure=awarded&amp;id=a-1&amp;known=9\"", "/timeline/award/a-1?type=award.GapRecorded");
        assertThat(browser.open("/ledger/gap?by=call").body())
                .contains("href=\"/ledger/why?subject=call&amp;id=a-1&amp;figure=gap\"");
        browser.logIn("applicant_lead");
        assertThat(browser.open("/ledger/gap").body())
                .contains("/ledger/statements/award/a-1")
                .doesNotContain("/ledger/why");
        browser.logIn("governor");
        assertThat(browser.open("/ledger/gap?by=organisation").body())
                .contains("href=\"/organisations/a-1\"", "is that organisation’s own");
        assertThat(sides.lastAsked(Gaps.class).by()).isEqualTo(GapBy.ORGANISATION);
        assertThat(browser.open("/ledger/gap.csv?by=call").body())
                .contains("a-1,'=Open house,1,106316.14,77000.00,29316.14");
        browser.logIn("worker");
        assertThat(browser.open("/ledger/gap").body()).contains("The ledger is not open to you");
    }

    @Test
    void an_installation_without_a_full_cost_says_how_a_gap_comes_to_be() throws Exception {
        sides.answer(
                Gaps.class,
                query -> new GapsView(
                        Objects.requireNonNull(query.by()), 0, 0, 0, List.of(), new Paged<>(List.of(), 0, 1, 50)));
        browser.logIn("applicant_lead");
        assertThat(browser.open("/ledger/gap?by=weather").body()).contains("No full cost is on record yet");
    }

    @Test
    void what_there_is_no_statement_of_is_not_found() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/ledger/statements/weather/north").statusCode())
                .isEqualTo(404);
    }
}
