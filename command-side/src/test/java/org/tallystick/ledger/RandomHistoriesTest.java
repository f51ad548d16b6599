package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.OTHER_COMMISSIONER;
import static org.tallystick.platform.Region.PAYER;
import static org.tallystick.platform.Region.POLICE;
import static org.tallystick.platform.Region.YEAR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.Gap;
import org.tallystick.award.Instalment;
import org.tallystick.award.RealCost;
import org.tallystick.bid.GapCarrier;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.SampleCall;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Unspent;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Region;
import org.tallystick.platform.Rejection;

/**
 * Hundreds of random commands, sensible and not, to a pooled fund and its awards: whatever is accepted, the ledger
 * stays one that an accountant would sign, and the aggregates agree with it at the end.
 */
class RandomHistoriesTest {

    private static final int STEPS = 400;
    private static final String[] RESTRICTIONS = {Slice.UNRESTRICTED, "Women leaving prison"};

    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Long> bySource = new HashMap<>();
    private final List<String> awards = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private boolean againstPledges;
    private int accepted;
    private int seen;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_account_is_overdrawn_and_closed_awards_net_to_zero(long seed) {
        Random random = new Random(seed);
        try (InMemory port = new InMemory()) {
            Region.settle(port);
            againstPledges = seed % 2 == 0;
            port.send(openFund(random.nextBoolean() ? DrawOrder.PRO_RATA : DrawOrder.IN_ORDER), GOVERNOR);
            for (int step = 0; step < STEPS; step++) {
                attempt(port, step, random);
                post(port);
                assertSound(step);
            }
            assertThat(accepted).as("most of it must not be refusals").isGreaterThan(STEPS / 4);
            wind(port);
        }
    }

    /** At the end everything is settled by whoever may, and what the fund lets go is what the ledger says is there. */
    private void wind(InMemory port) {
        for (String award : awards) {
            tryTo(port, new AwardCommand.ResumeAward(award, "End"), GOVERNOR);
            tryTo(port, new AwardCommand.RescindAward(award, "End", null), GOVERNOR);
            for (int instalment = 1; instalment <= 4; instalment++) {
                tryTo(port, new AwardCommand.ReportPaymentFailure(award, instalment, null, "End", null), PAYER);
                tryTo(port, new AwardCommand.LapseInstalment(award, instalment, "End", null), GOVERNOR);
            }
            tryTo(port, new AwardCommand.CloseAward(award), GOVERNOR);
        }
        for (String call : calls) {
            tryTo(port, new GrantCallCommand.WithdrawCall(call, "End"), GOVERNOR);
        }
        tryTo(port, new FundCommand.UnfreezeFund(FUND, "End"), GOVERNOR);
        post(port);
        assertThat(sumOf("award:")).as("awards net to zero").isZero();
        assertThat(sumOf("fund:" + FUND + ":committed:")).isZero();
        assertThat(sumOf("fund:" + FUND + ":allocated:")).isZero();
        settleWhatAwardsDidNotSpend(port);
        post(port);
        giveBackAllThatIsFree(port);
        post(port);
        assertThat(balances.getOrDefault(Account.available(FUND), 0L)).isZero();
        assertThat(balances.getOrDefault(Account.returned(FUND), 0L)).isZero();
        assertThat(balances.getOrDefault(Account.lapsed(FUND), 0L)).isZero();
        port.send(new FundCommand.CloseFund(FUND, "End"), GOVERNOR);
    }

    /** What was promised out of pledges is freed, since not all of it has arrived; else it goes back. */
    private void settleWhatAwardsDidNotSpend(InMemory port) {
        for (Unspent why : Unspent.values()) {
            eachSourceOf(
                    Account.unspent(FUND, why),
                    (contributor, restriction, pence) -> port.send(
                            againstPledges
                                    ? freeUnspent(why, contributor, restriction, pence)
                                    : giveBackUnspent(why, contributor, restriction, pence),
                            GOVERNOR));
        }
    }

    private void giveBackAllThatIsFree(InMemory port) {
        eachSourceOf(
                Account.available(FUND),
                (contributor, restriction, pence) -> port.send(
                        new FundCommand.ReturnContribution(FUND, contributor, YEAR, restriction, pence, "End", null),
                        GOVERNOR));
    }

    private interface OfSource {
        void settle(String contributor, String restriction, long pence);
    }

