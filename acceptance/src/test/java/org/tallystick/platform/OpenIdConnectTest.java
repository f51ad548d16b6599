package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A configured OpenID Connect provider: its bearer tokens at the API, and log-in to pages through it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdConnectTest {

    private static final Map<String, Object> AUDITOR = Map.of(
            "sub", "asha@audit.example",
            "name", "Asha Rahman",
            "tallystick_role", "auditor",
            "tallystick_organisation", "GB-GOR-AU900",
            "tallystick_organisation_name", "Public Grants Audit Office");

    private FakeProvider provider;
    private RunningTallystick tallystick;

    @BeforeAll
    void start() throws Exception {
        provider = new FakeProvider();
        tallystick = RunningTallystick.shared()
                .another(Map.of(
                        Setting.OIDC_ISSUER.variable(), provider.issuer(),
                        Setting.OIDC_CLIENT_ID.variable(), "tallystick-pages",
                        Setting.OIDC_CLIENT_SECRET.variable(), "secret"));
    }

    @AfterAll
    void stop() {
        tallystick.close();
        provider.close();
    }

    @Test
    void a_bearer_token_of_the_provider_speaks_for_its_subject_in_the_role_it_names() {
        provider.become(AUDITOR);
        assertThat(events(provider.token()).status()).isEqualTo(200);
        provider.become(Map.of("sub", "s", "tallystick_role", "worker", "tallystick_organisation", "GB-CHC-9100001"));
        assertThat(events(provider.token()).code()).isEqualTo("not-allowed");
    }

    @Test
    void a_token_without_a_role_or_for_the_operator_or_forged_is_refused() throws Exception {
        provider.become(Map.of("sub", "s"));
        assertThat(events(provider.token()).code()).isEqualTo("not-logged-in");
        provider.become(Map.of("sub", "s", "tallystick_role", "operator"));
        assertThat(events(provider.token()).code()).isEqualTo("not-logged-in");
        provider.become(AUDITOR);
        assertThat(events(provider.forgedToken()).code()).isEqualTo("not-logged-in");
    }

    @Test
    void pages_are_logged_in_to_through_the_provider() throws Exception {
        provider.become(AUDITOR);
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        assertThat(page(browser, "/log-in")).contains("/oauth2/authorization/provider");
        page(browser, "/oauth2/authorization/provider");
        assertThat(page(browser, "/how-to-read-the-figures"))
                .contains("<strong>Asha Rahman</strong>, <span>auditor</span>");
    }

    private String page(HttpClient browser, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(tallystick.address() + path)).build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private RunningTallystick.Answer events(String token) {
        return tallystick.send(tallystick
                .request("/api/events", Actor.ANYONE)
                .header("Authorization", "Bearer " + token)
                .build());
    }
}
