package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.fund.FundSamples;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class AgreementPagesTest {

    private final Browser browser;
    private final FakeSides sides;

    AgreementPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void an_offer() {
        sides.clear();
        FundSamples.into(sides, 2);
        AwardSamples.into(sides, 8);
    }

    @Test
    void the_letter_says_what_is_agreed() throws Exception {
        browser.logIn("applicant_lead");
        assertThat(browser.open("/awards/a-offered/agreement").body())
                .contains("Version 2 of 2", "Offered, not signed", "We offer you a grant of", "£30,000")
                .contains("until the end of 18 December 2026", "Rooms &amp; a person", "Rent, &lt;wages&gt;")
                .contains("People have a bed on the first night.", "Nobody is charged for staying.")
                .contains("after the spending, against a claim", "in advance because: It has six weeks")
                .contains("a report each year, due 30 December 2027", "Sign the agreement")
                .contains("/awards/a-offered/agreement.pdf?version=2", "/awards/a-offered/agreement?version=1");
        assertThat(browser.open("/awards/a-offered/agreement?version=1").body())
                .contains("Replaced by a later version")
                .doesNotContain(">Sign the agreement<");
        browser.logIn("governor");
        assertThat(browser.open("/awards/a-offered/agreement").body()).doesNotContain(">Sign the agreement<");
    }

    @Test
    void the_letter_says_what_is_for_the_partners() throws Exception {
        browser.logIn("applicant_lead");
        assertThat(browser.open("/awards/a-joint/agreement").body())
                .contains("Who does the work", "Harbour &lt;House&gt;: £10,000");
        assertThat(browser.open("/awards/a-offered/agreement").body()).doesNotContain("Who does the work");
    }

    @Test
    void the_pdf_says_the_same_and_carries_its_structure_and_language() throws Exception {
        browser.logIn("applicant_lead");
        byte[] file = browser.file("/awards/a-offered/agreement.pdf?version=2");

        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("We offer you a grant of £30,000", "18 December 2026", "Rooms & a person to meet")
                    .contains("Rent, <wages> and travel", "People have somebody to ring.")
                    .contains("after the spending, against a claim £6,000.00", "version 2, reference a-offered");
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Grant agreement: ");
        }
    }

    @Test
    void signing_takes_a_tick_for_the_version_that_was_read() throws Exception {
        browser.logIn("applicant_lead");
        String page = browser.open("/awards/a-offered/sign").body();
        assertThat(page).contains("I have read version 2 of the agreement", "Rent, &lt;wages&gt; and travel");
        Map<String, String> typed = new HashMap<>(day("effectiveOn", 20, 11, 2026));
        typed.put("key", FormKey.of(page));
        assertThat(browser.send("/awards/a-offered/sign", typed).body())
                .contains("Tick the box if you have read the agreement");
        typed.put("agreed", "2");
        browser.send("/awards/a-offered/sign", typed);
        assertThat(sides.effects())
                .containsExactly(new AwardCommand.SignAgreement("a-offered", 2, LocalDate.of(2026, 11, 20)));
    }

    @Test
    void an_offer_is_written_with_what_is_known_and_sent_as_typed() throws Exception {
        browser.logIn("commissioner");
        String page = browser.open("/awards/a-committed/offer").body();
        assertThat(page)
                .contains("Rooms and a person to meet at the gate.", "a report each year", "Payment 6, £6,000")
                .contains("value=\"0\"");
        Map<String, String> typed = new HashMap<>(day("startsOn", 1, 12, 2026));
        typed.putAll(day("endsOn", 30, 11, 2027));
        typed.putAll(day("expiresOn", 18, 12, 2026));
        typed.put("key", FormKey.of(page));
        typed.put("readVersion", "0");
        typed.put("purpose", "Rooms");
        typed.put("eligibleCost", "Rent");
        typed.put("outcomes", "A bed\n\n Somebody to ring ");
        typed.put("conditions", "");
        typed.put("inArrears", "2");
        assertThat(browser.send("/awards/a-committed/offer", typed).body())
                .contains("Say why money is paid in advance.", "Somebody to ring");
        typed.put("advanceNeed", "Small reserves");
        browser.send("/awards/a-committed/offer", typed);

        assertThat(sides.effects())
                .containsExactly(new AwardCommand.OfferAgreement(
                        "a-committed",
                        0,
                        new AgreementTerms(
                                "Rooms",
                                "Rent",
                                List.of(),
                                List.of("A bed", "Somebody to ring"),
                                LocalDate.of(2026, 12, 1),
                                LocalDate.of(2027, 11, 30),
                                List.of(2),
                                "Small reserves"),
                        LocalDate.of(2026, 12, 18)));
    }

    @Test
    void a_new_version_begins_with_the_one_before_and_what_was_typed_is_kept_where_it_is_refused() throws Exception {
        browser.logIn("commissioner");
        String page = browser.open("/awards/a-offered/offer").body();
        assertThat(page)
                .contains("takes the place of version 2", "People have somebody to ring.", "name=\"readVersion\"");
        sides.refuse(Rejection.of(
                Refusal.CONFLICT, "readVersion", "You read version 2 of the agreement; it is at version 3 now."));
        Map<String, String> typed = new HashMap<>(day("startsOn", 1, 12, 2026));
        typed.putAll(day("endsOn", 30, 11, 2027));
        typed.putAll(day("expiresOn", 18, 12, 2026));
        typed.putAll(Map.of(
                "key",
                FormKey.of(page),
                "readVersion",
                "2",
                "purpose",
                "Rooms",
                "eligibleCost",
                "Rent",
                "outcomes",
                "Beds for all",
                "advanceNeed",
                "Small"));
        assertThat(browser.send("/awards/a-offered/offer", typed).body())
                .contains("it is at version 3 now", "Beds for all");
    }

    private static Map<String, String> day(String name, int day, int month, int year) {
        return Map.of(
                name + "-day",
                String.valueOf(day),
                name + "-month",
                String.valueOf(month),
                name + "-year",
                String.valueOf(year));
    }
}
