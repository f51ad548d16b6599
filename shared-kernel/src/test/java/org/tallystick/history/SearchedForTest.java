package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchedForTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 March 2026                | 2026-03-31 | 2026-03-31
            31/3/2026                    | 2026-03-31 | 2026-03-31
            2026-03-31                   | 2026-03-31 | 2026-03-31
            March 2026                   | 2026-03-01 | 2026-03-31
            2026-02                      | 2026-02-01 | 2026-02-28
            2026-27                      | 2026-04-01 | 2027-03-31
            1 May 2026 to 9 May 2026     | 2026-05-01 | 2026-05-09
            9/5/2026 - 1/5/2026          | 2026-05-01 | 2026-05-09
            from April 2026 to May 2026  | 2026-04-01 | 2026-05-31
            2026-05-01..2026-05-09       | 2026-05-01 | 2026-05-09
            """)
    void days_are_read_as_people_write_them(String text, LocalDate from, LocalDate until) {
        SearchedFor read = SearchedFor.of(text);

        assertThat(read.from()).isEqualTo(from);
        assertThat(read.until()).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31 February 2026",
                "Lantern",
                "12",
                "2026-13-01",
                "1 May 2026 to never",
                "Smarch 2026",
                "from",
                "-",
                " to ",
                "99/99/9999 to 1/1/2026"
            })
    void what_is_no_day_is_none(String text) {
        assertThat(SearchedFor.of(text).from()).isNull();
        assertThat(SearchedFor.of(text).until()).isNull();
    }

    @Test
    void a_number_is_a_position_and_a_sum() {
        assertThat(SearchedFor.of("1,250").position()).isEqualTo(1_250);
        assertThat(SearchedFor.of("1,250").amountPence()).isEqualTo(125_000);
        assertThat(SearchedFor.of("#42").position()).isEqualTo(42);
        assertThat(SearchedFor.of("#42").amountPence()).isNull();
        assertThat(SearchedFor.of("£1,250.07").amountPence()).isEqualTo(125_007);
        assertThat(SearchedFor.of("£1,250.07").position()).isNull();
        assertThat(SearchedFor.of("£ 12 500").amountPence()).isEqualTo(1_250_000);
        assertThat(SearchedFor.of("9999999999999999999").position()).isNull();
        assertThat(SearchedFor.of("9999999999999999999").amountPence()).isNull();
        assertThat(SearchedFor.of("12.5").amountPence()).isNull();
    }

    @Test
    void a_reference_is_what_the_bank_leaves_of_it() {
        assertThat(SearchedFor.of("BACS ts1q-k6zv 3m0a").references())
                .containsExactly("BACSTS1QK6ZV3M0A", "TS1QK6ZV", "3M0A");
        assertThat(SearchedFor.of("Lantern women").references()).isEmpty();
    }

    @Test
    void ids_of_events_and_hashes_are_known_by_their_form() {
        String id = "3F2504E0-4F89-11D3-9A0C-0305E82C3301";

        assertThat(SearchedFor.of(id).eventId()).isEqualTo(id.toLowerCase(java.util.Locale.ROOT));
        assertThat(SearchedFor.of("AB".repeat(32)).leafHash()).isEqualTo("ab".repeat(32));
        assertThat(SearchedFor.of("ab".repeat(31)).leafHash()).isEmpty();
    }
}
