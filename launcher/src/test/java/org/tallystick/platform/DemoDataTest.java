package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.tallystick.award.AwardQuery.AwardSummary;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.award.AwardState;
import org.tallystick.award.ClaimState;
import org.tallystick.award.PaymentState;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.Bids;
import org.tallystick.bid.BidState;
import org.tallystick.call.EffortFigures;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.Calls;
import org.tallystick.call.GrantCallQuery.FiguresOfCall;
import org.tallystick.call.GrantCallQuery.FittingCalls;
import org.tallystick.call.GrantCallState;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.control.ControlQuery.OpenExceptions;
import org.tallystick.control.ControlQuery.TestResult;
import org.tallystick.control.ControlTest;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.fund.FundState;
import org.tallystick.history.HistoryQuery.LogState;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.LedgerQuery.TrialBalance;
import org.tallystick.ledger.LedgerQuery.TrialBalanceAt;
import org.tallystick.payment.PaymentQuery.BankFileSummary;
import org.tallystick.payment.PaymentQuery.BankFiles;

/** The demo's data go in through commands, every time the same, and show every state there is. */
class DemoDataTest {

    private static final List<Role> WITH_DUTIES = List.of(
            Role.GOVERNOR, Role.COMMISSIONER, Role.PAYER, Role.ASSESSOR, Role.APPLICANT_LEAD, Role.APPLICANT_MEMBER);

    @TempDir
    Path folder;

    @Test
    void the_region_is_entered_without_a_refusal_and_everybody_finds_something_to_do() {
        try (Installation installation = Installation.toServe(folder)) {
            Map<String, Object> settings = new HashMap<>(installation.settings());
            settings.put(Setting.DEMO.variable(), "true");
            settings.put(Setting.LOGINS.variable(), "");
            HistoryMigration.run(Settings.read(name -> settings.get(name) instanceof String value ? value : null));
            try (ConfigurableApplicationContext context = Processes.BOTH_SIDES.startQuietly(settings)) {
                assertThat(DemoData.enter(context)).isGreaterThan(400);
                QueryPort queries = context.getBean(QueryPort.class);
                long head = queries.ask(new LogState(), Actor.OPERATOR, 0).head();

                everyState(queries, head);
                openCallsThatDiffer(queries, head, context.getBean(Logins.class).demoPeople());
                hoursOfOneCall(queries, head);
                claimsAndBankFiles(queries, head);
                everyDuty(queries, head, context.getBean(Logins.class).demoPeople());
                TrialBalance balance = queries.ask(new TrialBalanceAt(null, null), Actor.OPERATOR, head);
                assertThat(balance.debitPence())
                        .isEqualTo(balance.creditPence())
                        .isPositive();
                everythingInItsTime(queries, head);
                everyControlTest(queries, head);
            }
        }
    }

    /** On no day of the past was an award paid before it was approved, or signed before it was made. */
    private static void everythingInItsTime(QueryPort queries, long head) {
        for (LocalDate day = LocalDate.of(2024, 4, 30);
                day.isBefore(UkTime.dayOf(Instant.now()));
                day = day.plusMonths(1)) {
            TrialBalance then = queries.ask(new TrialBalanceAt(null, day), Actor.OPERATOR, head);
            assertThat(then.accounts())
                    .as(day.toString())
                    .filteredOn(balance -> balance.account().startsWith("award:")
                            || balance.account().contains(":committed:"))
                    .allMatch(balance -> balance.creditPence() == 0);
        }
    }

    /** Each test finds what was planted for it, but for those whose exceptions no command brings about. */
    private static void everyControlTest(QueryPort queries, long head) {
        assertThat(ControlTest.values()).allSatisfy(test -> {
            TestResult result = queries.ask(OneControlTest.standard(test), Actor.OPERATOR, head);
            assertThat(result.population()).as(test.title()).isPositive();
            assertThat(result.findings().isEmpty())
                    .as(test + " " + result.findings())
                    .isEqualTo(test.prevented());
        });
        assertThat(queries.ask(new OpenExceptions(null, 1, 100), Actor.OPERATOR, head)
                        .items())
                .as("of the run that the demo makes")
                .isNotEmpty();
    }

