package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "£12,450.67 | 1245067",
                "12450 | 1245000",
                "12 450.5 | 1245050",
                "' £ 1,000,000 ' | 100000000",
                "0.09 | 9",
                "0 | 0",
                "100000000000 | 10000000000000"
            })
    void sums_are_read_as_people_type_them(String typed, long pence) {
        assertThat(MoneyText.parse(typed, "the amount")).isEqualTo(new Typed.Read<>(pence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Enter the amount.",
                "' ' | Enter the amount.",
                "-5 | The amount must be £0 or more. Leave out the minus sign.",
                "£-5 | The amount must be £0 or more. Leave out the minus sign.",
                "12k | The amount must be in full, like 12,000 instead of 12k.",
                "1.2 million | The amount must be in full, like 12,000 instead of 12k.",
                "100000000000.01 | The amount is too large. Check the number of noughts.",
                "99999999999999999999 | The amount is too large. Check the number of noughts."
            })
    void what_cannot_be_read_says_what_to_type(String typed, String message) {
        assertThat(MoneyText.parse(typed, "the amount")).isEqualTo(new Typed.Unclear<Long>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.345", "1,23", "12,4500", "twelve", "1.2.3", "$5", "£", "1e5", "5p", "٣"})
    void anything_doubtful_is_asked_again_and_never_guessed(String typed) {
        assertThat(MoneyText.parse(typed, "the amount"))
                .isEqualTo(new Typed.Unclear<Long>("The amount must be in pounds and pence, like 12,450.67 or 12450."));
    }

    @Test
    void what_is_said_can_be_typed_again() {
        for (long pence : new long[] {0, 1, 99, 100, 1_245_067, 123_456_789_012L}) {
            assertThat(MoneyText.parse(MoneyText.say(pence), "x")).isEqualTo(new Typed.Read<>(pence));
            assertThat(MoneyText.parse(MoneyText.sayPence(pence), "x")).isEqualTo(new Typed.Read<>(pence));
        }
    }
}
