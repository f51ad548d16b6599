package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.opendata.PublishedGrant.Payment;

/** Files in every format and encoding, repeats within them, and files that are none or break off. */
class RegisterFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void field_paths_as_headings_serve_as_well_as_titles_with_any_separator(String separator) throws IOException {
        String csv = """
                id,title,description,currency,amountAwarded,awardDate,\
                fundingOrganization/0/id,fundingOrganization/0/name,\
                Recipient Org:0:Identifier,recipientOrganization/0/name,disbursementTransaction/1/value,\
                disbursementTransaction/1/transactionDate,disbursementTransaction/0/value,\
                disbursementTransaction/0/transactionDate
                360G-x-1,T,D,GBP,50,2020-01-01,GB-CHC-1234567,F,GB-CHC-1200001,R,20,2020-03-01,30,2020-02-01
                """;
        Path file = write("paths.txt", csv.replace(",", separator), StandardCharsets.UTF_8);

        PublishedGrant grant = (PublishedGrant) PublishedGrantsTest.read(file).getFirst();
        assertThat(grant.recipient().id().value()).isEqualTo("GB-CHC-1200001");
        assertThat(grant.payments()).extracting(Payment::amountPence).containsExactly(3_000L, 2_000L);
        assertThat(grant.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void the_format_is_told_by_the_content_in_every_encoding(String charset) throws IOException {
        String json = "\n [" + one("360G-x-1", "Café £ “quoted”") + "]";
        Path file = write("register.csv", json, Charset.forName(charset));

        assertThat(((PublishedGrant) PublishedGrantsTest.read(file).getFirst()).title())
                .isEqualTo("Café £ “quoted”");
    }

    @Test
    void two_identifiers_that_come_to_the_same_form_are_not_both_taken() throws IOException {
        Path file = write(
                "r.json",
                "[" + one("360G-x-a:1", "One") + "," + one("360G-x-a/1", "Two") + "]",
                StandardCharsets.UTF_8);

        assertThat(PublishedGrantsTest.read(file))
                .extracting(Object::getClass)
                .isEqualTo(List.of(PublishedGrant.class, RefusedRow.class));
    }

    @Test
    void a_mended_copy_of_a_refused_row_is_taken() throws IOException {
        String good = one("360G-x-1", "One");
        Path file = write(
                "r.json", "[" + good.replace("2020-01-01", "2020-02-31") + "," + good + "]", StandardCharsets.UTF_8);

        assertThat(PublishedGrantsTest.read(file))
                .extracting(Object::getClass)
                .isEqualTo(List.of(RefusedRow.class, PublishedGrant.class));
    }

    @Test
    void a_field_that_is_there_twice_and_differs_refuses_the_row() throws IOException {
        String twice = one("360G-x-1", "One").replace("\"currency\"", "\"amountAwarded\":999,\"currency\"");
        RegisterRow row = PublishedGrantsTest.read(write("r.json", "[" + twice + "]", StandardCharsets.UTF_8))
                .getFirst();

        assertThat(row)
                .isInstanceOfSatisfying(
                        RefusedRow.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Finding::field, Finding::value)
                                .containsExactly(tuple("amountAwarded", "999")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty",
                "'   '|empty",
                "{}|without a list called “grants”",
                "{\"grants\": 5}|not a list",
                "{\"grants\": []} x|stops being JSON",
                "a,b,c|neither a column",
                "PK\u0003\u0004rest of a spreadsheet|save it as"
            })
    void a_file_that_is_no_register_is_refused_in_a_sentence(String content, String sentence) throws IOException {
        Path file = write("r", content, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PublishedGrantsTest.read(file))
                .isInstanceOf(UnreadableRegister.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void rows_before_a_break_in_the_file_are_given_and_the_break_is_told() throws IOException {
        String json =
                "[" + one("360G-x-1", "One") + "," + one("360G-x-2", "Two").substring(0, 60);
        Path cut = write("cut.json", json, StandardCharsets.UTF_8);
        try (PublishedGrants grants = PublishedGrants.open(cut, PublishedGrantsTest.OPTIONS)) {
            assertThat(grants.next()).isInstanceOf(PublishedGrant.class);
            assertThatThrownBy(grants::hasNext)
                    .isInstanceOf(UnreadableRegister.class)
                    .hasMessageContaining("stops being JSON after");
            assertThat(grants.hasNext()).isFalse();
        }
    }

    @Test
    void a_quotation_mark_that_is_never_closed_does_not_swallow_rows_silently() throws IOException {
        String csv = Files.readString(PublishedGrantsTest.resource("messy-register.csv"))
                .replaceFirst("Brook Lane Project", "\"Brook Lane");
        Path file = write("r.csv", csv, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PublishedGrantsTest.read(file)
                        .forEach(row -> assertThat(row).isNotInstanceOf(PublishedGrant.class)))
                .isInstanceOf(UnreadableRegister.class)
                .hasMessageContaining("quotation mark");
    }

    private static String one(String id, String title) {
        return """
                {"id":"%s","title":"%s","description":"d","amountAwarded":5,"currency":"GBP","awardDate":"2020-01-01",
                 "fundingOrganization":[{"id":"GB-CHC-1234567","name":"F"}],
                 "recipientOrganization":[{"id":"GB-CHC-1200001","name":"R"}]}""".formatted(id, title);
    }

    private Path write(String name, String content, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), content, charset);
    }
}
