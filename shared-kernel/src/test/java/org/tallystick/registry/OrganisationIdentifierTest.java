package org.tallystick.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationIdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "GB-CHC-1090095, GB-CHC, 1090095",
        "GB-CHC-279417, GB-CHC, 279417",
        "GB-SC-SC042386, GB-SC, SC042386",
        "GB-NIC-100019, GB-NIC, 100019",
        "GB-COH-09506232, GB-COH, 09506232",
        "GB-COH-SC123456, GB-COH, SC123456",
        "GB-COH-IP00123R, GB-COH, IP00123R",
        "GB-LAE-BAS, GB-LAE, BAS",
        "GB-PLA-AGY, GB-PLA, AGY",
        "GB-LAS-WLN, GB-LAS, WLN",
        "GB-LANI-BFS, GB-LANI, BFS",
        "GB-GOR-PB1204, GB-GOR, PB1204",
        "GB-NHS-01F, GB-NHS, 01F",
        "GB-GOV-1, GB-GOV, 1",
        "GB-EDU-133839, GB-EDU, 133839",
        "GB-UKPRN-10000346, GB-UKPRN, 10000346",
        "GB-IRN-542-0059, GB-IRN, 542-0059",
        "GB-MPR-235C, GB-MPR, 235C",
        "US-EIN-12-3456789, US-EIN, 12-3456789",
        "CA_ON-ONT-12, CA_ON-ONT, 12",
        "CN-11-CR-9, CN-11-CR, 9",
        "XI-LEI-213800XYZ, XI-LEI, 213800XYZ",
        "360G-example-org-12, 360G, example-org-12",
        "360G-example-Org_12.b, 360G, example-Org_12.b"
    })
    void a_canonical_identifier_of_a_known_list_is_taken_as_it_is(String text, String list, String reference) {
        OrganisationIdentifier identifier = OrganisationIdentifier.parse(text);

        assertThat(identifier.value()).isEqualTo(text);
        assertThat(identifier.list()).isEqualTo(list);
        assertThat(identifier.reference()).isEqualTo(reference);
        assertThat(identifier.ofPublisher()).isEqualTo(list.equals("360G"));
        assertThat(new OrganisationIdentifier(text)).isEqualTo(identifier).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "' GB-CHC-1090095 ', GB-CHC-1090095",
        "gb-chc-1090095, GB-CHC-1090095",
        "gb-sc-sc042386, GB-SC-SC042386",
        "GB-COH-7444723, GB-COH-07444723",
        "GB-COH-ni1234, GB-COH-NI001234",
        "GB-COH-IP123R, GB-COH-IP00123R",
        "360g-example-Org12, 360G-example-Org12",
        "us-ein-12-34abc, US-EIN-12-34abc"
    })
    void other_ways_of_writing_it_come_to_the_one_canonical_form(String text, String canonical) {
        assertThat(OrganisationIdentifier.parse(text).value()).isEqualTo(canonical);
        assertThat(OrganisationIdentifier.parse(canonical).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GB-CHC-715|GB-CHC- is followed by 6 or 7 digits, such as GB-CHC-1090095",
                "GB-CHC-12345678|6 or 7 digits",
                "GB-CHC-24377R|6 or 7 digits",
                "GB-CHC- 1090095|6 or 7 digits",
                "GB-SC-042386|SC and 6 digits, such as GB-SC-SC012345",
                "GB-SC-SC42386|SC and 6 digits",
                "GB-NIC-NIC100019|6 digits, such as GB-NIC-100019",
                "GB-COH-IP1004137|8 characters",
                "GB-COH-IP|8 characters",
                "GB-COH-0|8 characters",
                "GB-LAE-E09000033|its letters, such as GB-LAE-BAS",
                "GB-XYZ-1|does not begin with the code of a list",
                "QQ-ABC-1|does not begin with the code of a list",
                "DUMMY01|does not begin with the code of a list",
                "1090095|does not begin with the code of a list",
                "GB-CHC|does not begin with the code of a list",
                "US-EIN-|the organisation's number on that list",
                "US-EIN-12 34|the organisation's number on that list",
                "360G-example|360G- is followed by the publisher's prefix",
                "360G-example:org-1|360G- is followed by the publisher's prefix",
                "360G-example-a/b|360G- is followed by the publisher's prefix",
                "''|missing"
            })
    void a_wrong_form_is_refused_with_what_a_right_one_looks_like(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrganisationIdentifier.parse(text))
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb-chc-1090095", " GB-CHC-1090095", "GB-COH-7444723", "360g-example-1"})
    void what_only_parsing_tidies_is_no_identifier_by_itself(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationIdentifier(text));
    }

    @Test
    void an_endless_identifier_is_refused_in_a_short_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrganisationIdentifier.parse("360G-example-" + "x".repeat(1_000_000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void whatever_is_typed_is_either_taken_or_refused_with_a_sentence_and_parsing_twice_changes_nothing() {
        Random random = new Random(20_261);
        String alphabet = "GBCHCOHSN360-_. /:019azx\n\u0000é";
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "GB-COH-" : "");
            for (int left = random.nextInt(14); left > 0; left--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Throwable refusal = catchThrowable(() -> {
                OrganisationIdentifier first = OrganisationIdentifier.parse(text.toString());
                assertThat(OrganisationIdentifier.parse(first.value())).isEqualTo(first);
            });
            if (refusal != null) {
                assertThat(refusal).isExactlyInstanceOf(IllegalArgumentException.class);
                assertThat(refusal.getMessage()).endsWith(".").doesNotContain("\n");
            }
        }
    }
}
