package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditBenchmarkTest {

    /**
     * On the way the read model of the ledger, made by its projection in a database from random histories, is compared
     * with what was posted while they happened, and with the sealed balances and the events since.
     */
    @Test
    void a_quick_run_measures_every_row_and_prints_nothing_but_json() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        AuditBenchmark.run(true, AuditBenchmark.Size.quick(), new PrintStream(printed, true, StandardCharsets.UTF_8));

        JsonNode rows = JsonMapper.shared().readTree(printed.toString(StandardCharsets.UTF_8));
        assertThat(rows.size()).isEqualTo(17);
        for (JsonNode row : rows) {
            assertThat(row.get("name").stringValue()).isNotBlank();
            assertThat(row.get("ratio").doubleValue()).as(row.toString()).isPositive();
            assertThat(row.get("aim").doubleValue()).as(row.toString()).isPositive();
        }
    }

    @Test
    void balances_that_are_a_penny_off_are_refused_with_their_account() {
        Map<String, Long> made = Map.of("fund:a:available", 100L, "contributor:b", -100L);

        AuditedLedger.requireSame("Here", made, made);
        assertThatThrownBy(() -> AuditedLedger.requireSame("Here", Map.of("fund:a:available", 100L), made))
                .hasMessage("Here has 0 pence on contributor:b, and made from the first event -100.");
    }
}
