package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialYearTest {

    @Test
    void it_begins_on_the_first_of_april_and_ends_on_the_last_of_march() {
        FinancialYear year = FinancialYear.of(LocalDate.of(2026, 4, 1));

        assertThat(year).hasToString("2026-27");
        assertThat(FinancialYear.of(LocalDate.of(2027, 3, 31))).isEqualTo(year);
        assertThat(FinancialYear.of(LocalDate.of(2026, 3, 31))).hasToString("2025-26");
        assertThat(year.firstDay()).isEqualTo("2026-04-01");
        assertThat(year.lastDay()).isEqualTo("2027-03-31");
        assertThat(year.next().firstDay()).isEqualTo(year.lastDay().plusDays(1));
    }

    @Test
    void it_is_read_as_it_is_written_across_a_century_too() {
        assertThat(FinancialYear.parse("2026-27")).isEqualTo(new FinancialYear(2026));
        assertThat(FinancialYear.parse("1999-00")).hasToString("1999-00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-28", "2026/27", "26-27", "2026-2027", " 2026-27", "0000-01", "9999-00", ""})
    void what_is_no_two_years_that_follow_one_another_is_refused(String text) {
        assertThatThrownBy(() -> FinancialYear.parse(text)).isInstanceOf(Rejection.class);
    }

    @Test
    void years_are_in_order() {
        assertThat(new FinancialYear(2025)).isLessThan(new FinancialYear(2026));
    }
}
