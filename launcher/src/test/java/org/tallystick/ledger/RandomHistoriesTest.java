package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.FundCommand;
import org.tallystick.platform.Event;
import org.tallystick.platform.Refusal;

/** Hundreds of histories over all of grant-making, whose every penny a plain model follows. */
class RandomHistoriesTest {

    private static final int HISTORIES = 300;

    @Test
    void the_product_its_ledger_and_the_model_agree_after_every_command() {
        RandomHistories histories = new RandomHistories();

        RandomHistories.Failure failure = histories.run(1, HISTORIES);

        assertThat(failure).as(() -> failure == null ? "" : failure.words()).isNull();
        assertThat(histories.commands())
                .allSatisfy((name, times) -> assertThat(times.accepted).as(name).isPositive());
        assertThat(histories.refusals().keySet())
                .as(histories.reached().toString())
                .contains(
                        Refusal.NOT_ENOUGH_MONEY,
                        Refusal.MONEY_LEFT,
                        Refusal.LIMIT_EXCEEDED,
                        Refusal.SAME_PERSON,
                        Refusal.TOO_LATE,
                        Refusal.PAID_TWICE,
                        Refusal.CONFLICT);
        assertThat(histories.reached())
                .containsKeys(
                        "a call with several funds is approved",
                        "a decision gives money of several funds",
                        "an award pays shared costs",
                        "an award pays shared costs beside another",
                        "money is set aside again for a promotion");
    }

    @Test
    void a_rule_that_posts_to_the_wrong_account_is_found_and_what_it_needs_is_a_handful_of_steps() {
        RandomHistories planted = new RandomHistories(RandomHistoriesTest::returnedMoneySeemsToLapse);

        RandomHistories.Failure failure = Objects.requireNonNull(planted.run(1, 60));

        assertThat(failure.of()).isGreaterThan(50);
        assertThat(failure.steps().stream()
                        .map(step -> step.command().getClass().getSimpleName()))
                .hasSizeLessThanOrEqualTo(25)
                .startsWith("OpenFund")
                .contains("ReceiveContribution", "CommitAward", "SignAgreement", "ApprovePayment", "ConfirmPayment")
                .endsWith("RecordReturn");
        assertThat(failure.words()).contains("Seed ", ":returned", ":lapsed");
    }

    @Test
    void a_ledger_that_forgets_a_penny_is_found_with_two_steps() {
        RandomHistories planted = new RandomHistories(RandomHistoriesTest::withoutReceipts);

        RandomHistories.Failure failure = Objects.requireNonNull(planted.run(7, 1));

        assertThat(failure.steps()).hasSize(2);
        assertThat(failure.steps().getFirst().command()).isInstanceOf(FundCommand.OpenFund.class);
        assertThat(failure.steps().getLast().command()).isInstanceOf(FundCommand.ReceiveContribution.class);
    }

    @Test
    void of_a_failing_list_only_what_it_needs_is_left() {
        List<Integer> all = IntStream.range(0, 200).boxed().toList();
        assertThat(Shorter.failing(all, some -> some.contains(17) && some.contains(18) && some.contains(171)))
                .containsExactly(17, 18, 171);
    }

    private static List<Posting> returnedMoneySeemsToLapse(Event event) {
        return PostingRules.postings(event).stream()
                .map(posting -> event instanceof AwardEvent.MoneyReturned
                        ? new Posting(
                                posting.line(),
                                posting.slice(),
                                posting.debitAccount().replace(":returned", ":lapsed"),
                                posting.creditAccount(),
                                posting.fundId(),
                                posting.awardId(),
                                posting.organisationId(),
                                posting.callId(),
                                posting.sentence())
                        : posting)
                .toList();
    }

    private static List<Posting> withoutReceipts(Event event) {
        return event instanceof org.tallystick.fund.FundEvent.ContributionReceived
                ? List.of()
                : PostingRules.postings(event);
    }
}
