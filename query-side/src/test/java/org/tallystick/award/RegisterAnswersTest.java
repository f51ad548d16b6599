package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.QueryFixture.actor;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

/** What a published register planned is not late: it says nothing of what was paid. */
class RegisterAnswersTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "audit");

    private static QueryFixture sides;

    @BeforeAll
    static void an_award_of_a_register_and_money_of_years_entered_in_no_order() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.log.add(
                "award-1",
                "operator",
                new AwardEvent.PublishedGrantRecorded(
                        "award-1", "A grant", null, null, "", "", "register.json, row 1"));
        for (int year : new int[] {2031, 2029, 2030}) {
            Slice slice = new Slice(Town.COUNCIL, new FinancialYear(year), Slice.UNRESTRICTED, 100);
            sides.log.add(
                    Town.OTHER, "gov", new FundEvent.ContributionReceived(Town.OTHER, List.of(slice), "r" + year));
        }
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void its_instalments_are_not_late_and_wait_for_nobody() {
        assertThat(sides.ask(AUDITOR, new OneAward("award-1")).payments()).noneMatch(AwardQuery.PaymentView::overdue);
        assertThat(sides.ask(AUDITOR, new Payments(null, true, 0, 0)).items())
                .extracting(payment -> payment.awardId() + "/" + payment.instalment())
                .as("others stay late")
                .containsExactly("award-3/1");
        assertThat(sides.ask(actor(Role.GOVERNOR, Town.COUNCIL), new WhatNeedsMe())
                        .duties())
                .isNotEmpty()
                .noneMatch(duty -> duty.kind().equals("approve-payment"));
    }

    @Test
    void what_a_contributor_gave_is_listed_by_year() {
        assertThat(sides.ask(AUDITOR, new OneFund(Town.OTHER)).contributions())
                .extracting(given -> given.contributor() + " " + given.financialYear())
                .containsExactly(
                        Town.COMMISSIONER + " 2026-27",
                        Town.COUNCIL + " 2029-30",
                        Town.COUNCIL + " 2030-31",
                        Town.COUNCIL + " 2031-32");
    }
}
