package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionalIsolateTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Threshold Women's Centre", "Cyfieithu i’r Gymraeg", "Łódź 日本 Ελλάς 12"})
    void what_is_written_from_left_to_right_stays_as_it_is(String text) {
        assertThat(DirectionalIsolate.of(text)).isEqualTo(text);
    }

    @Test
    void what_is_written_from_right_to_left_keeps_to_itself() {
        assertThat(DirectionalIsolate.of("مركز الأمل")).isEqualTo("\u2068مركز الأمل\u2069");
        assertThat(DirectionalIsolate.of("Café שלום")).isEqualTo("\u2068Café שלום\u2069");
    }
}
