package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tallystick.assessment.Recommendations;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.Gap;
import org.tallystick.award.RealCost;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.FinancialYear;

class JointBidTest {

    private static final FinancialYear YEAR = WorkedCase.YEAR;
    private static final int ROUNDS = 300;

    private final Random random = new Random(20261122);
    private final RandomBudgets budgets = new RandomBudgets(random);

    @Test
    void a_partner_agrees_to_its_work_and_its_budget_and_to_no_other() {
        BidContent invited =
                BidContent.NOTHING.with(new BidEvent.PartnerInvited("b", "p", 1, "Two mentors", PartnerSight.OWN_PART));
        BidContent costed = invited.with(new BidEvent.BudgetSaved("b", 1, asking("p", 5_000_00)));
        BidContent agreed = costed.with(new BidEvent.PartnerAgreed("b", "p", 2, 1, Certification.OF_PARTNER));
        assertThat(costed.budget()).isNull();
        assertThat(agreed.requirePartner("p").agreed()).isTrue();
        assertThat(agreed.with(new BidEvent.PartnerChanged("b", "p", 3, "Two mentors", PartnerSight.READ))
                        .requirePartner("p"))
                .isEqualTo(new Partner("p", "Two mentors", PartnerSight.READ, true, asking("p", 5_000_00)));
        assertThat(agreed.with(new BidEvent.PartnerChanged("b", "p", 3, "Three mentors", PartnerSight.OWN_PART))
                        .requirePartner("p")
                        .agreed())
                .isFalse();
        assertThat(agreed.with(new BidEvent.BudgetSaved("b", 2, asking("p", 6_000_00)))
                        .requirePartner("p")
                        .agreed())
                .isFalse();
        assertThat(agreed.with(new BidEvent.BudgetSaved("b", 1, asking("lead", 6_000_00)))
                        .requirePartner("p")
                        .agreed())
                .isTrue();
    }

    @Test
    void a_partner_that_goes_takes_its_budget_along_and_begins_anew_when_it_is_asked_again() {
        BidContent with = BidContent.NOTHING
                .with(new BidEvent.BudgetSaved("b", 1, asking("lead", 1_000_00)))
                .with(new BidEvent.PartnerInvited("b", "p", 1, "x", PartnerSight.READ))
                .with(new BidEvent.PartnerInvited("b", "q", 1, "y", PartnerSight.READ))
                .with(new BidEvent.BudgetSaved("b", 1, asking("q", 2_000_00)))
                .with(new BidEvent.BudgetSaved("b", 1, asking("p", 3_000_00)));
        assertThat(with.budgets()).extracting(Budget::organisationId).containsExactly("lead", "p", "q");
        BidContent without = with.with(new BidEvent.PartnerLeft("b", "p", 2));
        assertThat(without.budgets()).extracting(Budget::organisationId).containsExactly("lead", "q");
        BidContent again = without.with(new BidEvent.PartnerInvited("b", "p", 3, "z", PartnerSight.WRITE));
        assertThat(again.partners()).extracting(Partner::organisationId).containsExactly("q", "p");
        assertThat(again.requirePartner("p").budget()).isNull();
    }

    @Test
    void what_a_partner_lacks_is_a_sentence_each_and_what_the_call_allows_is_counted_together() {
        BidContent content = BidContent.NOTHING
                .with(new BidEvent.BudgetSaved("b", 1, asking("lead", 60_000_00)))
                .with(new BidEvent.PartnerInvited("b", "p", 1, "x", PartnerSight.READ));
        assertThat(missing(content, BidPart.PARTNER))
                .containsExactly(
                        "P House has not said yet what its part costs.", "P House has not agreed to its part yet.");
        BidContent later = content.with(new BidEvent.BudgetSaved(
                "b", 1, new Budget("p", List.of(year(new FinancialYear(YEAR.startYear() + 5), 60_000_00)))));
        assertThat(missing(later, BidPart.PARTNER))
                .contains("P House: The budget has " + new FinancialYear(YEAR.startYear() + 5)
                        + ", which is no year of the lead's budget.");
        BidContent both = content.with(new BidEvent.BudgetSaved("b", 1, asking("p", 60_000_00)))
                .with(new BidEvent.PartnerAgreed("b", "p", 2, 1, Certification.OF_PARTNER));
        assertThat(missing(both, BidPart.PARTNER)).isEmpty();
        assertThat(missing(content, BidPart.BUDGET)).noneMatch(sentence -> sentence.contains("the call gives"));
        assertThat(missing(both, BidPart.BUDGET))
                .containsOnlyOnce("Together you ask for £120,000; the call gives from £1,000 to £108,000.");
    }

