package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastMinuteTest {

    @Test
    void nothing_that_fifty_people_save_or_send_in_the_last_seconds_of_a_call_is_lost() throws Exception {
        LastMinute.Came came = LastMinute.run(LastMinute.Size.quick());

        assertThat(came.lost()).isEmpty();
        assertThat(came.saves()).isGreaterThan(50);
        assertThat(came.sent()).isPositive();
        assertThat(came.late()).isGreaterThanOrEqualTo(10);
        assertThat(came.sent() + came.late()).isEqualTo(50);
    }
}
