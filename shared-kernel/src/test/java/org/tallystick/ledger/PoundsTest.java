package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoundsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                    | £0
                    1                    | £0.01
                    10                   | £0.10
                    100                  | £1
                    99999                | £999.99
                    100000               | £1,000
                    1245067              | £12,450.67
                    -5                   | −£0.05
                    -100000000           | −£1,000,000
                    9223372036854775807  | £92,233,720,368,547,758.07
                    -9223372036854775808 | −£92,233,720,368,547,758.08
                    """)
    void pence_are_written_as_people_read_them(long pence, String pounds) {
        assertThat(Pounds.of(pence)).isEqualTo(pounds);
    }
}
