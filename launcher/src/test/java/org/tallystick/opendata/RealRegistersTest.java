package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The two registers that real publishers brought out; skipped, saying so, where they are not at hand. */
class RealRegistersTest {

    private static final ReadingOptions OPTIONS = new ReadingOptions(LocalDate.of(2026, 11, 22), null);

    @Test
    void every_grant_of_the_lloyds_bank_foundation_is_taken_or_reported_and_the_money_adds_up() throws IOException {
        Path file = real("lloyds-bank-foundation-2010-2015.json");
        List<RegisterRow> rows = read(file);

        assertThat(rows).hasSize(4_116);
        assertThat(pence(rows)).isEqualTo(amountsIn(file));
        assertThat(refused(rows))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.faults()).hasSize(1));
        assertThat(refused(rows))
                .extracting(row -> row.faults().getFirst().field())
                .containsExactlyInAnyOrder("amountAwarded", "recipientOrganization/id", "recipientOrganization/id");
    }

    @Test
    void every_row_of_the_indigo_trust_is_taken_or_reported_and_the_money_adds_up() throws IOException {
        Path file = real("indigo-trust-2001-2016.csv");
        List<RegisterRow> rows = read(file);

        assertThat(rows).hasSize(269);
        assertThat(pence(rows)).isEqualTo(amountsInCsv(file));
        assertThat(refused(rows)).isEmpty();
    }

    /** The amounts of a JSON register, found without our reader and without any JSON parser. */
    static long amountsIn(Path file) throws IOException {
        Matcher amounts = Pattern.compile("\"amountAwarded\"\\s*:\\s*(-?[0-9.eE+-]+)")
                .matcher(Files.readString(file, StandardCharsets.UTF_8));
        BigDecimal total = BigDecimal.ZERO;
        while (amounts.find()) {
            total = total.add(new BigDecimal(amounts.group(1)));
        }
        return total.movePointRight(2).longValueExact();
    }

    /** The amount of one grant of a JSON register, found the same way. */
    static long amountOf(String id, Path file) {
        try {
            Matcher amount = Pattern.compile(
                            "\"id\"\\s*:\\s*\"" + Pattern.quote(id) + "\".*?\"amountAwarded\"\\s*:\\s*([0-9.]+)",
                            Pattern.DOTALL)
                    .matcher(Files.readString(file, StandardCharsets.UTF_8));
            assertThat(amount.find()).as("%s is in %s", id, file).isTrue();
            return new BigDecimal(amount.group(1)).movePointRight(2).longValueExact();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The amounts of a CSV register, added up without our reader. */
    static long amountsInCsv(Path file) throws IOException {
        BigDecimal total = BigDecimal.ZERO;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                total = total.add(new BigDecimal(row.getField("Amount Awarded")));
            }
        }
        return total.movePointRight(2).longValueExact();
    }

    private static List<RegisterRow> read(Path file) throws IOException {
        List<RegisterRow> rows = new ArrayList<>();
        long start = System.nanoTime();
        try (PublishedGrants grants = PublishedGrants.open(file, OPTIONS)) {
            grants.forEachRemaining(rows::add);
            assertThat(grants.bytesRead()).isEqualTo(grants.bytesTotal());
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(time).as("time to read %s", file.getFileName()).isLessThan(Duration.ofSeconds(30));
        return rows;
    }

    private static long pence(List<RegisterRow> rows) {
        return rows.stream()
                .mapToLong(row -> switch (row) {
                    case PublishedGrant grant -> grant.amountPence();
                    case RefusedRow refused -> refused.amountPence() == null ? 0 : refused.amountPence();
                })
                .sum();
    }

    private static List<RefusedRow> refused(List<RegisterRow> rows) {
        return rows.stream()
                .filter(RefusedRow.class::isInstance)
                .map(RefusedRow.class::cast)
                .toList();
    }

    /** A file of the standards folder beside the repository, or where TALLYSTICK_STANDARDS says. */
    static Path real(String name) {
        String told = System.getenv("TALLYSTICK_STANDARDS");
        List<Path> folders = told != null
                ? List.of(Path.of(told))
                : List.of(
                        Path.of("..", "..", "shared", "standards"),
                        Path.of("..", "shared", "standards"),
                        Path.of("..", "..", "..", "shared", "standards"));
        for (Path folder : folders) {
            Path file = folder.resolve("real-grants").resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return abort("Skipped: " + name + " is not at hand (looked in " + folders + ").");
    }
}
