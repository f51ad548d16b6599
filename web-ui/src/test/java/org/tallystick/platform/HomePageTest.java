package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.award.AwardSamples;
import org.tallystick.fund.FundSamples;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.LogSamples;
import org.tallystick.history.VerificationQuery;
import org.tallystick.opendata.PublicQuery;
import org.tallystick.opendata.PublicQuery.PublicTotals;
import org.tallystick.platform.HomeQuery.Duties;
import org.tallystick.platform.HomeQuery.Duty;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class HomePageTest {

    private final Browser browser;
    private final FakeSides sides;

    HomePageTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_world() {
        sides.clear();
        FundSamples.into(sides, 2);
        AwardSamples.into(sides, 6);
        HomeSamples.into(sides);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            governor         | Funds
            commissioner     | Payments waiting for approval
            payer            | Payments approved, not sent
            applicant_lead   | Money coming
            applicant_member | No cost profile yet.
            referrer         | Referrals are not part of Tallystick yet.
            worker           | Your day: new referrals
            coordinator      | The week of the prison
            assessor         | All your bids
            """)
    void each_role_sees_what_needs_it_and_the_state_of_its_things(String who, String state) throws Exception {
        browser.logIn(who);
        assertThat(browser.open("/").body())
                .contains("What needs you", "Nothing waits for you.", state)
                .containsOnlyOnce("<h1");
    }

    @Test
    void a_duty_leads_to_the_page_with_its_button() throws Exception {
        browser.logIn("commissioner");
        LocalDate late = LocalDate.of(2026, 11, 20);
        sides.answer(
                HomeQuery.WhatNeedsMe.class,
                query -> new Duties(
                        List.of(
                                new Duty("approve-payment", "a-1", 2, "Approve payment 2 of £6,000 to X.", late),
                                new Duty("sign-agreement", "a-2", null, "Sign the agreement for Y.", late),
                                new Duty("confirm-payment", "a-3", 1, "Say whether payment 1 arrived.", late),
                                new Duty("confirm-bank-details", "o-5", null, "Confirm the bank details of Z.", late),
                                new Duty("something-new", "o-6", null, "Do something new.", late)),
                        8));
        assertThat(browser.open("/").body())
                .contains("href=\"/awards/a-1/payments/2/approve?from=/\"", "2 days late")
                .contains("href=\"/awards/a-2/sign\"", "since 20 November 2026")
                .contains(
                        "href=\"/awards/a-3/payments/1/confirm?from=/\"",
                        "href=\"/organisations/o-5/confirm-bank-details\"")
                .contains("3 more things wait after these.");
    }

    @Test
    void anyone_sees_what_this_is_and_the_totals() throws Exception {
        assertThat(new Browser(port()).open("/").body())
                .contains("£1.2\u00a0million", "HMP Northfield", "2026–27", "See the awards", "Log in")
                .doesNotContain("What needs you");
        sides.answer(PublicQuery.Totals.class, query -> new PublicTotals(0, 0, 0, 0, 0, 0, List.of(), List.of()));
        assertThat(new Browser(port()).open("/").body()).contains("No awards yet");
    }

    @Test
    void an_organisation_without_an_entry_is_told_how_to_get_one() throws Exception {
        browser.logIn("applicant_lead");
        sides.answer(org.tallystick.registry.OrganisationQuery.OneOrganisation.class, query -> {
            throw Rejection.of(Refusal.NOT_FOUND, "There is no such organisation.");
        });
        assertThat(browser.open("/").body()).contains("has no entry in the registry yet");
    }

    @Test
    void an_auditor_cannot_overlook_a_history_that_is_not_good() throws Exception {
        browser.logIn("auditor");
        sides.answer(HistoryQuery.Events.class, query -> new HistoryQuery.EventPage(List.of(), 0, null));
        assertThat(browser.open("/").body())
                .containsPattern("Verified last</dt><dd[^>]*><a[^>]*>Good<")
                .contains("Verified up to event 10,480 on 22 November 2026 at 6pm.")
                .doesNotContain("role=\"alert\"");
        sides.answer(VerificationQuery.Verifications.class, _ -> new Paged<>(List.of(LogSamples.notGood()), 1, 1, 1));
        assertThat(browser.open("/").body())
                .containsPattern("(?s)role=\"alert\".*it came out not good at event 9,001\\..*<h1")
                .contains("is not the one whose leaf is in the log", "Trust no figure from there on");
        sides.answer(VerificationQuery.Verifications.class, _ -> new Paged<>(List.of(), 0, 1, 1));
        assertThat(browser.open("/").body())
                .contains("The history was not verified yet.", "verify-live")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void an_auditor_sees_the_log_first_and_whether_it_waits() throws Exception {
        browser.logIn("auditor");
        sides.answer(HistoryQuery.Events.class, query -> new HistoryQuery.EventPage(List.of(), 0, null));
        assertThat(browser.open("/").body()).containsPattern("Witnesses that sign</dt><dd[^>]*><a[^>]*>1 of 2<");
        sides.answer(
                HistoryQuery.LogState.class,
                query -> new HistoryQuery.LogView(
                        10,
                        250,
                        List.of(new HistoryQuery.ProjectionState("ledger", 7, 3)),
                        HistoryQuery.SigningState.UNSIGNED));
        sides.answer(
                HistoryQuery.Events.class, query -> new HistoryQuery.EventPage(List.of(opened(2_345)), 2_345, 2_325L));
        assertThat(browser.open("/").body())
                .contains(
                        "250 ms",
                        "3 events",
                        "Not signed",
                        "What happened last",
                        "2,345",
                        "href=\"/events/2345\"",
                        "Fund opened");
        assertThat(sides.lastAsked(HistoryQuery.Events.class))
                .isEqualTo(new HistoryQuery.Events(0, 20, null, null, null, true));
        sides.answer(HistoryQuery.Events.class, query -> new HistoryQuery.EventPage(List.of(), 0, null));
        assertThat(browser.open("/").body()).contains("Nothing yet.");
    }

    @Test
    void those_who_give_money_see_what_of_the_real_cost_nobody_pays_for() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/").body()).contains("£1,200,000", "£84,000", "href=\"/ledger/gap\"");
    }

    @Test
    void what_was_awarded_is_public_and_the_same_for_everybody() throws Exception {
        Browser anyone = new Browser(port());
        assertThat(anyone.open("/public/awards?q=work").body())
                .contains("Awards made", "Second Chance Kitchen", "/public/awards.csv?q=work", "value=\"work\"");
        assertThat(anyone.open("/public/awards/a-1").body())
                .contains("Rooms and a person to meet", "£30,000", "All awards to this organisation")
                .doesNotContain("/ledger/");
        assertThat(anyone.open("/public/awards.csv").body().lines()).hasSize(7);
        assertThat(anyone.open("/awards").body()).contains("<title>Log in");
        AwardSamples.into(sides, 0);
        assertThat(anyone.open("/public/awards").body()).contains("No awards yet");
        assertThat(anyone.open("/public/awards?q=zzz").body()).contains("No award is like that.");
    }

    private static HistoryQuery.LoggedEvent opened(long position) {
        return new HistoryQuery.LoggedEvent(
                position,
                "8c5e0f5e-0000-4000-8000-000000000000",
                "Fund",
                "north",
                0,
                "fund.FundOpened",
                "1",
                java.time.Instant.EPOCH,
                LocalDate.EPOCH,
                Map.of(),
                Map.of("actorId", "p-9"),
                "cd".repeat(32));
    }

    private int port() {
        return browser.port();
    }
}
