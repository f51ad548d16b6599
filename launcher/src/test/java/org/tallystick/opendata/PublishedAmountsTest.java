package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedAmountsTest {

    @Test
    void every_amount_in_pence_comes_back_exactly_however_it_is_written() {
        Random random = new Random(360);
        for (int round = 0; round < 100_000; round++) {
            long pence = 1 + random.nextLong(random.nextBoolean() ? 1_000_000 : PublishedAmounts.MOST_PENCE);
            BigDecimal pounds = BigDecimal.valueOf(pence, 2);
            String plain = pounds.toPlainString();
            String grouped = String.format(Locale.UK, "%,.2f", pounds);

            assertThat(PublishedAmounts.pence(plain, true)).isEqualTo(Understood.as(pence));
            assertThat(PublishedAmounts.pence(plain, false)).isEqualTo(Understood.as(pence));
            assertThat(PublishedAmounts.pence(plain + "000", false).value()).isEqualTo(pence);
            assertThat(PublishedAmounts.pence("£" + grouped, false).value()).isEqualTo(pence);
            assertThat(PublishedAmounts.pence(grouped + " GBP", false).value()).isEqualTo(pence);
            assertThat(PublishedAmounts.pence(pounds.stripTrailingZeros().toString(), true)
                            .value())
                    .isEqualTo(pence);
        }
    }

    @Test
    void a_fraction_of_a_penny_is_never_rounded_away() {
        Random random = new Random(361);
        for (int round = 0; round < 20_000; round++) {
            long thousandths = 10 * random.nextLong(1_000_000_000) + 1 + random.nextInt(9);
            String text = BigDecimal.valueOf(thousandths, 3).toPlainString();

            assertThat(PublishedAmounts.pence(text, random.nextBoolean()).value())
                    .isNull();
            assertThat(PublishedAmounts.pence(text, true).wrong()).contains("whole number of pence");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "£",
                "ten",
                "1E5",
                "10,00",
                "1,2345",
                "1.234,56",
                "12,34,567",
                "£12k",
                "(500)",
                "1 000",
                "$5",
                "€5",
                "=1+1",
                "--5",
                "5.",
                ".5",
                "NaN",
                "٥",
                "1,000,00.00"
            })
    void a_text_whose_meaning_is_not_certain_is_no_amount(String text) {
        assertThat(PublishedAmounts.pence(text, false).value()).isNull();
        assertThat(PublishedAmounts.pence(text, false).wrong()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.00, 0", "-250, -25000", "-0.01, -1"})
    void nought_and_less_can_be_read_and_are_refused(String text, long pence) {
        for (boolean number : new boolean[] {true, false}) {
            Understood<Long> understood = PublishedAmounts.pence(text, number);
            assertThat(understood.value()).isEqualTo(pence);
            assertThat(understood.wrong()).containsPattern("nought|negative");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999", "1e99999999999", "100000000000.01", "99999999999999999999", "-1e40"})
    void an_amount_beyond_all_reason_is_refused_without_working_it_out(String text) {
        assertThat(PublishedAmounts.pence(text, true).value()).isNull();
        assertThat(PublishedAmounts.pence(text, true).wrong()).containsPattern("more than £100 billion|too long");
    }
}
