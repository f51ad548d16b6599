package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import tools.jackson.databind.JsonNode;

/** A whole query side, as it runs on its own, asked over HTTP. */
class QueryEndpointTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Server {}

    private static final Actor AUDITOR = QueryFixture.actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LogFixture LOG = new LogFixture(DATABASE);
    private static ConfigurableApplicationContext side;
    private static String address = "";

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("TALLYSTICK_DB_URL", DATABASE.jdbcUrl());
        settings.put("TALLYSTICK_DB_QUERY_USER", TestDatabase.QUERY);
        settings.put("TALLYSTICK_DB_QUERY_PASSWORD", TestDatabase.passwordOf(TestDatabase.QUERY));
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        SpringApplication application = new SpringApplication(Server.class, QuerySide.class);
        application.setDefaultProperties(settings);
        side = application.run();
        address = "http://127.0.0.1:" + side.getEnvironment().getProperty("local.server.port");
        Town.build(LOG);
        LOG.append();
    }

    @AfterAll
    static void stop() {
        side.close();
        DATABASE.close();
    }

    @Test
    void the_trial_balance_has_exactly_the_shape_that_was_promised() throws Exception {
        JsonNode now = json(get(AUDITOR, "/api/ledger/trial-balance?after=" + LOG.head()));

        assertThat(now.propertyNames())
                .containsExactly("position", "date", "accounts", "debitPence", "creditPence", "memo", "memoPence");
        assertThat(now.get("position").asLong()).isEqualTo(LOG.head());
        assertThat(now.get("date").isNull()).isTrue();
        assertThat(now.get("debitPence").asLong())
                .isEqualTo(now.get("creditPence").asLong())
                .isPositive();
        assertThat(now.get("accounts").get(0).propertyNames()).containsExactly("account", "debitPence", "creditPence");
        JsonNode then = json(get(AUDITOR, "/api/ledger/trial-balance?date=2026-04-05&position=" + LOG.head()));
        assertThat(then.get("debitPence").asLong()).isEqualTo(6_000_000);
        assertThat(then.get("date").asString()).isEqualTo("2026-04-05");
        assertThat(json(get(AUDITOR, "/api/ledger/trial-balance?effective=2026-04-05&known=" + LOG.head())))
                .isEqualTo(then);
        assertThat(json(get(AUDITOR, "/api/ledger/trial-balance?effective=2026-04-05&known=2026-06-15")))
                .isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/ledger/trial-balance?positon=3, 400, malformed, positon",
        "/api/ledger/trial-balance?position=three, 422, invalid, position",
        "/api/ledger/trial-balance?position=-1, 422, invalid, position",
        "/api/ledger/trial-balance?position=99999999, 422, invalid, position",
        "/api/ledger/trial-balance?date=31.3.2026, 422, invalid, date",
        "/api/ledger/trial-balance?date=2026-03-31&date=2026-04-01, 400, malformed, date",
        "/api/ledger/trial-balance?after=99999999, 422, invalid, after",
        "/api/ledger/trial-balance?known=99999999, 422, invalid, known",
        "/api/ledger/trial-balance?known=soon, 422, invalid, known",
        "/api/ledger/trial-balance?known=2026-02-30, 422, invalid, known",
        "/api/ledger/trial-balance?known=3&position=4, 422, invalid, known",
        "/api/ledger/trial-balance?effective=31.3.2026, 422, invalid, effective",
        "/api/ledger/trial-balance?date=2026-03-31&effective=2026-03-30, 422, invalid, effective",
        "/api/ledger/gap?known=99999999, 422, invalid, known",
        "/api/flow?known=99999999, 422, invalid, known",
        "/api/ledger/last-known?known=99999999, 422, invalid, known",
        "/api/ledger/export, 422, invalid, format",
        "/api/ledger/export?format=pdf, 422, invalid, format",
        "/api/ledger/export?format=csv&position=99999999, 422, invalid, position",
        "/api/ledger/statements/fnud/pooled, 422, invalid, subject",
        "/api/ledger/statements/fund/pooled?financialYear=2026, 422, invalid, financialYear",
        "/api/ledger/statements/fund/nothing, 404, not-found,",
        "/api/organisations?size=1000, 422, invalid, size",
        "/api/organisations?byAndForOnly=perhaps, 422, invalid, byAndForOnly",
        "/api/events?from=x, 422, invalid, from",
        "/api/events?type=fund.Nothing, 422, invalid, type",
        "/api/names, 422, invalid, ids",
        "/api/history/fnud/pooled, 422, invalid, subject",
        "/api/history/award/none, 404, not-found,",
        "/api/awards/none, 404, not-found,",
    })
    void a_wrong_question_is_refused_with_the_parameter_at_fault(
            String path, int status, String code, @Nullable String field) throws Exception {
        HttpResponse<String> answer = get(AUDITOR, path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        JsonNode problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        if (field != null) {
            assertThat(problem.get("field").asString()).isEqualTo(field);
        }
    }

    @Test
    void roles_are_told_apart_and_the_public_needs_no_log_in_for_what_is_public() throws Exception {
        assertThat(get(null, "/api/totals").statusCode()).isEqualTo(200);
        assertThat(get(null, "/api/awards").statusCode()).isEqualTo(200);
        assertThat(get(null, "/api/funds").statusCode()).isEqualTo(401);
        assertThat(get(null, "/api/events").statusCode()).isEqualTo(401);
        assertThat(get(QueryFixture.actor(Role.PAYER, Town.COUNCIL), "/api/events")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(AUDITOR, "/api/events?size=2").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ledger/trial-balance?",
                "/api/ledger/statements/fund/pooled?",
                "/api/ledger/export?format=csv&",
                "/api/ledger/export?format=jsonl&",
                "/api/ledger/export?format=hledger&",
                "/api/events?",
                "/api/events/1?",
                "/api/events/1/postings?",
                "/api/log?",
            })
    void every_answer_of_the_ledger_and_of_the_history_waits_for_a_position(String path) throws Exception {
        LOG.add(
                Town.POOLED,
                "gov",
                new FundEvent.ContributionPledged(
                        Town.POOLED, new Slice(Town.COUNCIL, new FinancialYear(2026), Slice.UNRESTRICTED, 100)));
        HttpResponse<String> there = get(AUDITOR, path + "after=" + LOG.append());
        HttpResponse<String> beyond = get(AUDITOR, path + "after=" + (LOG.head() + 1));

        assertThat(there.statusCode()).as(there.body()).isEqualTo(200);
        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(json(beyond).get("field").asString()).isEqualTo("after");
        assertThat(beyond.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void several_ids_are_one_parameter_given_several_times() throws Exception {
        JsonNode names = json(get(AUDITOR, "/api/names?ids=pooled&ids=award-1&ids=&ids=unknown&after=" + LOG.head()));

        assertThat(names.get("all").findValuesAsString("name"))
                .containsExactly("Women's centres, pooled", "Somewhere to go first");
        assertThat(json(get(AUDITOR, "/api/names?" + "ids=a&".repeat(51)))
                        .get("field")
                        .asString())
                .isEqualTo("ids");
    }

    @Test
    void a_statement_and_an_event_are_found_at_their_addresses() throws Exception {
        JsonNode statement =
                json(get(AUDITOR, "/api/ledger/statements/account/fund:pooled:available?size=3&after=" + LOG.head()));
        JsonNode events = json(get(AUDITOR, "/api/events?from=2&size=3"));

        assertThat(statement.get("lines").get("items")).hasSize(3);
        assertThat(statement.get("lines").get("total").asInt()).isGreaterThan(3);
        assertThat(events.get("events").get(0).get("position").asLong()).isEqualTo(2);
        assertThat(events.get("next").asLong()).isEqualTo(5);
        assertThat(json(get(AUDITOR, "/api/events/2")).get("leafHash").asString())
                .isEqualTo(events.get("events").get(0).get("leafHash").asString());
        assertThat(get(AUDITOR, "/api/payments?state=lapsed").body()).contains("\"state\":\"LAPSED\"");
    }

    @Test
    void an_export_comes_as_a_file_with_its_name() throws Exception {
        HttpResponse<String> file = get(AUDITOR, "/api/ledger/export?format=hledger&after=" + LOG.head());

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"ledger.journal\"");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWithIgnoringCase("text/plain");
        assertThat(file.body()).contains("fund:pooled:available  £60000.00");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(@Nullable Actor actor, String path)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (actor != null) {
            request.header(
                    "Authorization", "Bearer " + side.getBean(ActorTokens.class).tokenFor(actor));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
