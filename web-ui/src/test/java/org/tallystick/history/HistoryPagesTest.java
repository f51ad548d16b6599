package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.history.HistoryQuery.EventPage;
import org.tallystick.history.HistoryQuery.LogView;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.HistoryQuery.ProjectionState;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.history.ProvenanceQuery.AccountChange;
import org.tallystick.history.ProvenanceQuery.Changes;
import org.tallystick.history.ProvenanceQuery.ChangesBy;
import org.tallystick.history.ProvenanceQuery.StateChange;
import org.tallystick.history.ProvenanceQuery.Touched;
import org.tallystick.ledger.LedgerSamples;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.NameQuery;
import org.tallystick.platform.NameQuery.Kind;
import org.tallystick.platform.NameQuery.Named;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class HistoryPagesTest {

    private static final long HEAD = 250;

    private final Browser browser;
    private final FakeSides sides;

    HistoryPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_log() {
        sides.clear();
        LedgerSamples.into(sides, 10);
        sides.answer(HistoryQuery.Events.class, query -> query.newestFirst() ? back(query) : forth(query));
        sides.answer(HistoryQuery.OneEvent.class, query -> event(query.position()));
        sides.answer(ChangesBy.class, query -> changes(query.position(), null));
        sides.answer(
                HistoryQuery.LogState.class,
                _ -> new LogView(
                        HEAD,
                        0,
                        List.of(new ProjectionState("ledger", HEAD, 0), new ProjectionState("award", HEAD - 5, 5)),
                        LogSamples.signed()));
        sides.answer(
                HistoryQuery.Checkpoints.class, query -> new Paged<>(List.of(LogSamples.checkpoint(10_480)), 1, 1, 50));
        sides.answer(
                VerificationQuery.Verifications.class,
                _ -> new Paged<>(List.of(LogSamples.notGood(), LogSamples.good()), 12, 1, 10));
        sides.answer(HistoryQuery.InclusionOf.class, query -> LogSamples.inclusion(query.position()));
    }

    private static EventPage forth(HistoryQuery.Events query) {
        long from = Math.max(1, query.from());
        return new EventPage(
                LongStream.range(from, Math.min(HEAD + 1, from + query.size()))
                        .mapToObj(HistoryPagesTest::event)
                        .toList(),
                HEAD,
                from + query.size() > HEAD ? null : from + query.size());
    }

    private static EventPage back(HistoryQuery.Events query) {
        long from = query.from() == 0 ? HEAD : query.from();
        return new EventPage(
                LongStream.iterate(from, position -> position - 1)
                        .limit(Math.min(from, query.size()))
                        .mapToObj(HistoryPagesTest::event)
                        .toList(),
                HEAD,
                from > query.size() ? from - query.size() : null);
    }

    private static Changes changes(long position, @Nullable Long saidBefore) {
        return new Changes(
                position - 10,
                position + 10,
                saidBefore,
                List.of(new StateChange("a payment", "2", "INSTRUCTED", "PAID")),
                List.of(
                        new Touched(Subject.ORGANISATION, "GB-CHC-1090095", position - 10, position + 10),
                        new Touched(Subject.PERSON, "p-9", null, position + 3)),
                List.of(
                        new AccountChange("fund:north:available", 4_000, -1_500, 2_500),
                        new AccountChange("org:o-2:received", 0, 1_500, 1_500)),
                List.of("ledger", "timelines"));
    }

    private static LoggedEvent event(long position) {
        return event(position, "12345678");
    }

    private static LoggedEvent event(long position, String accountNumber) {
        return new LoggedEvent(
                position,
                "8c5e0f5e-0000-4000-8000-000000000000",
                "Organisation",
                "GB-CHC-1090095",
                position,
                "registry.BankDetailsConfirmed",
                "1",
                Instant.parse("2026-11-22T14:05:00Z"),
                LocalDate.of(2026, 11, 22),
                Map.of(
                        "organisationId", "GB-CHC-1090095",
                        "bankDetails", Map.of("accountName", "SCK", "accountNumber", accountNumber),
                        "slices", List.of(Map.of("amountPence", 1_245_067, "contributor", "GB-GOR-EA101"))),
                Map.of("actorId", "p-9", "role", "APPLICANT_LEAD", "organisation", "o-2", "reason", "New <bank>"),
                "cd".repeat(32));
    }

    @Test
    void the_log_is_read_from_its_newest_event_back() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/events").body())
                .contains("250 events", "Bank details confirmed", "href=\"/events/250\"", "href=\"/events/151\"")
                .contains("Earlier events", "from=150", "p-9", "href=\"/events?by=p-9\"")
                .doesNotContain("href=\"/events/150\"");
        assertThat(browser.open("/events?from=100").body())
                .contains("href=\"/events/1\"")
                .doesNotContain("Earlier events");
        assertThat(browser.open("/events?from=last").body()).contains("must be a whole number", "href=\"/events/250\"");
    }

    @Test
    void the_log_is_read_from_any_position_on_oldest_first() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/events?order=oldest-first").body())
                .contains("href=\"/events/100\"", "from=101", "Later events")
                .doesNotContain("href=\"/events/101\"");
        assertThat(browser.open("/events?order=oldest-first&from=201").body())
                .contains("href=\"/events/250\"")
                .doesNotContain("Later events");
    }

    @Test
    void the_log_is_narrowed_by_what_to_what_and_by_whom() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/events?type=fund.MoneyCommitted&about=GB-CHC-1090095&by=+p-9")
                        .body())
                .contains("value=\"GB-CHC-1090095\"")
                .containsPattern("value=\"fund.MoneyCommitted\"[^>]*selected");
        assertThat(sides.lastAsked(HistoryQuery.Events.class))
                .isEqualTo(new HistoryQuery.Events(0, 100, "GB-CHC-1090095", "fund.MoneyCommitted", "p-9", true));
        sides.answer(HistoryQuery.Events.class, _ -> new EventPage(List.of(), HEAD, 42L));
        assertThat(browser.open("/events?type=nothing.Known").body())
                .contains("None in the part of the log that was looked through", "from=42");
        assertThat(sides.lastAsked(HistoryQuery.Events.class).type()).isNull();
    }

    @Test
    void things_are_named_with_their_ids_beside_them() throws Exception {
        sides.names(new Names(List.of(
                new Named(Kind.ORGANISATION, "GB-CHC-1090095", "Second Chance Kitchen", ""),
                new Named(Kind.ORGANISATION, "GB-GOR-EA101", "HMP Eastmoor", ""))));
        browser.logIn("auditor");
        assertThat(browser.open("/events").body())
                .contains(">Second Chance Kitchen</a>", "Organisation GB-CHC-1090095");
        assertThat(browser.open("/events/42").body())
                .contains("Second Chance Kitchen (GB-CHC-1090095)", "HMP Eastmoor (GB-GOR-EA101)")
                .contains("Money of HMP Eastmoor for 2026–27");
        assertThat(sides.lastAsked(NameQuery.NamesOf.class).ids()).doesNotHaveDuplicates();
    }

    @Test
    void an_event_says_who_when_why_and_what_it_moved_and_hides_the_account_number() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/events/42").body())
                .contains("Bank details confirmed", "22 November 2026 at 2:05pm", "p-9", "applicant lead")
                .contains("New &lt;bank&gt;", "Amount: £12,450.67", "•••••678", "cd".repeat(32))
                .contains("£10 arrived in the fund", "href=\"/ledger/statements/account/fund:north:available\"")
                .contains("href=\"/events/41\"", "href=\"/events/43\"", "/timeline/organisation/GB-CHC-1090095")
                .doesNotContain("12345678");
    }

    @Test
    void an_event_says_everything_that_it_changed_before_and_after() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/events/42").body())
                .contains("href=\"/events/32\"", "href=\"/events/52\"", "What happened to it before")
                .contains(">Payment 2</th>", ">Instructed</td>", ">Paid</td>")
                .contains("£40.00", "−£15.00", "£25.00")
                .containsPattern("data-label=\"Before\">\\s*£0.00\\s*</td>")
                .contains("href=\"/ledger/why?account=fund:north:available&amp;known=41\"")
                .contains("href=\"/ledger/why?account=fund:north:available&amp;known=42\"")
                .contains("href=\"/organisations/GB-CHC-1090095\"", "href=\"/timeline/person/p-9\"")
                .contains("This is the first", "href=\"/events/45\"", "ledger and timelines")
                .doesNotContain("otherwise than before");
    }

    @Test
    void an_event_that_says_something_anew_shows_what_was_said_before_but_for_the_account_number() throws Exception {
        sides.answer(ChangesBy.class, query -> changes(query.position(), 12L));
        sides.answer(
                HistoryQuery.OneEvent.class,
                query -> event(query.position(), query.position() == 12 ? "99998678" : "12345678"));
        browser.logIn("auditor");
        assertThat(browser.open("/events/42").body())
                .contains("otherwise than before", "href=\"/events/12\"")
                .containsPattern(
                        "Bank details, account number</th>\\s*<td[^>]*>•••••678</td>\\s*<td[^>]*>•••••678</td>")
                .doesNotContain("99998678", "12345678")
                .doesNotContainPattern("Bank details, account name</th>");
    }

    @Test
    void the_state_of_the_log_names_what_is_behind() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/log").body())
                .contains("Up to date", "Catching up", "None waits", "245")
                .containsPattern("href=\"/events\"[^>]*aria-current=\"true\"[^>]*>History</a>");
    }

    @Test
    void it_says_how_the_log_is_signed_and_which_witness_refused_why() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/log").body())
                .contains(
                        "grants.example.org/log",
                        "Event 10,480",
                        "witness.audit.example.org",
                        "Refused",
                        "This log does not continue the one it signed before.",
                        "href=\"/log/audit-pack\"");
    }

    @Test
    void it_says_how_the_history_was_verified_each_time() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/log").body())
                .contains("Not good at event 9,001", "Somebody who runs this installation", "The installation itself")
                .contains("Trust no figure from there on", "12 in all.");
    }

    @Test
    void a_proof_and_a_checkpoint_are_files_of_their_own() throws Exception {
        browser.logIn("auditor");
        var proof = browser.open("/events/7/proof");
        assertThat(proof.body()).startsWith("c2sp.org/tlog-proof@v1\nindex 6\n");
        assertThat(proof.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"event-7.tlog-proof\"");
        assertThat(browser.open("/log/newest").body()).startsWith("grants.example.org/log\n10480\n");
        assertThat(browser.open("/events/7").body()).contains("href=\"/events/7/proof\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/events/7", "/log"})
    void those_who_are_no_auditors_are_told_why_and_where_to_go(String path) throws Exception {
        browser.logIn("governor");
        assertThat(browser.open(path).body())
                .contains("open to auditors", "href=\"/ledger\"", "href=\"/organisations/o-1\"");
    }
}
