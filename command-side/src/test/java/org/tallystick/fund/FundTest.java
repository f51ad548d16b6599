package org.tallystick.fund;

import static org.tallystick.platform.Acting.as;
import static org.tallystick.platform.Acting.refusal;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.POLICE;
import static org.tallystick.platform.Region.STRANGER;
import static org.tallystick.platform.Region.YEAR;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.Acting;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Refusal;

class FundTest {

    private static final FundEvent.FundOpened POOLED = opened(DrawOrder.PRO_RATA, CommitAgainst.RECEIVED);

    private final FixtureConfiguration<Fund> fixture = fund();

    @Test
    void a_governor_opens_a_fund_for_their_own_body() {
        fixture.givenNoPriorActivity().when(open(COUNCIL), as(GOVERNOR)).expectEvents(POOLED);
    }

    @Test
    void nobody_opens_a_fund_for_another_body() {
        fixture.givenNoPriorActivity()
                .when(open(COUNCIL), as(STRANGER))
                .expectException(refusal(Refusal.NOT_ALLOWED, "Only people of GB-LAE-MAN"));
    }

    @Test
    void nobody_touches_the_fund_of_another_body() {
        given(fixture, POOLED)
                .when(new FundCommand.FreezeFund("f", "Because"), as(STRANGER))
                .expectNoEvents()
                .expectException(refusal(Refusal.NOT_ALLOWED, "Only people of"));
    }

    @Test
    void money_set_aside_comes_from_the_contributors_in_proportion() {
        given(fixture, POOLED, received(COUNCIL, 60_00), received(POLICE, 40_00))
                .when(allocate("call", 10_00), as(GOVERNOR))
                .expectEvents(
                        new FundEvent.MoneyAllocated("f", "call", List.of(slice(COUNCIL, 6_00), slice(POLICE, 4_00))));
    }

    @Test
    void or_from_the_first_until_it_is_used_up() {
        given(
                        fixture,
                        opened(DrawOrder.IN_ORDER, CommitAgainst.RECEIVED),
                        received(COUNCIL, 60_00),
                        received(POLICE, 40_00),
                        new FundEvent.MoneyAllocated("f", "other", List.of(slice(COUNCIL, 55_00))))
                .when(allocate("call", 10_00), as(GOVERNOR))
                .expectEvents(
                        new FundEvent.MoneyAllocated("f", "call", List.of(slice(COUNCIL, 5_00), slice(POLICE, 5_00))));
    }

    @Test
    void what_is_set_aside_for_one_call_is_not_there_for_another() {
        given(fixture, POOLED, received(COUNCIL, 10_00), new FundEvent.MoneyAllocated("f", "one", money(9_00)))
                .when(allocate("two", 1_01), as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(
                        Refusal.NOT_ENOUGH_MONEY, "£1.01 was asked for, and £1 is free for 2026-27 (unrestricted)"));
    }

    @Test
    void money_of_another_year_or_under_a_restriction_is_not_drawn_on() {
        Slice nextYear = new Slice(COUNCIL, YEAR.next(), Slice.UNRESTRICTED, 50_00);
        Slice restricted = new Slice(COUNCIL, YEAR, "Women leaving prison", 50_00);
        given(fixture, POOLED, new FundEvent.ContributionReceived("f", List.of(nextYear, restricted), "BACS"))
                .when(allocate("call", 1), as(GOVERNOR))
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£0 is free"));
    }

    @Test
    void a_pledge_counts_only_where_the_funds_rules_say_so() {
        given(fixture, POOLED, pledged(10_00))
                .when(allocate("call", 1), as(GOVERNOR))
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£0 is free"));
        given(fund(), opened(DrawOrder.PRO_RATA, CommitAgainst.PLEDGED), pledged(10_00))
                .when(allocate("call", 10_00), as(GOVERNOR))
                .expectEvents(new FundEvent.MoneyAllocated("f", "call", money(10_00)));
    }

