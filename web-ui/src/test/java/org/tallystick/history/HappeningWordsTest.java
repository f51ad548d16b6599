package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Logins;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;

class HappeningWordsTest {

    private final StaticListableBeanFactory nothing = new StaticListableBeanFactory();
    private final HappeningWords said = new HappeningWords(
            new Words(nothing.getBeanProvider(Clock.class)), new PersonNames(nothing.getBeanProvider(Logins.class)));

    static List<String> types() {
        return EventTypes.all().keySet().stream()
                .filter(type -> type.startsWith("registry.") || type.startsWith("award."))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatever_happens_to_an_organisation_or_an_award_has_words_of_its_own(String type) {
        assertThat(said.of(happening(type)))
                .isNotEqualTo(EventWords.title(type))
                .doesNotContain("null", "  ", "2028-")
                .matches("[A-Zp£].*[^.]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            award.PaymentPaid                  | Paid £1,234.50 as payment 2
            award.PaymentInstructed            | The bank was told to make payment 2, attempt 3
            registry.RoleGiven                 | p-1 was given the role applicant lead
            registry.DelegatedLimitSet         | p-1 may approve up to £50,000
            registry.ByAndForStandingVerified  | Verified as by and for, until 31 March 2028
            bid.PartnerInvited                 | Lantern was asked to be a partner
            bid.PartnerLeft                    | Lantern left
            registry.OrganisationTurnedAround  | Organisation turned around
            """)
    void the_parts_of_the_event_are_in_its_words(String type, String words) {
        assertThat(said.of(happening(type))).isEqualTo(words);
    }

    @Test
    void what_stops_something_and_what_brings_it_on_are_told_apart() {
        assertThat(HappeningWords.tone(happening("award.PaymentBounced"))).isEqualTo(Tone.LATE);
        assertThat(HappeningWords.tone(happening("award.PaymentPaid"))).isEqualTo(Tone.GOOD);
        assertThat(HappeningWords.tone(happening("award.PaymentApproved"))).isEqualTo(Tone.PLAIN);
    }

    private static Happening happening(String type) {
        Map<String, Object> says =
                new HashMap<>(Map.of("name", "Lantern", "partner", "Lantern", "identifier", "GB-COH-01234567"));
        says.putAll(Map.of("personId", "p-1", "role", "APPLICANT_LEAD", "limitPence", 5_000_000));
        says.putAll(Map.of("until", "2028-03-31", "version", 1, "instalment", 2, "attempt", 3));
        return new Happening(
                1, type, "Award", "award-1", Instant.EPOCH, LocalDate.EPOCH, says, 123_450, null, "GOVERNOR", "", "");
    }
}
