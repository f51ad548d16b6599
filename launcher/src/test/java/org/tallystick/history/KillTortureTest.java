package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** PostgreSQL, the product and whoever sequences, each killed once under load. */
class KillTortureTest {

    @Test
    void nothing_that_was_acknowledged_is_lost_or_there_twice_whatever_is_killed() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int status = KillTorture.run(3, 2, 20261122, new PrintStream(said, true, StandardCharsets.UTF_8));

        String words = said.toString(StandardCharsets.UTF_8);
        assertThat(status).as(words).isZero();
        assertThat(words)
                .contains("3 kills landed of ", "Everything acknowledged is there once")
                .contains("1 of PostgreSQL", "1 of both processes", "1 of the process that sequences");
    }
}