    @Test
    void a_pledge_that_has_arrived_does_not_count_twice() {
        given(
                        fixture,
                        opened(DrawOrder.PRO_RATA, CommitAgainst.PLEDGED),
                        new FundEvent.ContributionPledged("f", slice(COUNCIL, 10_00)),
                        received(COUNCIL, 10_00))
                .when(allocate("call", 10_01), as(GOVERNOR))
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£10 is free"));
    }

    @Test
    void a_pledge_is_taken_back_as_far_as_it_has_not_arrived() {
        given(fixture, POOLED, pledged(10_00), received(COUNCIL, 4_00))
                .when(withdraw(6_00), as(GOVERNOR))
                .expectEvents(new FundEvent.PledgeWithdrawn("f", slice(COUNCIL, 6_00)));
        given(fund(), POOLED, pledged(10_00), received(COUNCIL, 4_00))
                .when(withdraw(6_01), as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£6 of what this contributor pledged"));
        given(fund(), POOLED, pledged(10_00), new FundEvent.PledgeWithdrawn("f", slice(COUNCIL, 10_00)))
                .when(withdraw(1), as(GOVERNOR))
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£0 of what this contributor pledged"));
    }

    @Test
    void a_pledge_is_never_taken_back_below_what_was_committed_against_it() {
        FundEvent.FundOpened againstPledges = opened(DrawOrder.PRO_RATA, CommitAgainst.PLEDGED);
        given(fixture, againstPledges, pledged(10_00), received(COUNCIL, 1_00), committed(7_00))
                .when(withdraw(3_01), as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£3 of this pledge is promised to nobody"));
        given(fund(), againstPledges, pledged(10_00), received(COUNCIL, 1_00), committed(7_00))
                .when(withdraw(3_00), as(GOVERNOR))
                .expectEvents(new FundEvent.PledgeWithdrawn("f", slice(COUNCIL, 3_00)));
        given(
                        fund(),
                        againstPledges,
                        pledged(10_00),
                        committed(7_00),
                        new FundEvent.PledgeWithdrawn("f", slice(COUNCIL, 3_00)))
                .when(allocate("call", 1), as(GOVERNOR))
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£0 is free"));
    }

    @Test
    void what_is_left_of_a_call_becomes_free_again_and_what_an_award_took_does_not() {
        given(
                        fixture,
                        POOLED,
                        received(COUNCIL, 10_00),
                        new FundEvent.MoneyAllocated("f", "call", money(10_00)),
                        new FundEvent.MoneyCommitted("f", "a", "call", "centre", money(7_00)))
                .when(new Release("call"), as(GOVERNOR))
                .expectEvents(new FundEvent.AllocationReleased("f", "call", money(3_00)));
    }

    @Test
    void nothing_happens_where_nothing_is_set_aside_for_a_call_that_is_over() {
        given(fixture, POOLED, received(COUNCIL, 10_00))
                .when(new Release("call"), as(GOVERNOR))
                .expectNoEvents();
    }

    @Test
    void a_fund_that_is_closed_keeps_no_call_from_ending() {
        fixture.given(POOLED, new FundEvent.FundClosed("f"))
                .when(new Release("call"), as(GOVERNOR))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void only_free_money_of_that_contributor_goes_back_to_them() {
        FundCommand.ReturnContribution back =
                new FundCommand.ReturnContribution("f", COUNCIL, YEAR, " unrestricted ", 4_00, "Not needed", null);

        given(fixture, POOLED, received(COUNCIL, 10_00), received(POLICE, 50_00), committed(6_01))
                .when(back, as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.NOT_ENOUGH_MONEY, "£3.99 is free"));
        given(fund(), POOLED, received(COUNCIL, 10_00), received(POLICE, 50_00), committed(6_00))
                .when(back, as(GOVERNOR))
                .expectEvents(new FundEvent.ContributionReturned("f", money(4_00)));
    }

    @Test
    void a_frozen_fund_takes_money_in_and_gives_none_out() {
        given(fixture, POOLED, received(COUNCIL, 10_00), new FundEvent.FundFrozen("f"))
                .when(allocate("call", 1), as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.WRONG_STATE, "A fund that is frozen cannot be drawn on."));
        given(fund(), POOLED, new FundEvent.FundFrozen("f"))
                .when(
                        new FundCommand.ReceiveContribution(
                                "f", COUNCIL, YEAR, Slice.UNRESTRICTED, 5, "BACS", null, null),
                        as(GOVERNOR))
                .expectEvents(new FundEvent.ContributionReceived("f", money(5), "BACS"));
    }

    @Test
    void a_fund_closes_when_nothing_is_free_or_set_aside() {
        FundCommand.CloseFund close = new FundCommand.CloseFund("f", "Over");

        given(fixture, POOLED, received(COUNCIL, 10_00), new FundEvent.MoneyAllocated("f", "call", money(4_00)))
                .when(close, as(GOVERNOR))
                .expectNoEvents()
                .expectException(
                        refusal(Refusal.MONEY_LEFT, "£10 that is free or set aside, or that awards did not spend"));
        given(fund(), POOLED, received(COUNCIL, 10_00), committed(10_00))
                .when(close, as(GOVERNOR))
                .expectEvents(new FundEvent.FundClosed("f"));
    }

    @Test
    void money_with_the_reference_of_money_that_arrived_before_is_taken_once_and_again_only_when_somebody_says_so() {
        FundEvent.ContributionReceived before = received(COUNCIL, 10_00);
        given(fixture, POOLED, before)
                .when(receive(10_00, "bacs", null), as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(
                        Refusal.REPEATED,
                        "A receipt of £10 from GB-LAE-MAN for 2026-27 (BACS) is recorded already, of " + today()
                                + ". If this is another one, say so."));
        given(fund(), POOLED, before)
                .when(receive(10_00, "bacs", false), as(GOVERNOR))
                .expectException(refusal(Refusal.REPEATED, "is recorded already"));
        given(fund(), POOLED, before)
                .when(receive(10_00, "BACS", true), as(GOVERNOR))
                .expectEvents(before);
        given(fund(), POOLED, before)
                .when(receive(10_00, "BACS 2", null), as(GOVERNOR))
                .expectEvents(new FundEvent.ContributionReceived("f", money(10_00), "BACS 2"));
        given(fund(), POOLED, before)
                .when(receive(10_01, "BACS", null), as(GOVERNOR))
                .expectEvents(received(COUNCIL, 10_01));
    }

    @Test
    void the_day_of_the_earlier_money_is_the_day_it_arrived() {
        EventMessage<FundEvent> inMay = GenericEventMessage.<FundEvent>asEventMessage(received(COUNCIL, 10_00))
                .withMetaData(CommandContext.effectiveOn(LocalDate.of(2026, 5, 3)));
        given(fixture, POOLED, inMay)
                .when(receive(10_00, "BACS", null), as(GOVERNOR))
                .expectException(refusal(Refusal.REPEATED, "is recorded already, of 3 May 2026."));
    }

    @Test
    void only_the_last_hundred_are_looked_through() {
        List<FundEvent> many = new ArrayList<>(List.of(POOLED));
        for (int i = 1; i <= LastEntries.MOST + 1; i++) {
            many.add(received(COUNCIL, i));
        }
        given(fixture, many).when(receive(1, "BACS", null), as(GOVERNOR)).expectEvents(received(COUNCIL, 1));
        given(fund(), many)
                .when(receive(2, "BACS", null), as(GOVERNOR))
                .expectException(refusal(Refusal.REPEATED, "2026-27 (BACS) is recorded already"));
    }

    @Test
    void a_pledge_like_one_that_is_recorded_is_taken_only_when_somebody_says_so() {
        given(fixture, POOLED, pledged(10_00))
                .when(pledge(10_00, Slice.UNRESTRICTED, null), as(GOVERNOR))
                .expectNoEvents()
                .expectException(
                        refusal(Refusal.REPEATED, "A pledge of £10 from GB-LAE-MAN for 2026-27 (unrestricted)"));
        given(fund(), POOLED, pledged(10_00))
                .when(pledge(10_00, Slice.UNRESTRICTED, true), as(GOVERNOR))
                .expectEvents(pledged(10_00));
        given(fund(), POOLED, pledged(10_00))
                .when(pledge(10_00, "Women leaving prison", null), as(GOVERNOR))
                .expectEvents(new FundEvent.ContributionPledged(
                        "f", new Slice(COUNCIL, YEAR, "Women leaving prison", 10_00)));
    }

    @Test
    void a_closed_fund_takes_no_money() {
        given(fixture, POOLED, new FundEvent.FundClosed("f"))
                .when(
                        new FundCommand.ReceiveContribution(
                                "f", COUNCIL, YEAR, Slice.UNRESTRICTED, 5, "BACS", null, null),
                        as(GOVERNOR))
                .expectNoEvents()
                .expectException(refusal(Refusal.WRONG_STATE, "A fund that is closed cannot be given money."));
    }

    private static FundCommand.OpenFund open(String holder) {
        return new FundCommand.OpenFund(
                "f",
                "Women's fund",
                holder,
                "Women's centres",
                Currency.GBP,
                DrawOrder.PRO_RATA,
                CommitAgainst.RECEIVED,
                null);
    }

    private static FundEvent.FundOpened opened(DrawOrder order, CommitAgainst against) {
        return new FundEvent.FundOpened("f", "Women's fund", COUNCIL, "Women's centres", Currency.GBP, order, against);
    }

    private static SetAside allocate(String call, long amountPence) {
        return new SetAside(call, amountPence);
    }

    /** All of it happened today. */
    private static TestExecutor<Fund> given(FixtureConfiguration<Fund> fixture, Object... events) {
        return fixture.givenCurrentTime(Acting.NOW).andGiven(events);
    }

    private static TestExecutor<Fund> given(FixtureConfiguration<Fund> fixture, List<?> events) {
        return fixture.givenCurrentTime(Acting.NOW).andGiven(events);
    }

    private static FixtureConfiguration<Fund> fund() {
        FixtureConfiguration<Fund> fixture = Acting.fixture(Fund.class);
        return fixture.registerAnnotatedCommandHandler(new Calls(fixture));
    }

    /** A call was approved. */
    record SetAside(String callId, long amountPence) {}

    /** A call is over. */
    record Release(String callId) {}

    /** What the decisions about calls do with the fund. */
    record Calls(FixtureConfiguration<Fund> fixture) {
        @CommandHandler
        void handle(SetAside call) {
            fixture.getRepository()
                    .load("f")
                    .execute(
                            f -> f.setAside(call.callId(), YEAR, Slice.UNRESTRICTED, call.amountPence(), Acting.TODAY));
        }

        @CommandHandler
        void handle(Release call) {
            fixture.getRepository().load("f").execute(f -> f.releaseAllocation(call.callId()));
        }
    }

    private static FundEvent.ContributionReceived received(String contributor, long amountPence) {
        return new FundEvent.ContributionReceived("f", List.of(slice(contributor, amountPence)), "BACS");
    }

    private static FundEvent.ContributionPledged pledged(long amountPence) {
        return new FundEvent.ContributionPledged("f", slice(COUNCIL, amountPence));
    }

    private static FundCommand.PledgeContribution pledge(long pence, String restriction, @Nullable Boolean again) {
        return new FundCommand.PledgeContribution("f", COUNCIL, YEAR, restriction, pence, again, null);
    }

    private static FundCommand.ReceiveContribution receive(long pence, String reference, @Nullable Boolean again) {
        return new FundCommand.ReceiveContribution(
                "f", COUNCIL, YEAR, Slice.UNRESTRICTED, pence, reference, again, null);
    }

    private static String today() {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(Acting.TODAY);
    }

    private static FundCommand.WithdrawPledge withdraw(long amountPence) {
        return new FundCommand.WithdrawPledge("f", COUNCIL, YEAR, Slice.UNRESTRICTED, amountPence, "Cut", null);
    }

    private static FundEvent.MoneyCommitted committed(long amountPence) {
        return new FundEvent.MoneyCommitted("f", "a", null, "centre", money(amountPence));
    }

    private static List<Slice> money(long amountPence) {
        return List.of(slice(COUNCIL, amountPence));
    }

    private static Slice slice(String contributor, long amountPence) {
        return new Slice(contributor, YEAR, Slice.UNRESTRICTED, amountPence);
    }
}
