package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+44 113",
                "-Help",
                "-1+2",
                "@name",
                "\tx",
                "\r=x",
                "\n=x",
                "'quoted'",
                "＝1",
                "＋1",
                "－1",
                "＠x"
            })
    void what_a_spreadsheet_would_run_begins_with_an_apostrophe_and_is_read_without(String cell) {
        assertThat(CsvText.guarded(cell)).isEqualTo("'" + cell);
        assertThat(CsvText.read(CsvText.write(List.of(List.of(cell, "x")))))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly(cell, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Harbour Light", "12450.67", "-12450.67", "-5", "£5", "a=b", " =1"})
    void words_and_numbers_stay_as_they_are(String cell) {
        assertThat(CsvText.guarded(cell)).isEqualTo(cell);
    }

    @Test
    void nothing_is_an_empty_cell() {
        assertThat(CsvText.guarded(null)).isEmpty();
    }

    @Test
    void a_cell_with_commas_quotes_or_lines_stands_in_quotes() {
        assertThat(CsvText.cell("=a, \"b\"\nc")).isEqualTo("\"'=a, \"\"b\"\"\nc\"");
    }
}
