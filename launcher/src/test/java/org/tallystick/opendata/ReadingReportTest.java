package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.opendata.ReadingReport.Counts;
import org.tallystick.opendata.ReadingReport.Form;

class ReadingReportTest {

    @Test
    void the_counts_agree_with_the_lines_and_no_cell_is_a_formula() throws IOException {
        StringWriter text = new StringWriter();
        Counts counts = report(text, Form.CSV);
        List<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(text.toString()).stream().toList();

        assertThat(counts.rowsRead()).isEqualTo(counts.taken() + counts.alreadyThere() + counts.notTaken());
        assertThat(counts.repeats()).isEqualTo(1);
        assertThat(counts.alreadyThere()).isEqualTo(1);
        assertThat(lines.stream().map(line -> line.getField("row")).distinct()).hasSize((int) counts.notTaken());
        assertThat(lines)
                .filteredOn(line -> line.getField("outcome").equals("repeat"))
                .hasSize(1);
        assertThat(lines)
                .extracting(line -> line.getField("value"))
                .contains("'=1+1")
                .noneMatch(value -> value.startsWith("="));
    }

    @Test
    void json_lines_end_with_the_counts() throws IOException {
        StringWriter text = new StringWriter();
        Counts counts = report(text, Form.JSON_LINES);
        List<String> lines = text.toString().lines().toList();

        assertThat(lines.getLast())
                .contains("\"rowsRead\":" + counts.rowsRead(), "\"takenPence\":" + counts.takenPence());
        assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.getFirst()).contains("\"row\":10", "\"field\":\"recipientOrganization/id\"");
    }

    private static Counts report(StringWriter text, Form form) throws IOException {
        Path file = PublishedGrantsTest.resource("messy-register.csv");
        try (PublishedGrants grants = PublishedGrants.open(file, PublishedGrantsTest.OPTIONS);
                ReadingReport report = new ReadingReport(text, form, false)) {
            report.alreadyThere((PublishedGrant) grants.next());
            while (grants.hasNext()) {
                switch (grants.next()) {
                    case PublishedGrant grant -> report.taken(grant);
                    case RefusedRow refused -> report.refused(refused);
                }
            }
            assertThat(report.summary()).contains("Rows read", "repeat an earlier row");
            return report.counts();
        }
    }
}
