package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTextTest {

    private final Findings findings = new Findings();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Women&#39;s Aid|Women's Aid",
                "A &amp; B|A & B",
                "A &amp;amp; B|A & B",
                "&#x2019;tis|’tis",
                "caf&eacute;|café",
                "AT&T; &nosuch; &#99999999; &#55555;|AT&T; &nosuch; &#99999999; &#55555;"
            })
    void html_entities_become_the_characters_they_stand_for_and_nothing_else_changes(String text, String plain) {
        assertThat(PublishedText.line(text, "title", 300, findings)).isEqualTo(plain);
        assertThat(findings.warnings()).hasSize(text.equals(plain) ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kim.lee@example.org", "x+y_z@mail.example.co.uk", "info@sub-domain.example.org"})
    void an_email_address_is_taken_out(String address) {
        assertThat(PublishedText.prose("Ask " + address + ", please", "description", 300, findings))
                .isEqualTo("Ask [e-mail address removed], please");
        assertThat(findings.warnings()).hasSize(1);
        assertThat(Finding.of("x", "y.", "see " + address).value()).doesNotContain(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Free@Last", "Unit 1 @ Loudoun", "@home", "a@b"})
    void an_at_sign_in_a_name_is_no_address(String name) {
        assertThat(PublishedText.line(name, "name", 300, findings)).isEqualTo(name);
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void text_beyond_the_limit_is_cut_with_a_warning_and_never_in_the_middle_of_a_character() {
        for (int length = 10; length < 20; length++) {
            String text = "a".repeat(length % 2) + "😀".repeat(length);
            String cut = PublishedText.line(text, "title", 10, findings);
            assertThat(cut).endsWith("…").hasSizeLessThanOrEqualTo(10);
            assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 2))).isFalse();
        }
        assertThat(findings.warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, https://example.org/a",
        "www.example.org, http://www.example.org",
        "example.org/grants?id=1, http://example.org/grants?id=1"
    })
    void a_bare_web_address_gets_its_scheme(String text, String url) {
        assertThat(PublishedText.url(text, "url", findings)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call us", "javascript:alert(1)", "http://info@example.org", "n/a", "ftp://example.org"})
    void what_is_no_web_address_is_left_out_with_a_warning(String text) {
        assertThat(PublishedText.url(text, "url", findings)).isNull();
        assertThat(findings.warnings()).hasSize(1);
    }
}
