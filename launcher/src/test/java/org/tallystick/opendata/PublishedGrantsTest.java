package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallystick.opendata.PublishedGrant.Payment;
import org.tallystick.registry.OrganisationIdentifier;

/** Reads registers of our own making, of fictional organisations, with the faults that real ones have. */
class PublishedGrantsTest {

    static final ReadingOptions OPTIONS = new ReadingOptions(LocalDate.of(2026, 11, 22), null);

    @Test
    void every_row_of_the_json_register_comes_out_once_and_in_order() throws IOException {
        List<RegisterRow> rows = read(resource("messy-register.json"));

        assertThat(rows).hasSize(41);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).row()).isEqualTo(i + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "11, recipientOrganization/id, 6 or 7 digits, 100000",
        "12, amountAwarded, nought, 0",
        "13, amountAwarded, negative, -25000",
        "14, amountAwarded, whole number of pence,",
        "15, currency, not GBP,",
        "16, recipientIndividual, personal data, 100000",
        "17, fundingOrganization, 2 funders and doesn't say how much each gave, 100000",
        "20, awardDate, missing, 100000",
        "21, awardDate, no such day, 100000",
        "22, awardDate, in the future, 100000",
        "23, awardDate, before 1900, 100000",
        "24, awardDate, no such day, 100000",
        "27, id, The same as row 1, 100000",
        "28, id, Row 2 has the same identifier, 777700",
        "30, id, missing, 100000",
        "31, row, not a grant,",
        "32, title, single value, 100000",
        "33, disbursementTransaction/value, more than was awarded, 100000",
        "34, disbursementTransaction/transactionDate, lacks its date, 100000",
        "35, recipientOrganization, 2 recipients, 100000",
        "37, currency, missing,"
    })
    void a_fault_refuses_the_row_and_is_the_only_one_reported(int row, String field, String why, Long pence)
            throws IOException {
        RefusedRow refused = (RefusedRow) read(resource("messy-register.json")).get(row - 1);

        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.sentence()).contains(why).endsWith(".");
        });
        assertThat(refused.amountPence()).isEqualTo(pence);
    }

    @Test
    void all_faults_of_a_row_are_told_at_once() throws IOException {
        RefusedRow refused = (RefusedRow) read(resource("messy-register.json")).get(35);

        assertThat(refused.faults()).extracting(Finding::field).containsExactly("amountAwarded", "awardDate");
    }

    @Test
    void a_grant_to_a_person_leaves_nothing_about_them_behind() throws IOException {
        assertThat(read(resource("messy-register.json")).get(15).toString()).doesNotContain("Ada");
        assertThat(read(resource("messy-register.csv")).toString()).doesNotContain("Ada");
    }

    @Test
    void a_full_row_is_taken_with_its_payments() throws IOException {
        PublishedGrant grant = grant("messy-register.json", 1);

        assertThat(grant.payments())
                .containsExactly(
                        new Payment(LocalDate.of(2019, 6, 3), 40_050), new Payment(LocalDate.of(2019, 12, 2), 59_950));
        assertThat(grant.plannedStart()).isEqualTo("2019-06-01");
        assertThat(grant.plannedEnd()).isEqualTo("2020-05-31");
        assertThat(grant.durationMonths()).isEqualTo(12);
        assertThat(grant.fromOpenCall()).isTrue();
        assertThat(grant.regrantType()).isEqualTo("FRG010");
        assertThat(grant.grantProgramme()).isEqualTo("Open door");
        assertThat(grant.url()).isEqualTo("https://example.org/g1");
    }

    @ParameterizedTest
    @CsvSource({
        "3, GB-CHC-1200002",
        "5, GB-CHC-1200005",
        "6, GB-SC-SC012345",
        "7, GB-NIC-100019",
        "8, GB-COH-07444723",
        "9, 360G-harrowdene-name-friends-and-neighbours-of-muller-street-71d8cced",
        "10, GB-COH-SC123456",
        "40, GB-SC-SC012345",
        "41, 360G-harrowdene-name-sunrise-collective-fac0b5ac"
    })
    void the_recipient_is_found_by_the_best_number_in_the_row_with_a_warning(int row, String id) throws IOException {
        PublishedGrant grant = grant("messy-register.json", row);

        assertThat(grant.recipient().id().value()).isEqualTo(id);
        assertThat(grant.warnings()).extracting(Finding::field).contains("recipientOrganization/id");
    }

    @Test
    void what_is_meant_for_certain_is_taken_with_a_warning() throws IOException {
        assertThat(grant("messy-register.json", 2))
                .extracting(PublishedGrant::title, PublishedGrant::description, PublishedGrant::fromOpenCall)
                .containsExactly("Café & garden", "Women's café’s first year\nwith a line break", true);
        PublishedGrant three = grant("messy-register.json", 3);
        assertThat(three.recipient().name()).isEqualTo("Two Rivers Trust");
        assertThat(three.otherIdentifiers()).containsExactly(new OrganisationIdentifier("GB-COH-07444723"));
        assertThat(grant("messy-register.json", 4))
                .extracting(PublishedGrant::amountPence, PublishedGrant::awardedOn, PublishedGrant::url)
                .containsExactly(1_234_567L, LocalDate.of(2018, 12, 31), "http://www.example.org/four");
        assertThat(grant("messy-register.json", 19).title()).isEqualTo("Grant 360G-harrowdene-19");
        assertThat(grant("messy-register.json", 25).title()).isEqualTo("Ask [e-mail address removed]");
        assertThat(grant("messy-register.json", 26).title()).hasSize(PublishedText.TITLE_LENGTH);
        assertThat(grant("messy-register.json", 26).description()).hasSize(PublishedText.DESCRIPTION_LENGTH);
        assertThat(grant("messy-register.json", 29).id()).isEqualTo("360G-harrowdene-HF-29-a");
        PublishedGrant vague = grant("messy-register.json", 38);
        assertThat(vague.durationMonths()).isEqualTo(24);
        assertThat(vague.plannedStart()).isNull();
        assertThat(vague.warnings())
                .extracting(Finding::field)
                .containsExactlyInAnyOrder("plannedDates", "plannedDates/duration", "fromOpenCall", "url");
    }

    @Test
    void the_spreadsheet_is_read_by_its_titles_and_rows_are_counted_by_lines() throws IOException {
        Map<Long, String> outcomes = new HashMap<>();
        for (RegisterRow row : read(resource("messy-register.csv"))) {
            outcomes.put(
                    row.row(),
                    switch (row) {
                        case PublishedGrant grant -> grant.recipient().id().value();
                        case RefusedRow refused -> refused.faults().getFirst().field();
                    });
        }

        assertThat(outcomes)
                .hasSize(22)
                .containsEntry(2L, "GB-CHC-1200001")
                .containsEntry(5L, "360G-harrowdene-org-503")
                .containsEntry(6L, "360G-harrowdene-org-504")
                .containsEntry(7L, "360G-harrowdene-org-505")
                .containsEntry(8L, "360G-harrowdene-org-506")
                .containsEntry(9L, "360G-harrowdene-name-club-armel-and-co-8cf2c013")
                .containsEntry(10L, "recipientOrganization/id")
                .containsEntry(11L, "amountAwarded")
                .containsEntry(14L, "awardDate")
                .containsEntry(15L, "recipientIndividual")
                .containsEntry(18L, "id")
                .containsEntry(20L, "row")
                .containsEntry(21L, "recipientOrganization")
                .doesNotContainKey(23L);
    }

    @Test
    void a_publisher_that_is_told_stands_where_the_file_has_only_its_prefix() throws IOException {
        OrganisationIdentifier publisher = new OrganisationIdentifier("GB-CHC-1234567");
        ReadingOptions told = new ReadingOptions(OPTIONS.today(), publisher);
        try (PublishedGrants grants = PublishedGrants.open(resource("messy-register.csv"), told)) {
            assertThat(((PublishedGrant) grants.next()).funder().id()).isEqualTo(publisher);
        }
    }

    private static PublishedGrant grant(String name, int row) throws IOException {
        return (PublishedGrant) read(resource(name)).get(row - 1);
    }

    static List<RegisterRow> read(Path file) throws IOException {
        List<RegisterRow> rows = new ArrayList<>();
        try (PublishedGrants grants = PublishedGrants.open(file, OPTIONS)) {
            grants.forEachRemaining(rows::add);
        }
        return rows;
    }

    static Path resource(String name) {
        try {
            URL url = Objects.requireNonNull(PublishedGrantsTest.class.getResource(name), name);
            return Path.of(url.toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
