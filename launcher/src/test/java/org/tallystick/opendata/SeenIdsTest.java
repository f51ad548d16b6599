package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tallystick.opendata.SeenIds.Earlier;

class SeenIdsTest {

    @Test
    void among_two_hundred_thousand_identifiers_every_repeat_is_found_and_nothing_else() {
        SeenIds seen = new SeenIds();
        int count = 200_000;
        for (int row = 1; row <= count; row++) {
            assertThat(seen.remember("360G-example-" + row, "content " + row, row))
                    .isNull();
        }
        for (int row = 1; row <= count; row += 7) {
            assertThat(seen.remember("360G-example-" + row, "content " + row, 0))
                    .isEqualTo(new Earlier(row, true));
            assertThat(seen.remember("360G-example-" + row, "another", 0)).isEqualTo(new Earlier(row, false));
        }
    }
}
