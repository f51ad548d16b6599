package org.tallystick.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.control.ControlQuery.ControlTests;
import org.tallystick.control.ControlQuery.Explanation;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.ControlQuery.LastRun;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.control.ControlQuery.OpenException;
import org.tallystick.control.ControlQuery.OpenExceptions;
import org.tallystick.control.ControlQuery.SignedAt;
import org.tallystick.control.ControlQuery.Subject;
import org.tallystick.control.ControlQuery.TestGlance;
import org.tallystick.control.ControlQuery.TestResult;
import org.tallystick.control.SampleQuery.Method;
import org.tallystick.control.SampleQuery.Sample;
import org.tallystick.control.SampleQuery.SampleOf;
import org.tallystick.control.SampleQuery.Sampled;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class ControlPagesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final SignedAt SIGNED = new SignedAt(10_480, "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", NOW);
    private static final Finding FOUND = new Finding(
            "a-1/1 and a-2/1",
            "On 5 June 2025 payment 1 of “Lunches <x>” paid £4,200 twice.",
            Subject.AWARD,
            "a-2",
            "Lunches <x>",
            List.of(1_204L, 1_210L),
            420_000,
            null);
    private static final String ID = ControlCommand.idOf(ControlTest.DUPLICATE_PAYMENTS, FOUND.key());
    private static final String EXPLAIN = "/control-tests/duplicate-payments/" + ID + "/explain";
    private static final String REOPEN = "/control-tests/duplicate-payments/" + ID + "/reopen";

    private static final String SAMPLE = "population=PAYMENTS&method=RANDOM&size=5&seed=7";
    private static final String SAMPLE_CSV = "sample.csv?" + SAMPLE;
    private static final String SAMPLE_PDF = "sample.pdf?" + SAMPLE;

    private final Browser browser;
    private final FakeSides sides;
    private long explained;

    ControlPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_history_with_an_exception() {
        sides.clear();
        sides.answer(
                ControlTests.class,
                _ -> Arrays.stream(ControlTest.values()).map(this::glance).toList());
        sides.answer(
                OpenExceptions.class,
                _ -> new Paged<>(List.of(new OpenException(ControlTest.DUPLICATE_PAYMENTS, NOW, FOUND)), 1, 1, 10));
        sides.answer(
                OneControlTest.class,
                asked -> new TestResult(asked, asked.parameters(), 10_470, SIGNED, NOW, 212, 1, List.of(FOUND)));
        sides.answer(
                SampleOf.class,
                asked -> new Sample(
                        asked, 10_470, null, NOW, 212, 9_000_000, 360_000, 12_345, List.of(new Sampled(FOUND, 2))));
    }

    private TestGlance glance(ControlTest test) {
        LastRun last = switch (test) {
            case COMPLETENESS -> null;
            case DUPLICATE_PAYMENTS -> new LastRun(NOW, 10_470, 212, 1, 1);
            default -> new LastRun(NOW, 10_470, 212, 0, 0);
        };
        return new TestGlance(
                test,
                test.slug(),
                test.title(),
                test.rule(),
                test.basis(),
                test.prevented(),
                test.parameters(),
                last,
                test == ControlTest.DUPLICATE_PAYMENTS ? explained : 0);
    }

    @Test
    void all_tests_stand_on_one_page_with_how_they_came_out() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/control-tests").body())
                .contains("Not run yet", "None found", "1 exception", "212 payments that stayed paid")
                .contains("href=\"/control-tests/duplicate-payments\"", "Lunches &lt;x&gt;");
    }

    @Test
    void where_none_was_run_yet_it_does_not_say_that_there_are_no_exceptions() throws Exception {
        browser.logIn("auditor");
        sides.answer(ControlTests.class, _ -> List.of(glance(ControlTest.COMPLETENESS)));
        sides.answer(OpenExceptions.class, _ -> new Paged<>(List.of(), 0, 1, 10));
        assertThat(browser.open("/control-tests").body())
                .contains("You can open any of them and run it now")
                .doesNotContain("No open exceptions");
        sides.answer(ControlTests.class, _ -> List.of(glance(ControlTest.CUT_OFF)));
        assertThat(browser.open("/control-tests").body()).contains("No open exceptions");
    }

    @ParameterizedTest
    @EnumSource
    void each_test_has_a_page_with_its_evidence(ControlTest test) throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/control-tests/" + test.slug()).body())
                .contains(
                        test.title().replace("'", "&#39;"),
                        "href=\"/events/1204\"",
                        "href=\"/awards/a-2\"",
                        "10,470",
                        SIGNED.root());
    }

    /** With the words that hold for these events, or for fewer. */
    private static Finding said(List<Long> positions) {
        Explanation words = new Explanation("Two parts <of> one sum.", "p-7", NOW, 10_475, positions);
        return new Finding(
                FOUND.key(),
                FOUND.sentence(),
                FOUND.subject(),
                FOUND.subjectId(),
                FOUND.subjectName(),
                FOUND.positions(),
                FOUND.amountPence(),
                words);
    }

    private void found(Finding finding) {
        sides.answer(
                OneControlTest.class,
                asked -> new TestResult(asked, asked.parameters(), 10_470, SIGNED, NOW, 212, 1, List.of(finding)));
    }

    @Test
    void an_exception_is_explained_with_the_events_that_show_it() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/control-tests/duplicate-payments").body()).contains("href=\"" + EXPLAIN + "\"");
        assertThat(browser.open("/control-tests/duplicate-payments?days=9").body())
                .as("with parameters of one's own")
                .doesNotContain(EXPLAIN);
        assertThat(browser.open(EXPLAIN).body()).contains("paid £4,200 twice", "1,204, 1,210");
        assertThat(browser.send(EXPLAIN, Map.of("reason", " ")).body()).contains("Enter what explains it.");
        browser.send(EXPLAIN, Map.of("reason", "Two parts of one sum."));
        assertThat(sides.effects())
                .containsExactly(new ControlCommand.ExplainException(
                        ControlTest.DUPLICATE_PAYMENTS, FOUND.key(), FOUND.positions(), "Two parts of one sum."));
        assertThat(browser.open("/control-tests/duplicate-payments/exception-0/explain")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_explained_is_shown_with_its_words_and_can_be_opened_again() throws Exception {
        browser.logIn("auditor");
        found(said(FOUND.positions()));
        explained = 1;
        assertThat(browser.open("/control-tests").body()).contains("All explained", "; 1 explained");
        assertThat(browser.open("/control-tests/duplicate-payments").body())
                .contains("Explained on 22 November 2026", "Two parts &lt;of&gt; one sum.", "href=\"" + REOPEN + "\"");
        assertThat(new String(browser.file("/control-tests/duplicate-payments/paper.csv"), StandardCharsets.UTF_8))
                .contains("Two parts <of> one sum.", "1 of them explained");
        browser.send(REOPEN, Map.of("reason", "They are not."));
        assertThat(sides.effects())
                .containsExactly(new ControlCommand.ReopenException(
                        ControlTest.DUPLICATE_PAYMENTS, FOUND.key(), "They are not."));
        found(said(List.of(1_204L)));
        assertThat(browser.open("/control-tests/duplicate-payments").body())
                .contains("Open again, since something came to it.");
    }

    @Test
    void what_is_set_is_asked_and_what_cannot_be_read_is_kept() throws Exception {
        browser.logIn("auditor");
        browser.open("/control-tests/unusual-entries?from=1+April+2026&days=60&limitPence=500");
        assertThat(sides.lastAsked(OneControlTest.class))
                .isEqualTo(new OneControlTest(
                        ControlTest.UNUSUAL_ENTRIES, LocalDate.of(2026, 4, 1), null, 60L, 50_000L, null));
        assertThat(browser.open("/control-tests/unusual-entries?from=spring&days=many&limitPence=500")
                        .body())
                .contains("There is a problem", "value=\"spring\"", "value=\"many\"", "value=\"500\"")
                .doesNotContain("Working paper");
        assertThat(browser.open("/control-tests/no-such-test").statusCode()).isEqualTo(404);
    }

    @Test
    void the_working_paper_says_what_was_done_and_leaves_room() throws Exception {
        browser.logIn("auditor");
        assertThat(new String(
                        browser.file("/control-tests/duplicate-payments/paper.csv?days=9"), StandardCharsets.UTF_8))
                .contains("Control test: Not paid twice", SIGNED.root(), ": 9", "1204 1210", "4200.00")
                .contains("Auditor's result");
        assertThat(text(browser.file("/control-tests/duplicate-payments/paper.pdf")))
                .contains("Not paid twice", "10,470", "1204 1210", "Conclusion", "Auditor's result");
    }

    @Test
    void a_sample_is_drawn_as_asked_and_explained() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/control-tests/sample").body()).contains("Draw the sample");
        String asked = "population=PAYMENTS&method=MONETARY_UNIT&size=25&seed=7";
        assertThat(browser.open("/control-tests/sample?" + asked).body())
                .contains("one every £3,600.00", "£123.45", "chosen 2 times", "href=\"/events/1204\"");
        assertThat(sides.lastAsked(SampleOf.class))
                .isEqualTo(new SampleOf(SampleQuery.Population.PAYMENTS, Method.MONETARY_UNIT, 7, 25, null, null));
        assertThat(browser.open("/control-tests/sample?population=PAYMENTS&method=RANDOM&size=0&seed=x")
                        .body())
                .contains("from 1 to 500", "Enter a seed: any whole number.", "value=\"x\"")
                .doesNotContain("for the standard");
        assertThat(text(browser.file("/control-tests/sample.pdf?" + asked))).contains("Sample of payments", "Seed");
        assertThat(new String(browser.file("/control-tests/sample.csv?" + asked), StandardCharsets.UTF_8))
                .contains("Sample of payments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "governor",
                "commissioner",
                "payer",
                "applicant_lead",
                "applicant_member",
                "worker",
                "assessor",
                "coordinator",
                "referrer"
            })
    void they_are_for_auditors(String username) throws Exception {
        browser.logIn(username);
        List<String> pages = new ArrayList<>(List.of("/control-tests", "/control-tests/sample"));
        for (ControlTest test : ControlTest.values()) {
            pages.add("/control-tests/" + test.slug());
        }
        for (String page : pages) {
            assertThat(browser.open(page).body())
                    .as(page)
                    .contains("open to auditors")
                    .doesNotContain("Looked at")
                    .doesNotContain("Lunches");
        }
        assertThat(browser.open(EXPLAIN).statusCode()).isEqualTo(403);
        for (String file : List.of("cut-off/paper.csv", "cut-off/paper.pdf", SAMPLE_CSV, SAMPLE_PDF)) {
            var answer = browser.open("/control-tests/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("Lunches");
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
