package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDatesTest {

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            form("uuuu-MM-dd'T00:00:00+00:00'"),
            form("uuuu-MM-dd'T00:00:00Z'"),
            form("uuuu-MM-dd'T23:59:59'"),
            form("uuuu-MM-dd 00:00:00.000"),
            form("uuuu-MM-dd'T00:00:00+0100'"),
            form("dd/MM/uuuu"),
            form("d/M/uuuu"),
            form("dd/MM/uuuu 00:00"),
            form("dd.MM.uuuu"),
            form("dd-MM-uuuu 13:45:10"),
            form("d MMMM uuuu"),
            form("dd-MMM-uuuu"));

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    @Test
    void every_day_comes_back_whichever_way_it_is_written() {
        Random random = new Random(2024);
        for (int round = 0; round < 20_000; round++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(55_000));
            for (DateTimeFormatter form : FORMS) {
                String text = day.format(form);
                assertThat(PublishedDates.day(text).value()).as(text).isEqualTo(day);
            }
        }
    }

    @Test
    void a_moment_is_the_day_it_was_in_the_united_kingdom() {
        Random random = new Random(2025);
        ZoneId uk = ZoneId.of("Europe/London");
        for (int round = 0; round < 20_000; round++) {
            LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(15_000));
            LocalTime time = LocalTime.of(random.nextInt(24), 1 + random.nextInt(59));
            String text = day + "T" + time + ":00Z";
            LocalDate there = day.atTime(time)
                    .atZone(ZoneId.of("UTC"))
                    .withZoneSameInstant(uk)
                    .toLocalDate();

            assertThat(PublishedDates.day(text).value()).as(text).isEqualTo(there);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2019-06-30T23:00:00Z, 2019-07-01",
        "2019-12-30T23:00:00Z, 2019-12-30",
        "2019-07-01T00:00:00+01:00, 2019-07-01"
    })
    void midnight_of_a_summer_day_sent_in_another_zone_is_still_that_day(String text, LocalDate day) {
        assertThat(PublishedDates.day(text).value()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2023-02-29",
                "31/04/2019",
                "05/31/2019",
                "2024-13-01",
                "2024-00-10",
                "00/01/2020",
                "2024-01-01T25:00:00Z",
                "2024-01-01T00:00:00+99:00",
                "31/12/2019 24:30",
                "30 February 2020"
            })
    void a_day_that_is_not_in_the_calendar_is_refused(String text) {
        assertThat(PublishedDates.day(text).value()).isNull();
        assertThat(PublishedDates.day(text).wrong()).contains("no such day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2019",
                "05/2019",
                "1/2/19",
                "43586",
                "2019-5-1",
                "20190501",
                "1/2-2019",
                "May 2019",
                "1 Maybe 2019",
                "2019-05-01 to 2020-05-01"
            })
    void a_text_that_could_mean_another_day_or_none_is_refused(String text) {
        assertThat(PublishedDates.day(text).value()).isNull();
        assertThat(PublishedDates.day(text).wrong()).contains("can be read for certain");
    }
}