    @Test
    void a_lead_may_ask_for_nothing_where_a_partner_does_the_paid_work() {
        Budget given = new Budget(
                "lead",
                List.of(new Budget.Year(
                        YEAR,
                        Uplift.NONE,
                        new DirectCosts(
                                List.of(),
                                List.of(new DirectCosts.Spending(CostKind.DELIVERY, "Room", 100_00, true)),
                                List.of()),
                        Overheads.none(YEAR),
                        Funding.asking(0))));
        BidContent content = BidContent.NOTHING
                .with(new BidEvent.BudgetSaved("b", 1, given))
                .with(new BidEvent.PartnerInvited("b", "p", 1, "x", PartnerSight.READ))
                .with(new BidEvent.BudgetSaved("b", 1, asking("p", 60_000_00)));
        assertThat(missing(content, BidPart.BUDGET)).isEmpty();
        assertThat(Recommendations.parts(content.budgets(), List.of(new YearAmount(YEAR, 50_000_00))))
                .containsExactly(
                        new Recommendations.Part("lead", 0, 0, List.of()),
                        new Recommendations.Part(
                                "p",
                                50_000_00,
                                60_000_00,
                                List.of(new Gap(YEAR, GapCarrier.UNRESTRICTED_INCOME, 10_000_00))));
    }

    /** A slow model: year by year and organisation by organisation, in plain loops over what each costs alone. */
    @Test
    void all_sums_over_random_organisations_are_those_of_a_slow_model() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Budget> all = several();
            Map<FinancialYear, long[]> slow = new TreeMap<>();
            for (Budget budget : all) {
                for (YearCost year : FullCost.of(budget).years()) {
                    long[] sums = slow.computeIfAbsent(year.financialYear(), _ -> new long[4]);
                    sums[0] += year.directPence();
                    sums[1] += year.overheadPence();
                    sums[2] += year.recovery().askedPence();
                    sums[3] += year.recovery().gapPence();
                }
            }
            JointCost joint = JointCost.of(all);
            assertThat(joint.years())
                    .extracting(JointCost.Year::financialYear)
                    .containsExactlyElementsOf(slow.keySet());
            for (JointCost.Year year : joint.years()) {
                long[] sums = slow.getOrDefault(year.financialYear(), new long[4]);
                assertThat(new long[] {
                            year.directPence(),
                            year.overheadPence(),
                            year.recovery().askedPence(),
                            year.recovery().gapPence()
                        })
                        .isEqualTo(sums);
                assertThat(year.capped(1_000).mostPence()).isEqualTo(sums[0] + Math.min(sums[1], sums[0] / 10));
            }
            assertThat(joint.recovery().gapPence())
                    .isEqualTo(slow.values().stream().mapToLong(sums -> sums[3]).sum());
        }
    }

    @Test
    void an_award_is_divided_as_was_asked_for_and_no_penny_is_lost() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Budget> all = several();
            List<YearAmount> whole = asked(all);
            assertThat(Recommendations.paid(all, whole)).isEqualTo(all);
            List<YearAmount> given = whole.stream()
                    .map(one -> new YearAmount(one.financialYear(), 1 + random.nextLong(one.amountPence())))
                    .toList();
            List<Recommendations.Part> parts = Recommendations.parts(all, given);
            assertThat(parts.stream()
                            .mapToLong(Recommendations.Part::awardedPence)
                            .sum())
                    .isEqualTo(given.stream().mapToLong(YearAmount::amountPence).sum());
            assertThat(asked(Recommendations.paid(all, given))).isEqualTo(given);
            RealCost together = Recommendations.realCost(all, given);
            assertThat(Gap.sumPence(together.gaps()))
                    .isEqualTo(parts.stream()
                            .mapToLong(part -> Gap.sumPence(part.gaps()))
                            .sum());
            assertThat(together.fullCostPence())
                    .isEqualTo(JointCost.of(all).recovery().fullCostPence());
        }
    }

    private List<Budget> several() {
        List<Budget> all = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            all.add(new Budget("o" + i, budgets.budget().years()));
        }
        return all;
    }

    private static List<YearAmount> asked(List<Budget> all) {
        Map<FinancialYear, Long> asked = new TreeMap<>();
        all.forEach(budget -> budget.years()
                .forEach(
                        year -> asked.merge(year.financialYear(), year.funding().askedPence(), Long::sum)));
        return asked.entrySet().stream()
                .map(one -> new YearAmount(one.getKey(), one.getValue()))
                .toList();
    }

    private static Budget asking(String organisation, long pence) {
        return new Budget(organisation, List.of(year(YEAR, pence)));
    }

    private static Budget.Year year(FinancialYear year, long pence) {
        return new Budget.Year(
                year,
                Uplift.NONE,
                new DirectCosts(
                        List.of(),
                        List.of(new DirectCosts.Spending(CostKind.DELIVERY, "Drop-in", pence, false)),
                        List.of()),
                Overheads.none(year),
                Funding.asking(pence));
    }

    private static List<String> missing(BidContent content, BidPart part) {
        CallTerms terms = BidTaskTest.terms(null);
        Parties parties = new Parties() {
            @Override
            public BidTask.CostProfiles profilesOf(String organisationId) {
                return (_, _) -> Optional.empty();
            }

            @Override
            public String name(String organisationId) {
                return organisationId.toUpperCase(java.util.Locale.UK) + " House";
            }
        };
        return BidTask.of(terms, content, parties).stream()
                .filter(task -> task.part() == part)
                .flatMap(task -> task.missing().stream())
                .toList();
    }
}
