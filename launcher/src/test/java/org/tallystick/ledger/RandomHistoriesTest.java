package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Event;
import org.tallystick.platform.Refusal;

/** Hundreds of histories over all of grant-making, whose every penny a plain model follows. */
class RandomHistoriesTest {

    private static final int HISTORIES = 300;
    private static final int MOST_TRIED = 100;

    @Test
    void the_product_its_ledger_and_the_model_agree_after_every_command() {
        RandomHistories histories = new RandomHistories();

        RandomHistories.Failure failure = histories.run(1, HISTORIES);

        assertThat(failure).as(() -> failure == null ? "" : failure.words()).isNull();
        assertThat(histories.sampled()).isGreaterThan(3L * HISTORIES);
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
                        "money is set aside again for a promotion",
                        "an award is divided between partners",
                        "an award pays shared costs of a partner");
    }

    /** Together they pay for more than all of a rent: of the one a whole, of the other a fiftieth. */
    @Test
    void two_awards_of_one_decision_that_share_a_cost_are_refused_by_the_model_too() {
        assertThat(new RandomHistories().run(3_774, 1)).isNull();
    }

    @Test
    void a_rule_that_posts_to_the_wrong_account_is_found_and_what_it_needs_is_a_handful_of_steps() {
        RandomHistories planted =
                new RandomHistories(() -> Planted.posting(RandomHistoriesTest::returnedMoneySeemsToLapse));

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
        RandomHistories planted = new RandomHistories(() -> Planted.posting(RandomHistoriesTest::withoutReceipts));

        RandomHistories.Failure failure = Objects.requireNonNull(planted.run(7, 1));

        assertThat(failure.steps()).hasSize(2);
        assertThat(failure.steps().getFirst().command()).isInstanceOf(FundCommand.OpenFund.class);
        assertThat(failure.steps().getLast().command()).isInstanceOf(FundCommand.ReceiveContribution.class);
    }

    @Test
    void money_of_a_second_fund_of_a_call_that_is_not_posted_is_found() {
        RandomHistories.Failure failure = found(Planting::secondFundForgotten, 1);

        assertThat(names(failure)).containsOnlyOnce("ApproveCall").endsWith("ApproveCall");
        assertThat(failure.words()).contains(":allocated:");
    }

    @Test
    void money_set_aside_again_for_a_promotion_that_is_not_posted_is_found() {
        RandomHistories.Failure failure = found(Planting::promotionNotSetAside, 32);

        assertThat(names(failure)).contains("RecommendPromotion").endsWith("ApprovePromotion");
    }

    @Test
    void a_product_that_forgets_most_of_the_shared_costs_it_paid_is_found_when_it_pays_them_again() {
        RandomHistories.Failure failure = found(Planting::aTenthOfSharedCosts, 33);

        assertThat(failure.fault().kind()).isEqualTo("accepted");
        assertThat(names(failure)).contains("SaveBudget");
        assertThat(names(failure).getLast()).isIn("ApproveDecision", "ApprovePromotion");
    }

    @Test
    void a_gap_of_a_joint_award_that_is_not_all_posted_is_found() {
        RandomHistories.Failure failure = found(Planting::jointGapForgotten, 11);

        assertThat(names(failure)).contains("InvitePartner", "AgreeAsPartner").endsWith("ApproveDecision");
        assertThat(failure.words()).contains("gap:", "unfunded:");
    }

    @Test
    void a_penny_that_is_lost_only_when_events_are_read_again_is_found() {
        RandomHistories planted = new RandomHistories(() -> Planted.reading(RandomHistoriesTest::aPennyLess));

        RandomHistories.Failure failure = Objects.requireNonNull(planted.run(7, 1));

        assertThat(failure.fault().kind()).isEqualTo("replay");
        assertThat(failure.words()).contains("Read again from the first event, position ");
        assertThat(names(failure)).containsExactly("OpenFund", "ReceiveContribution");
    }

    @Test
    void of_a_failing_list_only_what_it_needs_is_left() {
        List<Integer> all = IntStream.range(0, 200).boxed().toList();
        assertThat(Shorter.failing(all, some -> some.contains(17) && some.contains(18) && some.contains(171)))
                .containsExactly(17, 18, 171);
    }

    /** In the history of that seed; where histories have become other ones, in one of those after it. */
    private static RandomHistories.Failure found(Supplier<Planted> planted, long seed) {
        return LongStream.range(seed, seed + MOST_TRIED)
                .mapToObj(one -> new RandomHistories(planted).run(one, 1))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(RandomHistories.Failure failure) {
        return failure.steps().stream()
                .map(step -> step.command().getClass().getSimpleName())
                .toList();
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
        return event instanceof FundEvent.ContributionReceived ? List.of() : PostingRules.postings(event);
    }

    private static Event aPennyLess(Event event) {
        return event instanceof FundEvent.ContributionReceived e
                        && e.slices().getFirst().amountPence() > 1
                ? new FundEvent.ContributionReceived(
                        e.fundId(),
                        e.slices().stream().map(RandomHistoriesTest::aPennyLess).toList(),
                        e.reference())
                : event;
    }

    private static Slice aPennyLess(Slice slice) {
        return new Slice(
                slice.contributor(), slice.financialYear(), slice.restriction(), Math.max(1, slice.amountPence() - 1));
    }
}
