package org.tallystick.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

class EffortBudgetTest {

    private static final EffortBudget STANDARD = EffortBudget.of(EffortBudget.STANDARD);

    @ParameterizedTest
    @CsvSource({
        "1, 4",
        "1000000, 4",
        "1000001, 10",
        "5000000, 10",
        "5000001, 20",
        "15000000, 20",
        "15000001, 40",
        "10000000000000, 40"
    })
    void the_largest_award_says_how_long_a_bid_may_take(long largestPence, int hours) {
        assertThat(STANDARD.hoursFor(terms(largestPence, 300))).isEqualTo(hours);
    }

    @Test
    void it_is_read_from_a_setting_however_it_is_spaced() {
        assertThat(EffortBudget.of(" 2 to 5000 ,8 to 20000,30 above "))
                .isEqualTo(new EffortBudget(
                        List.of(new EffortBudget.Band(2, 5_000_00), new EffortBudget.Band(8, 20_000_00)), 30));
        assertThat(EffortBudget.of("12 above").hoursFor(terms(1, 300))).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 to 10000                        | must end with the hours above all bands
            40                                | must end with the hours above all bands
            four to 10000, 40 above           | “four to 10000” does not
            4 to £10000, 40 above             | “4 to £10000” does not
            4 to 10000, , 40 above            | “” does not
            10 to 50000, 20 to 50000, 40 above| must name larger sums from band to band; “20 to 50000” does not
            10 to 50000, 4 to 90000, 40 above | never fewer for larger awards; “4 to 90000” does not
            10 to 50000, 4 above              | never fewer for larger awards; “4 above” does not
            0 to 50000, 4 above               | must give 1 to 1000 hours
            4 to 50000, 1001 above            | must give 1 to 1000 hours
            4 to 0, 40 above                  | must name larger sums
            """)
    void what_is_wrong_with_a_setting_is_said(String text, String fault) {
        assertThat(EffortBudget.faultsOf(text)).singleElement().asString().contains(fault);
        assertThatThrownBy(() -> EffortBudget.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(EffortBudget.faultsOf("x, y")).hasSize(2);
        assertThat(EffortBudget.faultsOf("9 to 100, 4 to 50, 40 above")).hasSize(2);
    }

    @Test
    void what_takes_longer_needs_a_reason() {
        CallTerms ample = terms(10_000_01, 300);
        assertThatCode(() -> STANDARD.requireReason(ample, null)).doesNotThrowAnyException();
        CallTerms much = terms(10_000_00, 300);
        assertThatThrownBy(() -> STANDARD.requireReason(much, null))
                .isInstanceOfSatisfying(Rejection.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.INCOMPLETE);
                    assertThat(refused.field()).contains("reason");
                })
                .hasMessageContaining("takes about 5 hours; for awards of up to £10,000 it should be 4 at most");
        assertThatCode(() -> STANDARD.requireReason(much, "It is a new field.")).doesNotThrowAnyException();
        assertThatCode(() -> STANDARD.requireReason(terms(10_000_00, 187), null))
                .as("exactly as long as it may be")
                .doesNotThrowAnyException();
    }

    private static CallTerms terms(long largestPence, int words) {
        return new CallTerms(
                "Doors",
                "Open doors",
                "Nobody has one.",
                "Northmoor",
                "Everybody",
                List.of(new CallTerms.Envelope(
                        "f-1", new FinancialYear(2026), "unrestricted", Math.max(largestPence, 1_000_00))),
                0,
                1,
                largestPence,
                12,
                "One winter.",
                true,
                null,
                new Substance(false, false, true, true),
                List.of(),
                List.of(new CallTerms.Question("What will you do?", words)),
                List.of(new CallTerms.Criterion("Reach", 100, "None", "All")),
                new Timetable(
                        Instant.parse("2026-06-08T08:00:00Z"),
                        Instant.parse("2026-07-31T16:00:00Z"),
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 9, 8),
                        LocalDate.of(2026, 10, 1)),
                "In writing.");
    }
}
