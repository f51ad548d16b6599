package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallystick.history.HistoryQuery.Events;

class LogStretchTest {

    @ParameterizedTest
    @CsvSource({
        // Upwards without a filter, or about one thing: all that is left.
        "0, , , 250000, 1, 250000,",
        "7, , , 250000, 7, 250000,",
        "7, fund-1, fund.FundOpened, 250000, 7, 250000,",
        "250001, , , 250000, 250001, 250000,",
        "999999, , , 250000, 250001, 250000,",
        "0, , , 0, 1, 0,",
        // By type: a part at a time.
        "0, , fund.FundOpened, 250000, 1, 100000, 100001",
        "100001, , fund.FundOpened, 250000, 100001, 200000, 200001",
        "200001, , fund.FundOpened, 250000, 200001, 250000,",
    })
    void the_log_is_looked_through_upwards(
            long from,
            @Nullable String about,
            @Nullable String type,
            long head,
            long low,
            long high,
            @Nullable Long next) {
        assertThat(LogStretch.of(new Events(from, 0, about, type, null, false), head))
                .isEqualTo(new LogStretch(low, high, next));
    }

    @ParameterizedTest
    @CsvSource({
        "0, , , 250000, 1, 250000,",
        "7, , , 250000, 1, 7,",
        "999999, , , 250000, 1, 250000,",
        "0, , , 0, 1, 0,",
        "0, fund-1, person, 250000, 1, 250000,",
        "0, , person, 250000, 150001, 250000, 150000",
        "150000, , person, 250000, 50001, 150000, 50000",
        "50000, , person, 250000, 1, 50000,",
    })
    void and_back_from_its_end(
            long from,
            @Nullable String about,
            @Nullable String by,
            long head,
            long low,
            long high,
            @Nullable Long next) {
        assertThat(LogStretch.of(new Events(from, 0, about, null, by, true), head))
                .isEqualTo(new LogStretch(low, high, next));
    }
}
