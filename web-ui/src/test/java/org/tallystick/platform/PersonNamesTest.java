package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ruth", "Rtuh", "ADEYEMI, ruth", "Adeyeme", "Adeyemmi", "adeymi", "ade", "Xuth"})
    void a_person_is_found_by_a_part_of_the_name_and_with_one_typing_error_a_word(String typed) {
        assertThat(PersonNames.resembles(typed, "Ruth Adeyemi")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tom", "Ruth Hallam", "Adxyxmi", "r", "", "p-1", "Rut Adx", "uth"})
    void nobody_else_is(String typed) {
        assertThat(PersonNames.resembles(typed, "Ruth Adeyemi")).isFalse();
    }
}
