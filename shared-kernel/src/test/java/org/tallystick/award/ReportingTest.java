package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    @ParameterizedTest
    @CsvSource({"1, ONCE", "1000000, ONCE", "1000001, YEARLY", "5000000, YEARLY", "5000001, HALF_YEARLY"})
    void the_more_money_the_more_reports(long awardedPence, Reporting reporting) {
        assertThat(Reporting.of(awardedPence)).isEqualTo(reporting);
    }

    @Test
    void a_report_is_due_a_month_after_each_period_and_after_the_end() {
        LocalDate last = LocalDate.of(2028, 9, 30);

        assertThat(Reporting.ONCE.due(FIRST, last)).containsExactly(LocalDate.of(2028, 10, 30));
        assertThat(Reporting.YEARLY.due(FIRST, last))
                .containsExactly(LocalDate.of(2027, 10, 30), LocalDate.of(2028, 10, 30));
        assertThat(Reporting.HALF_YEARLY.due(FIRST, last))
                .containsExactly(
                        LocalDate.of(2027, 4, 30),
                        LocalDate.of(2027, 10, 30),
                        LocalDate.of(2028, 4, 30),
                        LocalDate.of(2028, 10, 30));
    }

    @Test
    void work_that_ends_within_a_period_has_its_last_report_after_the_end() {
        assertThat(Reporting.YEARLY.due(FIRST, LocalDate.of(2027, 12, 31)))
                .containsExactly(LocalDate.of(2027, 10, 30), LocalDate.of(2028, 1, 31));
        assertThat(Reporting.YEARLY.due(FIRST, LocalDate.of(2027, 10, 1)))
                .as("a day over the year")
                .containsExactly(LocalDate.of(2027, 11, 1));
        assertThat(Reporting.HALF_YEARLY.due(FIRST, FIRST)).containsExactly(LocalDate.of(2026, 11, 1));
    }
}
