package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointInTimeTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T13:05:00Z, 2026-03-31T13:05:00Z",
        "2026-03-31T14:05:00+01:00, 2026-03-31T13:05:00Z",
        "2026-03-31T14:05:00 01:00, 2026-03-31T13:05:00Z",
        "2026-03-31T14:05, 2026-03-31T13:05:00Z",
        "2026-01-31T14:05:30, 2026-01-31T14:05:30Z",
        "2026-03-31, 2026-03-31T22:59:59.999999Z",
        "2026-01-31, 2026-01-31T23:59:59.999999Z",
        // The clocks go back on 25 October: half past one comes twice, and both are over at the second.
        "2026-10-25T01:30, 2026-10-25T01:30:00Z",
    })
    void a_day_is_its_end_and_a_time_is_that_of_the_united_kingdom(String known, Instant time) {
        assertThat(Known.parse(known, "known")).isEqualTo(new Known.AtTime(time));
    }

    @Test
    void a_number_is_a_position_and_what_is_said_can_be_read_again() {
        assertThat(Known.parse(" 1042 ", "known")).isEqualTo(new Known.AtPosition(1042));
        for (String known : new String[] {"0", "1042", "2026-03-31", "2026-03-31T14:05"}) {
            PointInTime at = PointInTime.of(MARCH, known);
            assertThat(PointInTime.of(at.effective(), at.knownText())).isEqualTo(at);
        }
        assertThat(PointInTime.of(null, " ")).isEqualTo(PointInTime.NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                "soon",
                "2026-02-30",
                "2026-03-31T25:00",
                "2026-03-31T14:05+99:00",
                "0001-01-01",
                "999999999999999999999",
                "2026-03-29T01:30",
                "9999-12-31T00:00:00Z"
            })
    void what_is_no_time_is_refused_by_its_name(String known) {
        assertThatThrownBy(() -> PointInTime.of(null, known))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.field()).contains("known"));
    }

    @Test
    void two_names_of_one_clock_may_not_disagree() {
        assertThat(PointInTime.of(7L, MARCH, null, null)).isEqualTo(PointInTime.of(MARCH, "7"));
        assertThat(PointInTime.of(7L, MARCH, MARCH, "7")).isEqualTo(PointInTime.of(MARCH, "7"));
        assertThatThrownBy(() -> PointInTime.of(7L, null, null, "8"))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.field()).contains("known"));
        assertThatThrownBy(() -> PointInTime.of(null, MARCH, MARCH.plusDays(1), null))
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.field()).contains("effective"));
    }
}
