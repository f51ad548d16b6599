package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "5pm, 17:00",
        "5 PM, 17:00",
        "5.30 p.m., 17:30",
        "5:30pm, 17:30",
        "12am, 00:00",
        "12pm, 12:00",
        "12 noon, 12:00",
        "midday, 12:00",
        "Midnight, 00:00",
        "17:00, 17:00",
        "9.05, 09:05",
        "17:00:59, 17:00:59",
        "17:00:00.123, 17:00:00.123"
    })
    void a_time_is_read_as_people_type_it(String typed, String time) {
        assertThat(TimeText.parse(typed, "the time")).isEqualTo(new Typed.Read<>(LocalTime.parse(time)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "25:00", "13pm", "0am", "17:60", "soon", "5pm sharp", "-5pm"})
    void what_could_be_two_times_or_none_is_not_guessed(String typed) {
        assertThat(TimeText.parse(typed, "the time it closes"))
                .isEqualTo(new Typed.Unclear<>("The time it closes must be a time, like 5pm or 17:00."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17:00", "00:00", "12:00", "09:05", "17:00:59", "17:00:00.123", "00:30"})
    void what_is_said_reads_as_the_same(String time) {
        LocalTime spoken = LocalTime.parse(time);
        assertThat(TimeText.parse(TimeText.say(spoken), "it")).isEqualTo(new Typed.Read<>(spoken));
    }

    @Test
    void moments_are_of_uk_time_and_the_hour_that_is_left_out_in_spring_is_refused() {
        assertThat(moment("30 6 2026", "5pm").moment("at", "it closes"))
                .contains(Instant.parse("2026-06-30T16:00:00Z"));
        Form spring = moment("28 3 2027", "1:30am");
        assertThat(spring.moment("at", "it closes")).isEmpty();
        assertThat(spring.error("at-time")).contains("The clocks go forward then");
        Form none = moment("", "");
        assertThat(none.moment("at", "it closes")).isEmpty();
        assertThat(none.problems())
                .extracting(Form.Problem::message)
                .containsExactly("Enter the day it closes.", "Enter the time it closes.");
    }

    private static Form moment(String day, String time) {
        return Form.of(Map.of("at", java.util.List.of(day), "at-time", java.util.List.of(time)));
    }
}
