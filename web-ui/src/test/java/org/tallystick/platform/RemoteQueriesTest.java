package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tallystick.history.HistoryQuery;

class RemoteQueriesTest {

    @Test
    void a_list_goes_as_one_parameter_many_times() {
        assertThat(RemoteQueries.address(new NameQuery.NamesOf(List.of("a&b", "GB-CHC-1", "c d")), 7))
                .isEqualTo("/api/names?ids=a%26b&ids=GB-CHC-1&ids=c%20d&after=7");
    }

    @Test
    void names_and_happenings_come_back_as_they_were_sent() {
        NameQuery.Names names =
                new NameQuery.Names(List.of(new NameQuery.Named(NameQuery.Kind.AWARD, "a-1", "Open door", "Lantern")));
        HistoryQuery.Happening happening = new HistoryQuery.Happening(
                7,
                "award.PaymentPaid",
                "Award",
                "a-1",
                Instant.EPOCH,
                LocalDate.EPOCH,
                Map.of("instalment", 2, "name", "x"),
                5,
                null,
                "PAYER",
                "Northfield",
                "");

        assertThat(sent(names)).isEqualTo(names);
        assertThat(sent(happening)).isEqualTo(happening);
    }

    private static <T> Object sent(T answer) {
        return Json.mapper().readValue(Json.mapper().writeValueAsBytes(answer), answer.getClass());
    }

    @Test
    void parts_of_the_address_and_parameters_are_told_apart_and_nothing_is_not_sent() {
        assertThat(RemoteQueries.address(new HistoryQuery.HistoryOf(HistoryQuery.Subject.AWARD, "a/1", 1, 20), 0))
                .isEqualTo("/api/history/AWARD/a%2F1?page=1&size=20");
        assertThat(RemoteQueries.address(new HistoryQuery.Events(0, 5, null, null, "p-1", true), 0))
                .isEqualTo("/api/events?from=0&size=5&by=p-1&newestFirst=true");
    }
}
