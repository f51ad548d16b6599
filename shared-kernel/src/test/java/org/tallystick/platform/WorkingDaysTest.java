package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** As GOV.UK lists them for England and Wales. */
    @ParameterizedTest
    @CsvSource({
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    })
    void bank_holidays_are_those_of_england_and_wales(int year, String days) {
        assertThat(WorkingDays.bankHolidays(year).stream()
                        .sorted()
                        .map(day -> day.toString().substring(5))
                        .toList())
                .containsExactly(days.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-15, 2026-06-15, 0",
        "2026-06-15, 2026-06-16, 1",
        "2026-06-12, 2026-06-15, 1",
        "2026-06-13, 2026-06-14, 0",
        "2026-12-24, 2026-12-29, 1",
        "2026-06-01, 2026-06-30, 21",
        "2026-06-16, 2026-06-15, 0",
    })
    void the_first_day_does_not_count_and_the_last_does(LocalDate from, LocalDate until, int days) {
        assertThat(WorkingDays.between(from, until)).isEqualTo(days);
    }
}