    private void eachSourceOf(String account, OfSource deed) {
        for (String contributor : List.of(COUNCIL, POLICE)) {
            for (String restriction : RESTRICTIONS) {
                long pence = bySource.getOrDefault(account + "|" + contributor + "|" + restriction, 0L);
                if (pence > 0) {
                    deed.settle(contributor, restriction, pence);
                }
            }
        }
    }

    private void attempt(InMemory port, int step, Random random) {
        String award = awards.isEmpty() ? "none" : awards.get(random.nextInt(awards.size()));
        int n = random.nextInt(1, 5);
        String why = "Because";
        switch (random.nextInt(24)) {
            case 0, 1 -> tryTo(port, receive(random), PAYER);
            case 2 -> announce(port, "call-" + step, random);
            case 3 -> tryTo(port, new GrantCallCommand.WithdrawCall(call(random), why), GOVERNOR);
            case 4, 5 -> {
                String id = "award-" + step;
                if (tryTo(port, commit(id, random), GOVERNOR)) {
                    awards.add(id);
                }
            }
            case 6, 7 -> tryTo(port, new AwardCommand.SignAgreement(award, null, null), LEAD);
            case 8 -> tryTo(port, declineOrRescind(award, random), random.nextBoolean() ? LEAD : GOVERNOR);
            case 9, 10 -> tryTo(port, new AwardCommand.ApprovePayment(award, n), COMMISSIONER);
            case 11 -> tryTo(port, new AwardCommand.ApprovePayment(award, n), OTHER_COMMISSIONER);
            case 12, 13 -> tryTo(port, new AwardCommand.InstructPayment(award, n), PAYER);
            case 14 -> tryTo(port, new AwardCommand.ConfirmPayment(award, n, null, "BACS", null), PAYER);
            case 15 -> tryTo(port, new AwardCommand.ReportPaymentFailure(award, n, null, why, null), PAYER);
            case 16 -> tryTo(port, new AwardCommand.CancelPayment(award, n, why, null), GOVERNOR);
            case 17 -> tryTo(port, new AwardCommand.RecordReturn(award, pence(random), why, null), PAYER);
            case 18 -> tryTo(port, new AwardCommand.LapseInstalment(award, n, why, null), GOVERNOR);
            case 19 ->
                tryTo(
                        port,
                        freeUnspent(unspent(random), contributor(random), restriction(random), few(random)),
                        GOVERNOR);
            case 20 ->
                tryTo(
                        port,
                        giveBackUnspent(unspent(random), contributor(random), restriction(random), few(random)),
                        GOVERNOR);
            case 21 -> tryTo(port, pledge(random), GOVERNOR);
            case 22 -> tryTo(port, withdraw(random), GOVERNOR);
            default -> tryTo(port, giveBack(random), GOVERNOR);
        }
    }

    private FundCommand openFund(DrawOrder order) {
        return new FundCommand.OpenFund(
                FUND,
                "Pooled fund",
                COUNCIL,
                "Women's centres",
                Currency.GBP,
                order,
                againstPledges ? CommitAgainst.PLEDGED : CommitAgainst.RECEIVED,
                null);
    }

    private static Command receive(Random random) {
        return new FundCommand.ReceiveContribution(
                FUND, contributor(random), YEAR, restriction(random), 3 * pence(random), "BACS", null, null);
    }

    private static Command pledge(Random random) {
        return new FundCommand.PledgeContribution(
                FUND, contributor(random), YEAR, restriction(random), 5 * pence(random), null, null);
    }

    private static Command withdraw(Random random) {
        return new FundCommand.WithdrawPledge(
                FUND, contributor(random), YEAR, restriction(random), pence(random), "Cut", null);
    }

    private static Command giveBack(Random random) {
        return new FundCommand.ReturnContribution(
                FUND, contributor(random), YEAR, restriction(random), pence(random), "Not needed", null);
    }

    private static Command freeUnspent(Unspent why, String contributor, String restriction, long pence) {
        return new FundCommand.FreeUnspentMoney(FUND, why, contributor, YEAR, restriction, pence, "Again", null);
    }

    private static Command giveBackUnspent(Unspent why, String contributor, String restriction, long pence) {
        return new FundCommand.ReturnUnspentMoney(FUND, why, contributor, YEAR, restriction, pence, "Over", null);
    }

    private static Unspent unspent(Random random) {
        return random.nextBoolean() ? Unspent.RETURNED : Unspent.LAPSED;
    }

