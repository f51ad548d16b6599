package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.PAYER;
import static org.tallystick.platform.Region.award;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.AwardEvent;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.SampleCall;
import org.tallystick.ledger.Posting;
import org.tallystick.ledger.PostingRules;
import org.tallystick.payment.BankFileLine;
import org.tallystick.payment.PaymentCommand;
import org.tallystick.payment.PaymentEvent;
import org.tallystick.platform.AtTheSameMoment.Outcome;

/** Many people on two command sides over one real database, all at the same moment. */
class ManyAtOnceTest {

    private static final int PEOPLE = 50;
    private static final int PAYERS = 20;
    private static final int CALLS = 20;

    private final TestDatabase database = TestDatabase.fresh();
    private final Node here = new Node(database);
    private final Node there = new Node(database);

    @BeforeEach
    void a_region() {
        Region.settle(here);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void a_fund_with_money_for_seventeen_awards_makes_seventeen_however_many_are_asked_for_at_once() {
        Region.fund(here, 17 * 1_000_00 + 999_99);

        List<Outcome<Receipt>> outcomes =
                AtTheSameMoment.run(PEOPLE, i -> sending(i, award("award-" + i, 600_00, 400_00), GOVERNOR));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(17);
        assertThat(refusals(outcomes)).isEqualTo(Set.of(Refusal.NOT_ENOUGH_MONEY));
        assertThat(balances())
                .containsEntry("fund:" + FUND + ":available", 999_99L)
                .satisfies(all -> assertThat(all.entrySet().stream()
                                .filter(e -> e.getKey().startsWith("fund:" + FUND + ":committed:")))
                        .hasSize(17)
                        .allMatch(e -> e.getValue() == 1_000_00));
    }

    @Test
    void money_set_aside_for_calls_at_once_is_never_more_than_there_is() {
        Region.fund(here, 200_000_00);
        Instant opens = Instant.now().plus(Duration.ofDays(7));
        CallTerms terms = SampleCall.between(opens, opens.plus(Duration.ofDays(30)));
        for (int i = 0; i < CALLS; i++) {
            here.send(new GrantCallCommand.DraftCall("call-" + i, COUNCIL, terms), COMMISSIONER);
        }

        List<Outcome<Receipt>> outcomes =
                AtTheSameMoment.run(CALLS, i -> sending(i, new GrantCallCommand.ApproveCall("call-" + i, 1), GOVERNOR));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(3);
        assertThat(refusals(outcomes)).isEqualTo(Set.of(Refusal.NOT_ENOUGH_MONEY));
        assertThat(balances()).containsEntry("fund:" + FUND + ":available", 20_000_00L);
    }

    @Test
    void a_payment_instructed_by_twenty_at_the_same_moment_goes_to_the_bank_once() {
        Region.fund(here, 1_000_00);
        here.send(award("a1", 1_000_00), GOVERNOR);
        here.send(new AwardCommand.SignAgreement("a1", null, null), LEAD);
        here.send(new AwardCommand.ApprovePayment("a1", 1), COMMISSIONER);

        List<Outcome<Receipt>> outcomes =
                AtTheSameMoment.run(PAYERS, i -> sending(i, new AwardCommand.InstructPayment("a1", 1), PAYER));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(refusals(outcomes)).isEqualTo(Set.of(Refusal.WRONG_STATE));
        assertThat(eventsOf("a1", AwardEvent.PaymentInstructed.class)).hasSize(1);
    }

    @Test
    void a_payment_confirmed_by_twenty_at_the_same_moment_is_paid_once() {
        Region.fund(here, 1_000_00);
        here.send(award("a1", 1_000_00), GOVERNOR);
        Region.instructed(here, "a1");

        List<Outcome<Receipt>> outcomes = AtTheSameMoment.run(
                PAYERS, i -> sending(i, new AwardCommand.ConfirmPayment("a1", 1, null, "BACS " + i, null), PAYER));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(eventsOf("a1", AwardEvent.PaymentPaid.class)).hasSize(1);
        assertThat(balances())
                .containsEntry("org:" + CENTRE + ":received", 1_000_00L)
                .containsEntry("award:a1:payable:1", 0L);
    }

    @Test
    void payments_exported_and_confirmed_by_two_payers_at_the_same_moment_are_sent_and_paid_once() {
        Region.fund(here, 10_000_00);
        List<String> awards = List.of("a1", "a2", "a3", "a4", "a5", "a6");
        for (String award : awards) {
            here.send(award(award, 1_000_00), GOVERNOR);
            here.send(new AwardCommand.SignAgreement(award, null, null), LEAD);
            here.send(new AwardCommand.ApprovePayment(award, 1), COMMISSIONER);
        }
        Actor colleague = Acting.actor("pete", Role.PAYER, COUNCIL);

        // Each file wants three of the six, each another three; in between somebody confirms what may not be sent yet.
        List<Outcome<Receipt>> outcomes = AtTheSameMoment.run(
                30,
                i -> i % 3 == 2
                        ? sending(i, new AwardCommand.ConfirmPayment(awards.get(i % 6), 1, 1, "B" + i, null), PAYER)
                        : sending(i, export(i, awards), i % 2 == 0 ? PAYER : colleague));

        assertThat(outcomes.stream().filter(Outcome::succeeded)).isNotEmpty();
        assertThat(refusals(outcomes)).isSubsetOf(Refusal.WRONG_STATE);
        for (String award : awards) {
            assertThat(eventsOf(award, AwardEvent.PaymentInstructed.class)).hasSizeLessThanOrEqualTo(1);
            assertThat(eventsOf(award, AwardEvent.PaymentPaid.class)).hasSizeLessThanOrEqualTo(1);
        }
        List<String> exported = here.engine
                .readEvents(here.engine.createTailToken(), false)
                .map(message -> message.getPayload())
                .filter(PaymentEvent.PaymentsExported.class::isInstance)
                .flatMap(file -> ((PaymentEvent.PaymentsExported) file).lines().stream())
                .map(BankFileLine::awardId)
                .toList();
        assertThat(exported).doesNotHaveDuplicates().hasSize((int) awards.stream()
                .filter(award ->
                        !eventsOf(award, AwardEvent.PaymentInstructed.class).isEmpty())
                .count());
    }

    /** A file of three payments, asked for in an order of its own. */
    private static Command export(int i, List<String> awards) {
        return new PaymentCommand.ExportPayments(
                "file-" + i,
                List.of(
                        new PaymentCommand.PaymentOf(awards.get((i + 4) % 6), 1),
                        new PaymentCommand.PaymentOf(awards.get((i + 2) % 6), 1),
                        new PaymentCommand.PaymentOf(awards.get(i % 6), 1)));
    }

    @Test
    void of_signing_and_declining_and_rescinding_at_the_same_moment_one_happens() {
        Region.fund(here, 1_000_00);
        here.send(award("a1", 1_000_00), GOVERNOR);

        List<Outcome<Receipt>> outcomes = AtTheSameMoment.run(15, i -> switch (i % 3) {
            case 0 -> sending(i, new AwardCommand.SignAgreement("a1", null, null), LEAD);
            case 1 -> sending(i, new AwardCommand.DeclineAward("a1", "No"), LEAD);
            default -> sending(i, new AwardCommand.RescindAward("a1", "No", null), GOVERNOR);
        });

        assertThat(outcomes.stream().filter(Outcome::succeeded)).hasSize(1);
        assertThat(balances().values().stream().mapToLong(Long::longValue).sum())
                .isZero();
        assertThat(balances().entrySet().stream()
                        .filter(e -> !e.getKey().startsWith("contributor:"))
                        .mapToLong(Map.Entry::getValue))
                .allMatch(pence -> pence >= 0);
    }

    @Test
    void a_fund_read_from_its_snapshot_knows_every_penny() {
        Region.fund(here, 1);
        for (int i = 0; i < 130; i++) {
            here.send(Region.contribution(Region.COUNCIL, 1_00), GOVERNOR);
        }
        StoreFixture.until(() -> !here.engine.readSnapshot(FUND).isEmpty());

        AtTheSameMoment.run(4, i -> sending(i, award("award-" + i, 40_00), GOVERNOR));

        assertThat(balances()).containsEntry("fund:" + FUND + ":available", 130_01L - 3 * 40_00);
    }

    private Callable<Receipt> sending(int i, Command command, Actor actor) {
        Node node = i % 2 == 0 ? here : there;
        return () -> node.send(command, actor, "key-" + command.getClass().getSimpleName() + "-" + i);
    }

    private static Set<Refusal> refusals(List<Outcome<Receipt>> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> java.util.stream.Stream.ofNullable(outcome.refusal()))
                .collect(Collectors.toSet());
    }

    private List<?> eventsOf(String aggregateId, Class<?> type) {
        return here.engine
                .readEvents(aggregateId)
                .asStream()
                .map(message -> message.getPayload())
                .filter(type::isInstance)
                .toList();
    }

    /** Debits less credits of every account, over all that is in the log. */
    private Map<String, Long> balances() {
        Map<String, Long> balances = new HashMap<>();
        here.engine.readEvents(here.engine.createTailToken(), false).forEach(message -> {
            for (Posting posting : PostingRules.postings((Event) message.getPayload())) {
                balances.merge(posting.debitAccount(), posting.slice().amountPence(), Math::addExact);
                balances.merge(posting.creditAccount(), -posting.slice().amountPence(), Math::addExact);
            }
        });
        return balances;
    }
}