    private static void everyState(QueryPort queries, long head) {
        Paged<AwardSummary> awards =
                queries.ask(new Awards(null, null, null, null, null, 1, 100), Actor.OPERATOR, head);
        assertThat(awards.total()).as("38 and those of three calls").isBetween(46L, 75L);
        assertThat(awards.items())
                .extracting(AwardSummary::state)
                .as("only time makes an offer run out, and the demonstration begins today")
                .contains(EnumSet.complementOf(EnumSet.of(AwardState.EXPIRED)).toArray(AwardState[]::new));
        assertThat(queries.ask(new Gaps(null, 1, 50), Actor.OPERATOR, head).awards())
                .isPositive();
        Paged<PaymentView> payments = queries.ask(new Payments(null, false, 1, 500), Actor.OPERATOR, head);
        assertThat(payments.items()).extracting(PaymentView::state).contains(PaymentState.values());
        assertThat(payments.items()).anyMatch(PaymentView::overdue);
        Paged<CallSummary> calls = queries.ask(new Calls(null, null, null, 1, 100), Actor.OPERATOR, head);
        assertThat(calls.items())
                .extracting(CallSummary::state)
                .contains(
                        GrantCallState.DRAFTED,
                        GrantCallState.SCHEDULED,
                        GrantCallState.OPEN,
                        GrantCallState.CLOSED,
                        GrantCallState.ASSESSING,
                        GrantCallState.DECIDED,
                        GrantCallState.INFORMED,
                        GrantCallState.ARCHIVED,
                        GrantCallState.WITHDRAWN);
        assertThat(calls.items()).allSatisfy(call -> {
            assertThat(WorkingDays.is(UkTime.dayOf(call.opensAt())))
                    .as(call.title())
                    .isTrue();
            assertThat(WorkingDays.is(UkTime.dayOf(call.closesAt())))
                    .as(call.title())
                    .isTrue();
        });
        Paged<BidSummary> bids = queries.ask(new Bids(null, null, 1, 200), Actor.OPERATOR, head);
        assertThat(bids.total()).isEqualTo(120);
        assertThat(bids.items())
                .extracting(BidSummary::state)
                .contains(
                        BidState.STARTED,
                        BidState.READY,
                        BidState.SUBMITTED,
                        BidState.AWARDED,
                        BidState.RESERVED,
                        BidState.DECLINED,
                        BidState.WITHDRAWN,
                        BidState.LAPSED);
        Paged<FundSummary> funds = queries.ask(new Funds(null, 1, 100), Actor.OPERATOR, head);
        assertThat(funds.items()).extracting(FundSummary::state).contains(FundState.values());
    }

    /** Small and simple, ring-fenced with a cap, of several years; and what fits one charity does not fit the next. */
    private static void openCallsThatDiffer(QueryPort queries, long head, List<Login> people) {
        assertThat(queries.ask(new Calls(null, GrantCallState.OPEN, null, 1, 100), Actor.OPERATOR, head)
                        .items())
                .hasSizeGreaterThanOrEqualTo(4)
                .anyMatch(call -> call.largestPence() <= 10_000_00)
                .anyMatch(call -> call.ringFencePence() == call.envelopePence())
                .anyMatch(call -> call.months() >= 36)
                .extracting(
                        call -> Duration.between(Instant.now(), call.closesAt()).toDays())
                .anyMatch(days -> days < 7)
                .anyMatch(days -> days > 60);
        assertThat(people)
                .filteredOn(login -> login.actor().role() == Role.APPLICANT_LEAD)
                .extracting(login -> queries.ask(new FittingCalls(1, 100), login.actor(), head).items().stream()
                        .map(call -> call.fit().verdict())
                        .toList())
                .doesNotHaveDuplicates();
    }

    private static void hoursOfOneCall(QueryPort queries, long head) {
        assertThat(queries.ask(new Calls(null, null, null, 1, 100), Actor.OPERATOR, head)
                        .items())
                .filteredOn(call -> call.state() == GrantCallState.INFORMED || call.state() == GrantCallState.ARCHIVED)
                .extracting(call -> queries.ask(new FiguresOfCall(call.callId()), Actor.ANYONE, head)
                        .effort()
                        .reported())
                .as("of one call enough have answered, of the other too few")
                .hasSize(2)
                .containsOnlyOnce((EffortFigures.Reported) null);
    }

    private static void claimsAndBankFiles(QueryPort queries, long head) {
        assertThat(queries.ask(new Payments(null, false, 1, 500), Actor.OPERATOR, head)
                        .items())
                .extracting(payment ->
                        payment.claim() == null ? null : payment.claim().state())
                .contains(ClaimState.values());
        assertThat(queries.ask(new BankFiles(1, 50), Actor.OPERATOR, head).items())
                .extracting(BankFileSummary::open)
                .contains(0L, 2L);
    }

    private static void everyDuty(QueryPort queries, long head, List<Login> people) {
        assertThat(people)
                .filteredOn(login -> WITH_DUTIES.contains(login.actor().role()))
                .isNotEmpty()
                .allSatisfy(login -> assertThat(queries.ask(new HomeQuery.WhatNeedsMe(), login.actor(), head)
                                .total())
                        .as(login.username())
                        .isPositive());
    }
}