    /** A call that sets money aside, if the fund has it. */
    private void announce(InMemory port, String call, Random random) {
        CallTerms terms = SampleCall.worth(pence(random), restriction(random));
        port.send(new GrantCallCommand.DraftCall(call, COUNCIL, terms), COMMISSIONER);
        if (tryTo(port, new GrantCallCommand.ApproveCall(call, 1), GOVERNOR)) {
            calls.add(call);
        }
    }

    private static Command declineOrRescind(String award, Random random) {
        return random.nextBoolean()
                ? new AwardCommand.DeclineAward(award, "No")
                : new AwardCommand.RescindAward(award, "No", null);
    }

    private Command commit(String award, Random random) {
        List<Instalment.Planned> schedule = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            schedule.add(new Instalment.Planned(LocalDate.of(2026, 9, 1), YEAR, 1 + pence(random) / 3));
        }
        return new AwardCommand.CommitAward(
                award,
                FUND,
                Region.CENTRE,
                "Title",
                "Purpose",
                restriction(random),
                schedule,
                realCost(schedule, random),
                null);
    }

    /** Now and then somebody carries a gap, which must never touch the money. */
    private static @Nullable RealCost realCost(List<Instalment.Planned> schedule, Random random) {
        if (random.nextBoolean()) {
            return null;
        }
        long awarded =
                schedule.stream().mapToLong(Instalment.Planned::amountPence).sum();
        long gap = pence(random);
        return new RealCost(awarded + gap, List.of(new Gap(YEAR, GapCarrier.RESERVES, gap)));
    }

    private static String contributor(Random random) {
        return random.nextBoolean() ? COUNCIL : POLICE;
    }

    private static String restriction(Random random) {
        return RESTRICTIONS[random.nextInt(RESTRICTIONS.length)];
    }

    private String call(Random random) {
        return calls.isEmpty() ? "none" : calls.get(random.nextInt(calls.size()));
    }

    /** Odd sums, so that pennies are left over everywhere. */
    private static long pence(Random random) {
        return 1 + random.nextLong(9_999_99);
    }

    /** Less, so that there often is that much. */
    private static long few(Random random) {
        return 1 + pence(random) / 10;
    }

    private boolean tryTo(InMemory port, Command command, Actor actor) {
        try {
            port.send(command, actor);
            accepted++;
            return true;
        } catch (Rejection refused) {
            return false;
        } catch (org.axonframework.modelling.command.AggregateNotFoundException none) {
            return false;
        }
    }

    private void post(InMemory port) {
        List<Event> events = port.events();
        for (Event event : events.subList(seen, events.size())) {
            for (Posting posting : PostingRules.postings(event)) {
                move(posting.debitAccount(), posting.slice(), 1);
                move(posting.creditAccount(), posting.slice(), -1);
            }
        }
        seen = events.size();
    }

    private void move(String account, Slice slice, int sign) {
        balances.merge(account, sign * slice.amountPence(), Math::addExact);
        bySource.merge(
                account + "|" + slice.contributor() + "|" + slice.restriction(),
                sign * slice.amountPence(),
                Math::addExact);
    }

    private void assertSound(int step) {
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
        assertThat(balances.entrySet().stream()
                        .filter(balance -> Account.isMemo(balance.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .as("step %d, what nobody pays for never meets the money", step)
                .isZero();
        bySource.forEach((account, pence) -> {
            long good = account.startsWith("contributor:") || account.startsWith("unfunded:") ? -pence : pence;
            if (!againstPledges || !account.startsWith(Account.available(FUND))) {
                assertThat(good).as("step %d, %s", step, account).isNotNegative();
            }
        });
        for (String contributor : List.of(COUNCIL, POLICE)) {
            for (String restriction : RESTRICTIONS) {
                assertThat(cashPence(contributor, restriction))
                        .as("step %d, in the bank of %s", step, contributor)
                        .isNotNegative();
            }
        }
    }

    /** What a contributor paid in, less what was paid out of it or is about to be. */
    private long cashPence(String contributor, String restriction) {
        return -bySource.entrySet().stream()
                .filter(e -> e.getKey().endsWith("|" + contributor + "|" + restriction))
                .filter(e -> e.getKey().startsWith("contributor:")
                        || e.getKey().startsWith("org:")
                        || e.getKey().contains(":payable:"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long sumOf(String prefix) {
        return balances.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .mapToLong(e -> Math.abs(e.getValue()))
                .sum();
    }
}
