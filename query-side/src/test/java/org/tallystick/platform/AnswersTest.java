package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.award.PaymentState;
import org.tallystick.fund.FundQuery.Allocation;
import org.tallystick.fund.FundQuery.Balance;
import org.tallystick.fund.FundQuery.BurnPoint;
import org.tallystick.fund.FundQuery.Contribution;
import org.tallystick.fund.FundQuery.FreeMoney;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.fund.FundQuery.UnspentMoney;
import org.tallystick.fund.Unspent;
import org.tallystick.history.HistoryQuery.Events;
import org.tallystick.history.HistoryQuery.LogState;
import org.tallystick.history.HistoryQuery.OneEvent;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.PostingsOf;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.opendata.PublicQuery.Totals;
import org.tallystick.platform.HomeQuery.Duty;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.Organisations;

class AnswersTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void what_a_fund_received_is_the_sum_of_where_it_is() {
        FundView fund = sides.ask(AUDITOR, new OneFund(Town.POOLED));
        Balance balance = fund.summary().balance();

        assertThat(fund.summary().restrictions())
                .isNotEmpty()
                .containsExactlyElementsOf(fund.contributions().stream()
                        .map(Contribution::restriction)
                        .distinct()
                        .sorted()
                        .toList());
        assertThat(balance).isEqualTo(new Balance(9_900_000, 7_650_000, 0, 250_000, 1_500_000, 0, 480_000, 20_000, 0));
        for (var each : sides.ask(AUDITOR, new Funds(null, 0, 0)).items()) {
            Balance b = each.balance();
            assertThat(b.availablePence()
                            + b.allocatedPence()
                            + b.committedPence()
                            + b.obligatedPence()
                            + b.payablePence()
                            + b.paidPence()
                            + b.returnedPence()
                            + b.lapsedPence())
                    .as(each.fundId())
                    .isEqualTo(b.receivedPence());
            assertThat(each.free().stream().mapToLong(FreeMoney::amountPence).sum())
                    .as(each.fundId())
                    .isEqualTo(b.availablePence());
        }
        assertThat(fund.summary().pledgedPence()).isEqualTo(6_000_000);
        assertThat(fund.allocations()).isEqualTo(List.<Allocation>of());
        assertThat(fund.contributions())
                .extracting(c -> c.contributorName() + " " + c.receivedPence())
                .containsExactly("Northmere Council 6000000", "Police and Crime Commissioner for Wharfshire 3900000");
    }

    @Test
    void what_awards_did_not_spend_stays_in_the_fund_until_it_is_freed_or_given_back() {
        assertThat(sides.ask(AUDITOR, new OneFund(Town.POOLED)).unspent())
                .containsExactly(new UnspentMoney(
                        Unspent.RETURNED,
                        Town.COUNCIL,
                        "Northmere Council",
                        new FinancialYear(2026),
                        "unrestricted",
                        20_000));
        FundView other = sides.ask(AUDITOR, new OneFund(Town.OTHER));
        assertThat(other.unspent())
                .extracting(money -> money.unspent() + " " + money.amountPence())
                .containsExactly("LAPSED 50000");
        assertThat(other.summary().balance().lapsedPence()).isEqualTo(50_000);
        assertThat(other.summary().balance().receivedPence()).isEqualTo(890_000);
        assertThat(other.contributions())
                .extracting(given -> given.pledgedPence() + " " + given.receivedPence())
                .as("pledged £12,000, of which £2,000 were withdrawn and £100 given back, and received £9,000")
                .containsExactly("990000 890000");
    }

    @Test
    void a_fund_burns_down_month_by_month_and_ends_today() {
        assertThat(sides.ask(AUDITOR, new OneFund(Town.POOLED)).burnDown())
                .containsExactly(
                        new BurnPoint(LocalDate.of(2026, 4, 30), 10_000_000, 2_350_000, 0),
                        new BurnPoint(LocalDate.of(2026, 5, 31), 10_000_000, 2_350_000, 500_000),
                        new BurnPoint(QueryFixture.TODAY, 9_900_000, 2_230_000, 480_000));
    }

    @ParameterizedTest
    @CsvSource({
        "Lantern, GB-CHC-1000001",
        "lantrn womens center, GB-CHC-1000001",
        "harbor light, GB-CHC-1000002",
        "GB-COH-01234567, GB-CHC-1000001",
        "gb-chc-1000003, GB-CHC-1000003",
    })
    void the_registry_is_found_with_typing_errors_and_by_every_identifier(String typed, String first) {
        assertThat(sides.ask(Actor.ANYONE, new Organisations(typed, null, null, false, 0, 0))
                        .items())
                .extracting(OrganisationSummary::organisationId)
                .startsWith(first);
    }

    @Test
    void the_registry_says_who_is_by_and_for_and_what_was_awarded() {
        assertThat(sides.ask(Actor.ANYONE, new Organisations(null, null, null, true, 0, 0))
                        .items())
                .singleElement()
                .satisfies(lantern -> {
                    assertThat(lantern.byAndFor()).isTrue();
                    assertThat(lantern.awards()).isOne();
                    assertThat(lantern.awardedPence()).isEqualTo(2_000_000);
                });
        assertThat(sides.ask(Actor.ANYONE, new Organisations("nobody of that name", null, null, false, 0, 0))
                        .total())
                .isZero();
        assertThat(sides.ask(AUDITOR, new OneOrganisation("GB-COH-01234567")).identifiers())
                .containsExactly(Town.LANTERN, "GB-COH-01234567");
    }

    @Test
    void lists_come_in_pages_with_a_total() {
        var second = sides.ask(AUDITOR, new Organisations(null, null, null, false, 2, 2));

        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items()).hasSize(2);
        assertThat(second.lastPage()).isEqualTo(3);
        assertThatThrownBy(() -> sides.ask(AUDITOR, new Organisations(null, null, null, false, 1, 501)))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("size");
    }

    @Test
    void an_award_shows_each_instalment_as_it_stands() {
        var award = sides.ask(AUDITOR, new OneAward("award-1"));

        assertThat(award.payments())
                .extracting(p -> p.instalment() + " " + p.state() + " " + p.approvals() + "/" + p.approvalsNeeded())
                .containsExactly("1 PAID 1/1", "2 SCHEDULED 1/2", "3 SCHEDULED 0/1");
        assertThat(award.payments().getFirst().paidOn()).isEqualTo("2026-05-20");
        assertThat(award.payments().get(1).overdue()).isTrue();
        assertThat(award.payments().get(2).overdue()).isFalse();
        assertThat(award.obligatedPence()).isEqualTo(1_500_000);
        assertThat(award.returnedPence()).isEqualTo(20_000);
        assertThat(award.callId()).isEqualTo("call-1");
        assertThat(sides.ask(AUDITOR, new Payments(null, true, 0, 0)).items())
                .extracting(p -> p.awardId() + "/" + p.instalment())
                .containsExactly("award-3/1", "award-1/2");
        assertThat(sides.ask(AUDITOR, new Payments(PaymentState.LAPSED, false, 0, 0))
                        .total())
                .isOne();
        assertThat(sides.ask(AUDITOR, new Awards("through the gaet", null, null, null, null, 0, 0))
                        .items())
                .extracting(a -> a.awardId())
                .startsWith("award-3");
    }

    @Test
    void each_role_hears_what_waits_for_it() {
        assertThat(duties(actor(Role.GOVERNOR, Town.COUNCIL)))
                .containsExactlyInAnyOrder(
                        "register-organisation GB-CHC-1000003",
                        "offer-agreement award-2",
                        "approve-payment award-1/2",
                        "approve-payment award-1/3",
                        "decide-unspent pooled");
        assertThat(duties(new Actor("com-1", "", Role.COMMISSIONER, Town.COUNCIL, "")))
                .containsExactlyInAnyOrder(
                        "offer-agreement award-2", "confirm-bank-details GB-CHC-1000002", "approve-payment award-1/3");
        assertThat(duties(actor(Role.PAYER, Town.COMMISSIONER)))
                .containsExactlyInAnyOrder("instruct-payment award-3/1", "confirm-bank-details GB-CHC-1000002");
        assertThat(duties(actor(Role.APPLICANT_LEAD, Town.HARBOUR)))
                .containsExactlyInAnyOrder("sign-agreement award-2", "confirm-bank-details GB-CHC-1000002");
        assertThat(duties(new Actor("lead-9", "", Role.APPLICANT_LEAD, Town.HARBOUR, "")))
                .containsExactly("sign-agreement award-2");
        assertThat(duties(AUDITOR)).isEmpty();
    }

    @Test
    void who_made_an_award_or_gave_or_confirmed_the_account_hears_nothing_of_its_payments() {
        assertThat(duties(new Actor("gov", "", Role.GOVERNOR, Town.COUNCIL, "")))
                .as("made the award")
                .containsExactlyInAnyOrder(
                        "register-organisation GB-CHC-1000003", "offer-agreement award-2", "decide-unspent pooled");
        for (String bankPerson : List.of("lead-2", "lead-3")) {
            assertThat(duties(new Actor(bankPerson, "", Role.COMMISSIONER, Town.COUNCIL, "")))
                    .as(bankPerson)
                    .containsExactlyInAnyOrder("offer-agreement award-2", "confirm-bank-details GB-CHC-1000002");
        }
    }

    @Test
    void a_statement_adds_up_and_narrows_by_year_date_and_position() {
        StatementView all = statement(new Statement(Subject.AWARD, "award-1", null, null, PointInTime.NOW, 0, 0));
        StatementView byMay = statement(new Statement(
                Subject.AWARD, "award-1", null, null, PointInTime.of(LocalDate.of(2026, 5, 31), null), 0, 0));

        assertThat(all.title()).isEqualTo("Somewhere to go first");
        assertThat(all.lines().items())
                .extracting(JournalLine::eventType)
                .containsExactly(
                        "fund.MoneyCommitted",
                        "award.PaymentPaid",
                        "award.AgreementSigned",
                        "award.InstalmentMadePayable",
                        "award.MoneyReturned");
        assertThat(all.accounts().stream()
                        .mapToLong(a -> a.debitPence() - a.creditPence())
                        .sum())
                .isZero();
        assertThat(byMay.lines().total()).isEqualTo(2);
        assertThat(all.financialYears()).containsExactly(new FinancialYear(2026));
        assertThat(all.restrictions()).containsExactly("unrestricted");
        assertThat(statement(new Statement(
                                Subject.AWARD, "award-1", new FinancialYear(2025), null, PointInTime.NOW, 0, 0))
                        .lines()
                        .total())
                .isZero();
        assertThat(statement(new Statement(Subject.ACCOUNT, "fund:pooled:available", null, null, PointInTime.NOW, 1, 2))
                        .lines()
                        .items())
                .hasSize(2);
    }

    @Test
    void the_log_is_read_in_pages_and_each_event_leads_to_its_postings() {
        var page = sides.ask(AUDITOR, upwards(0, 2, Town.POOLED));
        long opened = page.events().getFirst().position();
        var next = sides.ask(AUDITOR, upwards(java.util.Objects.requireNonNull(page.next()), 2, Town.POOLED));

        assertThat(page.events())
                .extracting(e -> e.type())
                .containsExactly("fund.FundOpened", "fund.ContributionPledged");
        assertThat(page.head()).isEqualTo(sides.log.head());
        assertThat(next.events().getFirst().type()).isEqualTo("fund.ContributionReceived");
        assertThat(next.events().getFirst().effectiveOn()).isEqualTo("2026-04-02");
        assertThat(sides.ask(AUDITOR, new PostingsOf(opened))).isEmpty();
        var received = sides.ask(AUDITOR, new OneEvent(next.events().getFirst().position()));
        assertThat(sides.ask(AUDITOR, new PostingsOf(received.position())))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.leafHash()).isEqualTo(received.leafHash());
                    assertThat(line.sentence()).isEqualTo("£60,000 arrived in the fund from Northmere Council.");
                    assertThat(line.enteredBy()).isEqualTo("gov");
                });
        assertThat(received.payload()).containsEntry("fundId", Town.POOLED);
        assertThatThrownBy(() -> sides.ask(AUDITOR, new OneEvent(1_000_000))).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> sides.ask(AUDITOR, new PostingsOf(-1))).isInstanceOf(Rejection.class);
        assertThat(sides.ask(AUDITOR, new LogState()).projections())
                .hasSize(11)
                .allMatch(projection -> projection.behind() == 0);
    }

    @Test
    void the_log_is_read_back_from_its_end_and_narrowed_by_type_and_person() {
        long head = sides.log.head();
        var newest = sides.ask(AUDITOR, new Events(0, 3, null, null, null, true));
        var older = sides.ask(
                AUDITOR, new Events(java.util.Objects.requireNonNull(newest.next()), 3, null, null, null, true));
        var signed = sides.ask(AUDITOR, new Events(0, 0, null, "award.AgreementSigned", null, true));
        var byPerson = sides.ask(AUDITOR, new Events(0, 0, null, null, "lead-9", false));

        assertThat(newest.events()).extracting(e -> e.position()).containsExactly(head, head - 1, head - 2);
        assertThat(older.events()).extracting(e -> e.position()).startsWith(head - 3);
        assertThat(sides.ask(AUDITOR, new Events(2, 3, null, null, null, true)).events())
                .extracting(e -> e.position())
                .containsExactly(2L, 1L);
        assertThat(signed.events()).extracting(e -> e.aggregateId()).containsExactly("award-3", "award-1");
        assertThat(signed.next()).isNull();
        assertThat(byPerson.events()).extracting(e -> e.type()).containsExactly("registry.BankDetailsProposed");
        assertThat(sides.ask(AUDITOR, new Events(head + 1, 3, null, null, null, false))
                        .events())
                .isEmpty();
        assertThatThrownBy(() -> sides.ask(AUDITOR, new Events(0, 0, null, "fund.Nothing", null, false)))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("type");
    }

    @Test
    void the_public_reads_totals_without_awards_that_came_to_nothing() {
        var totals = sides.ask(Actor.ANYONE, new Totals());

        assertThat(totals.awards()).isEqualTo(3);
        assertThat(totals.organisations()).isEqualTo(2);
        assertThat(totals.awardedPence()).isEqualTo(2_750_000);
        assertThat(totals.paidPence()).isEqualTo(500_000);
        assertThat(totals.byAndForAwardedPence()).isEqualTo(2_000_000);
        assertThat(totals.funders()).extracting(f -> f.funderName()).startsWith("Northmere Council");
        assertThat(totals.years())
                .singleElement()
                .satisfies(y -> assertThat(y.financialYear()).hasToString("2026-27"));
    }

    @Test
    void an_answer_waits_for_a_position_and_refuses_one_that_is_not_there() {
        long head = sides.log.head();

        assertThat(sides.dispatcher()
                        .ask(new TrialBalanceAt(null, null), AUDITOR, head)
                        .position())
                .isEqualTo(head);
        assertThatThrownBy(() -> sides.dispatcher().ask(new TrialBalanceAt(null, null), AUDITOR, head + 1))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("beyond the last event");
    }

    private static Events upwards(long from, int size, String about) {
        return new Events(from, size, about, null, null, false);
    }

    private static StatementView statement(Statement query) {
        return sides.ask(AUDITOR, query);
    }

    private static List<String> duties(Actor actor) {
        return sides.ask(actor, new WhatNeedsMe()).duties().stream()
                .map(AnswersTest::text)
                .toList();
    }

    private static String text(Duty duty) {
        return duty.kind() + " " + duty.subjectId() + (duty.part() == null ? "" : "/" + duty.part());
    }
}
