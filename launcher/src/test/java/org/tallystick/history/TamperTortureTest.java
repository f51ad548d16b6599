package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tallystick.history.TamperTally.Outcome;

/** Somebody with all rights on the database, and an auditor who finds what they did. */
class TamperTortureTest {

    @Test
    void each_way_to_meddle_with_a_history_is_found_at_its_position() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int ways = 60;

        int status = TamperTorture.run(ways, 20261122, false, new PrintStream(said, true, StandardCharsets.UTF_8));

        String words = said.toString(StandardCharsets.UTF_8);
        assertThat(words).contains("| together | " + ways + " | ").doesNotContain("Not found.");
        assertThat(status).as(words).isZero();
    }

    @Test
    void what_is_not_found_or_never_had_an_effect_is_no_success() {
        Tampering way = new Tampering("flip", "a bit", "history.event", true, _ -> Tampering.Span.at(1));
        TamperTally missed = new TamperTally();
        missed.add(way, 1, new Outcome(true, true, Set.of("hashes"), ""));
        missed.add(way, 2, new Outcome(false, true, Set.of(), "it must name position 1, and found: nothing"));
        TamperTally withoutEffect = new TamperTally();
        withoutEffect.add(way, 1, Outcome.inconclusive());
        TamperTally found = new TamperTally();
        found.add(way, 1, new Outcome(true, true, Set.of("hashes"), ""));
        found.add(way, 2, Outcome.inconclusive());

        assertThat(missed.good()).isFalse();
        assertThat(missed.table()).contains("Not found. Case 2, flip a bit");
        assertThat(withoutEffect.good()).isFalse();
        assertThat(found.good()).isTrue();
        assertThat(found.json()).contains("\"inconclusive\" : 1", "\"hashes\" : 1");
    }
}
