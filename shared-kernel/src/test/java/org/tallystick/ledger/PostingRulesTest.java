package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Gap;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Unspent;
import org.tallystick.platform.Event;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.FinancialYear;

class PostingRulesTest {

    private static final FinancialYear YEAR = new FinancialYear(2026);
    private static final Slice COUNCIL = new Slice("GB-LAE-MAN", YEAR, Slice.UNRESTRICTED, 1_250_000);
    private static final Slice POLICE = new Slice("GB-GOR-PC1", YEAR, "Women leaving prison", 99);
    private static final List<Slice> MONEY = List.of(COUNCIL, POLICE);
    private static final String ORG = "GB-CHC-1090095";
    private static final Gap UNPAID = new Gap(YEAR, GapCarrier.UNPAID_WORK, 2_931_614);

    /** Every money event there is, with the accounts it must debit and credit. */
    private static final Map<Event, List<String>> RULES = Map.ofEntries(
            Map.entry(
                    new FundEvent.ContributionReceived("f", List.of(COUNCIL), "BACS 1"),
                    List.of("fund:f:available", "contributor:GB-LAE-MAN")),
            Map.entry(
                    new FundEvent.ContributionReturned("f", List.of(COUNCIL)),
                    List.of("contributor:GB-LAE-MAN", "fund:f:available")),
            Map.entry(new FundEvent.MoneyAllocated("f", "c", MONEY), List.of("fund:f:allocated:c", "fund:f:available")),
            Map.entry(
                    new FundEvent.AllocationReleased("f", "c", MONEY),
                    List.of("fund:f:available", "fund:f:allocated:c")),
            Map.entry(
                    new FundEvent.MoneyCommitted("f", "a", null, ORG, MONEY),
                    List.of("fund:f:committed:a", "fund:f:available")),
            Map.entry(
                    new FundEvent.MoneyCommitted("f", "a", "c", ORG, MONEY),
                    List.of("fund:f:committed:a", "fund:f:allocated:c")),
            Map.entry(
                    new FundEvent.CommitmentReleased("f", "a", MONEY),
                    List.of("fund:f:available", "fund:f:committed:a")),
            Map.entry(
                    new FundEvent.UnspentMoneyFreed("f", Unspent.RETURNED, MONEY),
                    List.of("fund:f:available", "fund:f:returned")),
            Map.entry(
                    new FundEvent.UnspentMoneyFreed("f", Unspent.LAPSED, MONEY),
                    List.of("fund:f:available", "fund:f:lapsed")),
            Map.entry(
                    new FundEvent.UnspentMoneyReturned("f", Unspent.RETURNED, List.of(COUNCIL)),
                    List.of("contributor:GB-LAE-MAN", "fund:f:returned")),
            Map.entry(
                    new FundEvent.UnspentMoneyReturned("f", Unspent.LAPSED, List.of(COUNCIL)),
                    List.of("contributor:GB-LAE-MAN", "fund:f:lapsed")),
            Map.entry(
                    new AwardEvent.AgreementSigned("a", "f", ORG, MONEY),
                    List.of("award:a:obligated", "fund:f:committed:a")),
            Map.entry(
                    new AwardEvent.InstalmentMadePayable("a", "f", ORG, 2, MONEY),
                    List.of("award:a:payable:2", "award:a:obligated")),
            Map.entry(
                    new AwardEvent.PaymentPaid("a", "f", ORG, 2, "BACS 2", MONEY),
                    List.of("org:" + ORG + ":received", "award:a:payable:2")),
            Map.entry(
                    new AwardEvent.PaymentBounced("a", "f", ORG, 2, MONEY),
                    List.of("award:a:payable:2", "org:" + ORG + ":received")),
            Map.entry(
                    new AwardEvent.PaymentCancelled("a", "f", ORG, 2, MONEY),
                    List.of("award:a:obligated", "award:a:payable:2")),
            Map.entry(
                    new AwardEvent.MoneyReturned("a", "f", ORG, MONEY),
                    List.of("fund:f:returned", "org:" + ORG + ":received")),
            Map.entry(
                    new AwardEvent.MoneyLapsed("a", "f", ORG, 2, MONEY), List.of("fund:f:lapsed", "award:a:obligated")),
            Map.entry(
                    new AwardEvent.InstalmentReduced("a", "f", ORG, 2, MONEY),
                    List.of("fund:f:lapsed", "award:a:obligated")),
            Map.entry(
                    new AwardEvent.GapRecorded("a", "f", "c", "o", ORG, 9_999_999, List.of(UNPAID, UNPAID)),
                    List.of("gap:a:unpaid-work", "unfunded:f")),
            Map.entry(
                    new AwardEvent.GapReleased("a", "f", null, ORG, List.of(UNPAID)),
                    List.of("unfunded:f", "gap:a:unpaid-work")));

