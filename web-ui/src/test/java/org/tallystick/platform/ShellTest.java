package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class ShellTest {

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern POINTS_TO =
            Pattern.compile("(?:\\sfor|aria-describedby|aria-labelledby)=\"([^\"]+)\"|href=\"#([^\"]+)\"");

    private final int port;
    private Browser browser;

    ShellTest(@Autowired Environment environment) {
        port = environment.getRequiredProperty("local.server.port", Integer.class);
        browser = new Browser(port);
    }

    @BeforeEach
    void a_new_person() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log-in",
                "/accessibility",
                "/how-to-read-the-figures",
                "/styleguide",
                "/styleguide/form",
                "/styleguide/list?page=3&sort=-name",
                "/styleguide/long-list",
                "/styleguide/past"
            })
    void every_page_has_its_title_and_nothing_inline(String path) throws Exception {
        HttpResponse<String> page = browser.open(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .containsPattern("<title>[^<:]+ – Tallystick</title>")
                .contains("Skip to main content")
                .containsOnlyOnce("<h1")
                .containsOnlyOnce("<main")
                .doesNotContain("style=\"")
                .doesNotContain("<script>")
                .doesNotContain("onclick")
                .doesNotContain("th:");
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains(PageSecurity.CONTENT_POLICY);
        idsAreUniqueAndFound(page.body());
    }

    @Test
    void a_page_that_needs_log_in_leads_there_and_back() throws Exception {
        assertThat(browser.open("/funds").body()).contains("<title>Log in – Tallystick</title>");
        HttpResponse<String> page =
                browser.send("/log-in", Map.of("username", "asha", "password", PagesAlone.PASSWORD));
        assertThat(page.uri().getPath()).isEqualTo("/funds");
    }

    @Test
    void a_wrong_password_costs_the_password_only() throws Exception {
        browser.open("/log-in");
        HttpResponse<String> page = browser.send("/log-in", Map.of("username", "asha", "password", "wrong"));
        assertThat(page.body())
                .contains("<title>Error: Log in – Tallystick</title>")
                .contains("value=\"asha\"")
                .contains("Check both and try again.")
                .doesNotContain("wrong\"");
    }

    @Test
    void the_header_says_who_is_logged_in_as_what_and_where_they_may_go() throws Exception {
        assertThat(browser.open("/accessibility").body())
                .doesNotContain("Log out")
                .contains("href=\"/log-in\"");
        assertThat(browser.open("/accessibility").body()).doesNotContain("href=\"/funds\"");
        browser.logIn();
        assertThat(browser.open("/styleguide").body())
                .contains("Asha Rahman", "governor", "HMP Northfield", "Log out", "href=\"/funds\"")
                .containsPattern("<a[^>]*aria-current=\"page\"[^>]*>Style guide");
        assertThat(browser.open("/styleguide/form").body())
                .containsPattern("<a[^>]*aria-current=\"true\"[^>]*>Style guide");
        assertThat(browser.send("/log-out", Map.of()).body()).contains("You are logged out.");
        assertThat(browser.open("/styleguide").body()).doesNotContain("Log out");
    }

    @Test
    void faults_of_a_form_are_listed_linked_and_nothing_typed_is_lost() throws Exception {
        browser.open("/styleguide/form");
        HttpResponse<String> page = browser.send(
                "/styleguide/form",
                Map.of("amount", "12k", "paidOn-day", "31", "paidOn-month", "2", "year", "2026-27"));
        assertThat(page.body())
                .contains("<title>Error: A form – Tallystick</title>", "There is a problem")
                .contains("value=\"12k\"", "value=\"31\"")
                .contains("must include a year")
                .containsPattern("value=\"2026-27\"[^>]*checked");
        idsAreUniqueAndFound(page.body());
    }

    @Test
    void what_was_typed_when_the_log_in_had_run_out_is_kept_and_sent_only_when_told() throws Exception {
        HttpResponse<String> page = browser.send("/styleguide/form", Map.of("name", "My <fund>", "password2", "hush"));
        assertThat(page.body()).contains("What you typed is kept.");
        page = browser.send("/log-in", Map.of("username", "asha", "password", PagesAlone.PASSWORD));
        assertThat(page.uri().getPath()).isEqualTo("/carry-on");
        assertThat(page.body())
                .contains("My &lt;fund&gt;", "action=\"/styleguide/form\"", "Nothing has been sent yet")
                .doesNotContain("hush");
        page = browser.send("/styleguide/form", Map.of("name", "My fund"));
        assertThat(page.body()).contains("There is a problem");
    }

    @Test
    void what_another_site_sends_is_never_kept() throws Exception {
        HttpResponse<String> page = browser.send("/styleguide/form", Map.of("name", "Trap"), "cross-site");
        assertThat(page.body()).contains("<title>Log in").doesNotContain("What you typed is kept.");
    }

    @Test
    void a_page_that_is_not_there_says_what_to_do() throws Exception {
        browser.logIn();
        HttpResponse<String> page = browser.open("/nowhere");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("<title>We cannot find that page – Tallystick</title>", "check it", "Asha Rahman");
    }

    @Test
    void files_with_a_version_in_their_address_are_fetched_once() throws Exception {
        HttpResponse<String> sheet = browser.open("/assets/tallystick.css");
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        assertThat(browser.open("/accessibility").body()).containsPattern("tallystick\\.css\\?v=[0-9a-f]{12}\"");
    }

    @Test
    void the_style_sheet_carries_no_restricted_font_or_crest() throws Exception {
        assertThat(browser.open("/assets/tallystick.css").body())
                .doesNotContain("GDS Transport")
                .doesNotContain("@font-face")
                .doesNotContainIgnoringCase("crown");
    }

    private static void idsAreUniqueAndFound(String html) {
        List<String> ids = ID.matcher(html).results().map(id -> id.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        List<String> wanted = POINTS_TO
                .matcher(html)
                .results()
                .map(ShellTest::target)
                .flatMap(targets -> List.of(targets.split(" ")).stream())
                .toList();
        assertThat(ids).containsAll(wanted);
    }

    private static String target(MatchResult link) {
        return link.group(1) != null ? link.group(1) : link.group(2);
    }
}
