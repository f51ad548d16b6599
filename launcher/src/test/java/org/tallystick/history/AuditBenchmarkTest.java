package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditBenchmarkTest {

    @Test
    void a_quick_run_measures_every_row_and_prints_nothing_but_json() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        AuditBenchmark.run(true, AuditBenchmark.Size.quick(), new PrintStream(printed, true, StandardCharsets.UTF_8));

        JsonNode rows = JsonMapper.shared().readTree(printed.toString(StandardCharsets.UTF_8));
        assertThat(rows.size()).isEqualTo(12);
        for (JsonNode row : rows) {
            assertThat(row.get("name").stringValue()).isNotBlank();
            assertThat(row.get("ratio").doubleValue()).as(row.toString()).isPositive();
            assertThat(row.get("aim").doubleValue()).as(row.toString()).isPositive();
        }
    }
}