    @Test
    void each_money_event_debits_where_the_money_goes_and_credits_where_it_comes_from() {
        RULES.forEach((event, accounts) -> assertThat(PostingRules.postings(event))
                .as(event.toString())
                .isNotEmpty()
                .allSatisfy(posting -> assertThat(List.of(posting.debitAccount(), posting.creditAccount()))
                        .isEqualTo(accounts)));
    }

    @Test
    void all_money_events_there_are_have_been_looked_at_here() {
        Set<Class<?>> looked = RULES.keySet().stream().map(Event::getClass).collect(Collectors.toSet());
        Set<Class<?>> money = EventTypes.all().values().stream()
                .filter(type -> FundEvent.Money.class.isAssignableFrom(type)
                        || AwardEvent.Money.class.isAssignableFrom(type)
                        || AwardEvent.Memo.class.isAssignableFrom(type))
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(looked).isEqualTo(money);
    }

    @Test
    void an_event_posts_one_line_per_source_and_neither_adds_nor_drops_a_penny() {
        RULES.keySet().forEach(event -> {
            List<Posting> postings = PostingRules.postings(event);
            assertThat(postings.stream().map(Posting::slice).toList())
                    .as(event.toString())
                    .isEqualTo(slicesOf(event));
            assertThat(postings.stream().map(Posting::line).toList())
                    .isEqualTo(
                            Stream.iterate(1, n -> n + 1).limit(postings.size()).toList());
            assertThat(postings).allSatisfy(p -> assertThat(p.debitAccount()).isNotEqualTo(p.creditAccount()));
        });
    }

    @Test
    void each_line_says_what_happened_to_how_much_in_a_sentence() {
        RULES.keySet()
                .forEach(event -> assertThat(PostingRules.postings(event))
                        .allSatisfy(posting -> assertThat(posting.sentence())
                                .contains(Pounds.of(posting.slice().amountPence()))
                                .matches("\\S.*\\.")
                                .doesNotContain("null", "  ")));
        assertThat(PostingRules.postings(new AwardEvent.PaymentPaid("a", "f", ORG, 2, "BACS 2", List.of(COUNCIL))))
                .extracting(Posting::sentence)
                .containsExactly("Payment 2 of award {award} was paid: {organisation} got £12,500.");
    }

    @Test
    void a_sentence_has_no_other_places_than_those_its_line_can_fill() {
        RULES.keySet()
                .forEach(event -> assertThat(PostingRules.postings(event)).allSatisfy(posting -> {
                    Set<String> places = new HashSet<>();
                    String said = Sentence.filled(posting.sentence(), place -> {
                        places.add(place);
                        return "$1 {award}";
                    });
                    assertThat(said).doesNotContain("{organisation}", "{contributor}", "{call}");
                    assertThat(places.contains(Sentence.AWARD)).isEqualTo(posting.awardId() != null);
                    assertThat(posting.organisationId() != null || !places.contains(Sentence.ORGANISATION))
                            .isTrue();
                    assertThat(posting.callId() != null || !places.contains(Sentence.CALL))
                            .isTrue();
                }));
    }

