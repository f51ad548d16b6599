package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(
            strings = {"22 November 2026", "22/11/2026", "2026-11-22", "22nd nov 2026", "22.11.2026", " 22 Nov, 2026 "})
    void one_field_takes_what_people_write(String typed) {
        assertThat(DateText.parse(typed, "the day")).isEqualTo(new Typed.Read<>(DAY));
    }

    @Test
    void three_fields_take_a_month_by_name() {
        assertThat(DateText.parse("22", "11", "2026", "the day")).isEqualTo(new Typed.Read<>(DAY));
        assertThat(DateText.parse("22", "Nov", "2026", "the day")).isEqualTo(new Typed.Read<>(DAY));
    }

    @ParameterizedTest
    @CsvSource({
        "'','','',Enter the day.",
        "22,'',2026,The day must include a month.",
        "'',11,2026,The day must include a day.",
        "22,11,'',The day must include a year.",
        "22,11,26,'The day must have a year of four digits, like 2026.'",
        "31,2,2026,'The day must be a real date, like 22 11 2026.'",
        "x,2,2026,'The day must be a real date, like 22 11 2026.'",
        "1,Nox,2026,'The day must be a real date, like 22 11 2026.'"
    })
    void what_is_missing_or_wrong_is_named(String day, String month, String year, String message) {
        assertThat(DateText.parse(day, month, year, "the day")).isEqualTo(new Typed.Unclear<LocalDate>(message));
    }

    @Test
    void american_order_is_never_guessed() {
        assertThat(DateText.parse("11/22/2026", "the day")).isInstanceOf(Typed.Unclear.class);
        assertThat(DateText.parse("next Friday", "the day"))
                .isEqualTo(
                        new Typed.Unclear<LocalDate>("The day must be a date, like 22 November 2026 or 22/11/2026."));
    }
}
