package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class WordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Words words = wordsAt("2026-11-22T14:05:00Z");

    @Test
    void money_shows_pence_only_where_they_matter() {
        assertThat(words.money(1_245_000)).isEqualTo("£12,450");
        assertThat(words.money(1_245_067)).isEqualTo("£12,450.67");
        assertThat(words.money(-1)).isEqualTo("\u2212£0.01");
        assertThat(words.money(0)).isEqualTo("£0");
        assertThat(words.pence(1_245_000)).isEqualTo("£12,450.00");
    }

    @Test
    void money_has_nothing_that_could_break() {
        assertThat(words.pence(-123_456_789_012L)).doesNotContainAnyWhitespaces();
    }

    @Test
    void headlines_round() {
        assertThat(words.roughly(123_456_789)).isEqualTo("£1.2\u00a0million");
        assertThat(words.roughly(200_000_000)).isEqualTo("£2\u00a0million");
        assertThat(words.roughly(8_412_300)).isEqualTo("£84,000");
        assertThat(words.roughly(64_050)).isEqualTo("£640");
        assertThat(words.roughly(-8_412_300)).isEqualTo("\u2212£84,000");
    }

    @Test
    void shares_are_exact_to_a_tenth() {
        assertThat(words.percent(7_700_000, 10_631_614)).isEqualTo("72.4%");
        assertThat(words.percent(1, 2)).isEqualTo("50%");
        assertThat(words.percent(5, 0)).isEqualTo("0%");
        assertThat(words.percent(-1, 4)).isEqualTo("\u221225%");
        assertThat(words.percent(1, 10_000)).isEqualTo("0%");
    }

    @Test
    void times_are_those_of_the_united_kingdom() {
        assertThat(words.dateTime(Instant.parse("2026-06-30T23:30:00Z"))).isEqualTo("1 July 2026 at 12:30am");
        assertThat(words.dateTime(Instant.parse("2026-11-22T14:05:00Z"))).isEqualTo("22 November 2026 at 2:05pm");
        assertThat(words.time(Instant.parse("2026-11-22T17:00:00Z"))).isEqualTo("5pm");
        assertThat(words.time(Instant.parse("2026-11-22T12:00:00Z"))).isEqualTo("midday");
        assertThat(words.time(Instant.parse("2026-11-22T00:00:00Z"))).isEqualTo("midnight");
        assertThat(wordsAt("2026-06-30T23:30:00Z").today()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void days_are_said_from_today() {
        assertThat(words.when(TODAY)).isEqualTo("today");
        assertThat(words.when(TODAY.plusDays(1))).isEqualTo("tomorrow");
        assertThat(words.when(TODAY.plusDays(3))).isEqualTo("in 3 days");
        assertThat(words.when(TODAY.minusDays(1))).isEqualTo("yesterday");
        assertThat(words.when(TODAY.minusDays(40))).isEqualTo("40 days ago");
        assertThat(words.due(TODAY.minusDays(1))).isEqualTo("1 day late");
        assertThat(words.due(TODAY)).isEqualTo("due today");
        assertThat(words.late(TODAY)).isFalse();
        assertThat(words.late(TODAY.minusDays(1))).isTrue();
    }

    @Test
    void closing_times_count_minutes_then_hours_then_days() {
        assertThat(words.closes(Instant.parse("2026-11-22T14:05:20Z"))).isEqualTo("in 1 minute");
        assertThat(words.closes(Instant.parse("2026-11-22T14:45:00Z"))).isEqualTo("in 40 minutes");
        assertThat(words.closes(Instant.parse("2026-11-23T18:05:00Z"))).isEqualTo("in 28 hours");
        assertThat(words.closes(Instant.parse("2026-11-25T12:00:00Z"))).isEqualTo("in 3 days");
        assertThat(words.closes(Instant.parse("2026-11-22T14:05:00Z"))).isEqualTo("closed");
        assertThat(words.isPast(Instant.parse("2026-11-22T14:05:00Z"))).isTrue();
        assertThat(words.isPast(Instant.parse("2026-11-22T14:05:00.001Z"))).isFalse();
    }

    @Test
    void counts_and_lists_read_as_english() {
        assertThat(words.count(0, "bid", "bids")).isEqualTo("no bids");
        assertThat(words.count(1, "bid", "bids")).isEqualTo("1 bid");
        assertThat(words.count(1312, "bid", "bids")).isEqualTo("1,312 bids");
        assertThat(words.list(List.of())).isEmpty();
        assertThat(words.list(List.of("a"))).isEqualTo("a");
        assertThat(words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(words.crumbs("Funds", "/funds")).containsExactly(new Link("Home", "/"), new Link("Funds", "/funds"));
    }

    private static Words wordsAt(String instant) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("clock", Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
        return new Words(beans.getBeanProvider(Clock.class));
    }
}
