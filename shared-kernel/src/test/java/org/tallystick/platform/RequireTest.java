package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {

    @Test
    void an_id_has_one_to_a_hundred_plain_characters() {
        assertThat(Require.id("GB-CHC-1090095", "id")).isEqualTo("GB-CHC-1090095");
        assertThat(Require.id("a".repeat(100), "id")).hasSize(100);
        refused("id must be 1 to 100", () -> Require.id("a".repeat(101), "id"));
        refused("id is missing.", () -> Require.id(null, "id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", ".a", "a b", "a/b", "a:b", "é", "a\n", "a\u0000"})
    void an_id_that_could_break_an_address_or_an_account_is_refused(String id) {
        refused("id must be", () -> Require.id(id, "id"));
    }

    @Test
    void a_text_is_stripped_and_bounded() {
        assertThat(Require.text("  two\nlines ", "text", 10)).isEqualTo("two\nlines");
        refused("text must be at most 3 characters; it has 4.", () -> Require.text("four", "text", 3));
        refused("text must not be empty.", () -> Require.text(" \n", "text", 3));
        refused("text is missing.", () -> Require.text(null, "text", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0\u00a0", "\ufeff\u2060 ", "\u00ad"})
    void a_text_nobody_can_see_is_empty(String invisible) {
        refused("text must not be empty.", () -> Require.text(invisible, "text", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u0085b", "a\u007fb"})
    void control_characters_are_refused(String text) {
        refused("text must not contain control characters.", () -> Require.text(text, "text", 10));
    }

    @Test
    void half_a_character_is_refused_and_a_whole_one_is_not() {
        refused("half a character", () -> Require.text("a\ud83d", "text", 10));
        refused("half a character", () -> Require.text("\ude00b", "text", 10));
        assertThat(Require.text("\ud83d\ude00", "text", 10)).hasSize(2);
    }

    @Test
    void a_line_has_no_line_breaks_so_that_it_cannot_break_a_journal() {
        assertThat(Require.line(" Women's\r\n\tcentre ", "line", 20)).isEqualTo("Women's centre");
        assertThat(Require.optionalLine(null, "line", 20)).isEmpty();
        assertThat(Require.optionalText("  ", "line", 20)).isEmpty();
    }

    @Test
    void a_sum_is_from_a_penny_to_a_hundred_billion_pounds() {
        assertThat(Require.pence(1, "sum")).isEqualTo(1);
        assertThat(Require.pence(Require.MAXIMUM_PENCE, "sum")).isEqualTo(10_000_000_000_000L);
        assertThat(Require.penceOrZero(0, "sum")).isZero();
        for (long sum : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, Require.MAXIMUM_PENCE + 1}) {
            refused("sum must be between 1 penny and £100 billion.", () -> Require.pence(sum, "sum"));
        }
        refused("sum must be", () -> Require.penceOrZero(-1, "sum"));
    }

    @Test
    void a_date_is_one_that_a_database_and_a_person_understand() {
        assertThat(Require.date(LocalDate.of(1900, 1, 1), "day")).isEqualTo("1900-01-01");
        assertThat(Require.optionalDate(null, "day")).isNull();
        refused("day must be a date between 1900 and 2200.", () -> Require.date(LocalDate.of(1899, 12, 31), "day"));
        refused("day must be a date between 1900 and 2200.", () -> Require.optionalDate(LocalDate.MAX, "day"));
        refused("day is missing.", () -> Require.date(null, "day"));
    }

    @Test
    void a_list_is_bounded_has_no_gaps_and_cannot_be_changed_later() {
        refused("list must have between 1 and 2 entries.", () -> Require.list(List.of(), "list", 1, 2));
        refused("list must have between 1 and 2 entries.", () -> Require.list(List.of(1, 2, 3), "list", 1, 2));
        refused("list must not have empty entries.", () -> Require.list(Arrays.asList(1, null), "list", 1, 2));
        assertThat(Require.list(List.of(1), "list", 1, 2)).isUnmodifiable();
    }

    private static void refused(String sentence, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.sentence()).contains(sentence);
            assertThat(rejection.refusal()).isEqualTo(Refusal.INVALID);
            assertThat(rejection.field()).isPresent();
        });
    }
}
