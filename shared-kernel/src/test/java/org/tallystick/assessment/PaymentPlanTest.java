package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tallystick.award.Instalment.Planned;
import org.tallystick.award.PaymentPlan;
import org.tallystick.platform.FinancialYear;

class PaymentPlanTest {

    private static final FinancialYear YEAR = new FinancialYear(2026);

    @Test
    void a_year_is_paid_in_quarters_from_the_start_of_the_work_and_the_next_from_april() {
        List<Planned> plan = PaymentPlan.quarterly(
                LocalDate.of(2026, 10, 5), 18, List.of(new YearAmount(YEAR.next(), 10_00), new YearAmount(YEAR, 1_01)));
        assertThat(plan)
                .containsExactly(
                        planned("2026-10-05", YEAR, 51),
                        planned("2027-01-01", YEAR, 50),
                        planned("2027-04-01", YEAR.next(), 2_50),
                        planned("2027-07-01", YEAR.next(), 2_50),
                        planned("2027-10-01", YEAR.next(), 2_50),
                        planned("2028-01-01", YEAR.next(), 2_50));
    }

    @Test
    void nothing_is_paid_for_a_quarter_after_the_work_has_ended() {
        assertThat(PaymentPlan.quarterly(LocalDate.of(2026, 4, 1), 6, List.of(new YearAmount(YEAR, 3_00))))
                .extracting(Planned::dueOn)
                .containsExactly(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1));
    }

    @Test
    void a_penny_is_one_payment() {
        assertThat(PaymentPlan.quarterly(LocalDate.of(2026, 4, 1), 12, List.of(new YearAmount(YEAR, 1))))
                .containsExactly(planned("2026-04-01", YEAR, 1));
    }

    @Test
    void no_penny_is_ever_lost_and_every_payment_falls_into_the_year_of_its_money() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            LocalDate start = LocalDate.of(2026, 4, 1).plusDays(random.nextInt(365));
            int months = random.nextInt(1, 61);
            FinancialYear last = FinancialYear.of(start.plusMonths(months).minusDays(1));
            List<YearAmount> amounts = new java.util.ArrayList<>();
            for (FinancialYear year = FinancialYear.of(start); year.compareTo(last) <= 0; year = year.next()) {
                amounts.add(new YearAmount(year, random.nextLong(1, 10_000_000)));
            }
            List<Planned> plan = PaymentPlan.quarterly(start, months, amounts);
            for (YearAmount amount : amounts) {
                assertThat(plan.stream()
                                .filter(part -> part.financialYear().equals(amount.financialYear()))
                                .mapToLong(Planned::amountPence)
                                .sum())
                        .isEqualTo(amount.amountPence());
            }
            assertThat(plan)
                    .allMatch(part -> FinancialYear.of(part.dueOn()).equals(part.financialYear()))
                    .allMatch(part ->
                            !part.dueOn().isBefore(start) && part.dueOn().isBefore(start.plusMonths(months)))
                    .isSortedAccordingTo(java.util.Comparator.comparing(Planned::dueOn));
        }
    }

    private static Planned planned(String day, FinancialYear year, long pence) {
        return new Planned(LocalDate.parse(day), year, pence);
    }
}