    @Test
    void a_correction_is_the_reverse_of_what_it_corrects() {
        assertReversed(
                new AwardEvent.PaymentPaid("a", "f", ORG, 1, "BACS 2", MONEY),
                new AwardEvent.PaymentBounced("a", "f", ORG, 1, MONEY));
        assertReversed(
                new AwardEvent.InstalmentMadePayable("a", "f", ORG, 1, MONEY),
                new AwardEvent.PaymentCancelled("a", "f", ORG, 1, MONEY));
        assertReversed(
                new FundEvent.MoneyAllocated("f", "c", MONEY), new FundEvent.AllocationReleased("f", "c", MONEY));
        assertReversed(
                new FundEvent.MoneyCommitted("f", "a", null, ORG, MONEY),
                new FundEvent.CommitmentReleased("f", "a", MONEY));
    }

    @Test
    void what_nobody_pays_for_is_beside_the_money_by_who_carries_it() {
        Gap reserves = new Gap(YEAR, GapCarrier.RESERVES, 1);
        Event recorded = new AwardEvent.GapRecorded("a", "f", "c", "o", ORG, 5, List.of(UNPAID, reserves));

        assertThat(PostingRules.postings(recorded))
                .extracting(Posting::debitAccount)
                .containsExactly("gap:a:unpaid-work", "gap:a:reserves");
        assertThat(PostingRules.postings(recorded).getFirst().sentence())
                .isEqualTo("Nobody pays for £29,316.14 of the full cost of award {award}: it is carried by unpaid work"
                        + " of volunteers and staff.");
        PostingRules.postings(recorded)
                .forEach(posting -> assertThat(List.of(posting.debitAccount(), posting.creditAccount()))
                        .allMatch(Account::isMemo));
        RULES.entrySet().stream()
                .filter(rule -> !(rule.getKey() instanceof AwardEvent.Memo))
                .forEach(rule -> assertThat(rule.getValue()).noneMatch(Account::isMemo));
        assertReversed(recorded, new AwardEvent.GapReleased("a", "f", "c", ORG, List.of(UNPAID, reserves)));
    }

    @Test
    void an_event_that_moves_no_money_posts_nothing() {
        assertThat(PostingRules.postings(new FundEvent.ContributionPledged("f", COUNCIL)))
                .isEmpty();
        assertThat(PostingRules.postings(new FundEvent.UnspentMoneyNoted("f", "a", Unspent.LAPSED, MONEY)))
                .as("the award's own event moved it")
                .isEmpty();
        assertThat(PostingRules.postings(new AwardEvent.PaymentApproved("a", 1, "person")))
                .isEmpty();
    }

    @Test
    void a_line_names_the_fund_and_the_award_the_call_and_the_organisation_it_concerns() {
        assertThat(PostingRules.postings(new FundEvent.MoneyCommitted("f", "a", "c", ORG, List.of(COUNCIL))))
                .singleElement()
                .satisfies(posting -> {
                    assertThat(posting.fundId()).isEqualTo("f");
                    assertThat(posting.awardId()).isEqualTo("a");
                    assertThat(posting.callId()).isEqualTo("c");
                    assertThat(posting.organisationId()).isEqualTo(ORG);
                });
    }

    private static void assertReversed(Event first, Event reversal) {
        List<Posting> one = PostingRules.postings(first);
        List<Posting> other = PostingRules.postings(reversal);
        assertThat(other).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).debitAccount()).isEqualTo(one.get(i).creditAccount());
            assertThat(other.get(i).creditAccount()).isEqualTo(one.get(i).debitAccount());
            assertThat(other.get(i).slice()).isEqualTo(one.get(i).slice());
        }
    }

    private static List<Slice> slicesOf(Event event) {
        return switch (event) {
            case FundEvent.Money money -> money.slices();
            case AwardEvent.Memo memo ->
                memo.gaps().stream()
                        .map(gap ->
                                new Slice(memo.recipient(), gap.financialYear(), Slice.UNRESTRICTED, gap.amountPence()))
                        .toList();
            default -> ((AwardEvent.Money) event).slices();
        };
    }
}
