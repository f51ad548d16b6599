package org.tallystick.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.replay.ReplayCommand.RequestReplay;
import org.tallystick.replay.ReplayQuery.Compared;
import org.tallystick.replay.ReplayQuery.ComparedWith;
import org.tallystick.replay.ReplayQuery.Comparison;
import org.tallystick.replay.ReplayQuery.ComparisonOf;
import org.tallystick.replay.ReplayQuery.OneReplay;
import org.tallystick.replay.ReplayQuery.Parting;
import org.tallystick.replay.ReplayQuery.ReplayView;
import org.tallystick.replay.ReplayQuery.Replays;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class ReplayPagesTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T12:00:00Z");

    private final Browser browser;
    private final FakeSides sides;

    ReplayPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void nothing_yet() {
        sides.clear();
        sides.answer(Replays.class, _ -> new Paged<>(List.of(), 0, 1, 50));
        sides.answer(OneReplay.class, _ -> replay(ReplayProgress.WAITING, 0, null));
    }

    @Test
    void a_list_without_replays_says_how_they_come_to_be() throws Exception {
        browser.logIn("auditor");
        assertThat(browser.open("/replays").body()).contains("No replays yet", "/replays/new");
    }

    @Test
    void an_auditor_asks_for_what_was_known_at_a_time_and_true_on_a_day() throws Exception {
        browser.logIn("auditor");
        browser.open("/replays/new");
        var after = browser.send(
                "/replays/new",
                Map.of(
                        "key", "abc-123",
                        "name", "Year end",
                        "scope", "LEDGER",
                        "upTo", "10,482",
                        "recordedUntil", "15 April 2026",
                        "recordedUntil-time", "11:30am",
                        "effectiveUntil", "31 March 2026"));

        assertThat(after.uri().getPath()).isEqualTo("/replays/replay-abc123");
        assertThat(sides.effects())
                .containsExactly(new RequestReplay(
                        "replay-abc123",
                        "Year end",
                        ReplayScope.LEDGER,
                        10_482L,
                        Instant.parse("2026-04-15T10:30:00Z"),
                        LocalDate.of(2026, 3, 31)));
    }

    @Test
    void with_no_point_in_time_everything_until_now_is_asked_for() throws Exception {
        browser.logIn("auditor");
        browser.open("/replays/new");
        browser.send("/replays/new", Map.of("key", "k", "name", "Now", "scope", "EVERYTHING"));
        browser.send(
                "/replays/new", Map.of("key", "l", "name", "Day", "scope", "LEDGER", "recordedUntil", "15 April 2026"));

        assertThat(sides.effects())
                .containsExactly(
                        new RequestReplay("replay-k", "Now", ReplayScope.EVERYTHING, null, null, null),
                        new RequestReplay(
                                "replay-l",
                                "Day",
                                ReplayScope.LEDGER,
                                null,
                                Instant.parse("2026-04-15T22:59:59.999999Z"),
                                null));
    }

    @Test
    void what_cannot_be_read_is_kept_as_typed_beside_what_is_wrong_with_it() throws Exception {
        browser.logIn("auditor");
        browser.open("/replays/new");
        String page = browser.send(
                        "/replays/new",
                        Map.of(
                                "key", "k",
                                "name", "",
                                "scope", "EVERYTHING",
                                "upTo", "ten",
                                "recordedUntil-time", "5pm",
                                "effectiveUntil", "31 March 2026"))
                .body();

        assertThat(page)
                .contains(
                        "Enter a name for the replay.",
                        "value=\"ten\"",
                        "must be a whole number",
                        "Enter the day of this time too.",
                        "or choose the ledger");
        sides.refuse(Rejection.of(Refusal.INVALID, "upTo", "upTo must be a position of the history, from 1 to 99."));
        assertThat(browser.send("/replays/new", Map.of("key", "k", "name", "n", "scope", "LEDGER", "upTo", "100"))
                        .body())
                .contains("must be a position of the history, from 1 to 99.", "value=\"100\"");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void a_replay_that_runs_says_how_far_and_how_long_and_can_be_cancelled() throws Exception {
        browser.logIn("auditor");
        sides.answer(OneReplay.class, _ -> replay(ReplayProgress.RUNNING, 4_000, null));
        assertThat(browser.open("/replays/r-1").body())
                .contains(
                        "Being made",
                        "4,000 of 10,482 events, 2,000 a second, about 4 seconds left",
                        "<progress",
                        "/replays/r-1/cancel")
                .doesNotContain("/replays/r-1/comparison", "/replays/r-1/delete");
        browser.open("/replays/r-1/cancel");
        browser.send("/replays/r-1/cancel", Map.of("key", "k"));
        assertThat(sides.effects()).containsExactly(new ReplayCommand.CancelReplay("r-1"));
    }

    @Test
    void one_that_is_done_can_be_compared_and_deleted_and_one_that_failed_says_why() throws Exception {
        browser.logIn("auditor");
        sides.answer(OneReplay.class, _ -> replay(ReplayProgress.DONE, 10_482, null));
        assertThat(browser.open("/replays/r-1").body())
                .contains("/replays/r-1/comparison", "/replays/r-1/delete", "only what took effect until 31 March 2026")
                .doesNotContain("<progress", "/replays/r-1/cancel");
        browser.open("/replays/r-1/delete");
        browser.send("/replays/r-1/delete", Map.of("key", "k"));
        assertThat(sides.effects()).containsExactly(new ReplayCommand.DropReplay("r-1"));
        sides.answer(OneReplay.class, _ -> replay(ReplayProgress.FAILED, 12, "No event is called fund.Gone."));
        assertThat(browser.open("/replays/r-1").body()).contains("Could not be made", "No event is called fund.Gone.");
        assertThat(browser.open("/replays/r-1/other").statusCode()).isEqualTo(404);
    }

    @Test
    void the_same_as_one_that_is_gone_can_be_asked_for_again_without_typing_it() throws Exception {
        browser.logIn("auditor");
        sides.answer(OneReplay.class, _ -> replay(ReplayProgress.DONE, 10_482, null));
        assertThat(browser.open("/replays/r-1").body()).doesNotContain("Ask for the same again");
        sides.answer(OneReplay.class, _ -> replay(ReplayProgress.DROPPED, 10_482, null));
        assertThat(browser.open("/replays/r-1").body()).contains("/replays/new?like=r-1");
        assertThat(browser.open("/replays/new?like=r-1").body())
                .contains("value=\"Year end\"", "value=\"10482\"", "value=\"31 March 2026\"");
    }

    @Test
    void a_comparison_shows_what_is_the_same_and_where_the_rest_parts() throws Exception {
        browser.logIn("auditor");
        sides.answer(OneReplay.class, _ -> replay(ReplayProgress.DONE, 10_482, null));
        sides.answer(
                ComparisonOf.class,
                _ -> new Comparison(
                        "r-1",
                        10_482,
                        57,
                        "cm9vdA==",
                        false,
                        List.of(
                                new Compared(ComparedWith.SEAL, "2026-10", 9_000, "c2VhbA==", "c2VhbA==", true, null),
                                new Compared(ComparedWith.SEAL, "FY2025-26", 9_001, "c2VhbA==", "c2VhbA==", true, null),
                                new Compared(
                                        ComparedWith.LIVE,
                                        "",
                                        10_482,
                                        "bGl2ZQ==",
                                        "cm9vdA==",
                                        false,
                                        new Parting(1_204, "£7,000.01 from a to b", "")))));
        assertThat(browser.open("/replays/r-1/comparison").body())
                .contains(
                        "Something differs",
                        "Balances sealed at the close of October 2026",
                        "at the close of the financial year 2025–26",
                        "The live ledger at the same point",
                        "/events/1204",
                        "£7,000.01 from a to b",
                        "Nothing")
                .containsOnlyOnce("Differs")
                .doesNotContain("Everything is the same");
    }

    @Test
    void every_page_shows_the_past_of_a_replay_until_one_comes_back_and_nothing_can_be_changed() throws Exception {
        browser.logIn("auditor");
        sides.answer(
                OneReplay.class,
                _ -> new ReplayView(
                        "r-2",
                        "Before the merger",
                        ReplayScope.EVERYTHING,
                        900,
                        null,
                        null,
                        "auditor-1",
                        ASKED,
                        ReplayProgress.DONE,
                        900,
                        0,
                        null,
                        ASKED,
                        null));
        sides.answer(Funds.class, _ -> new Paged<>(List.of(), 0, 1, 25));
        assertThat(browser.open("/funds").body()).doesNotContain("You are looking at the past");
        assertThat(sides.replay()).isEmpty();
        assertThat(browser.open("/replays/r-2").body()).contains("/replays/r-2/look");
        browser.send("/replays/r-2/look", Map.of());

        assertThat(browser.open("/funds").body())
                .contains("You are looking at the past", "Before the merger, up to event 900", "/replays/now");
        assertThat(sides.replay()).isEqualTo("r-2");
        assertThat(browser.open("/replays").body())
                .contains("You are looking at the past")
                .doesNotContain("Ask for a replay");
        browser.open("/replays/new");
        assertThat(browser.send("/replays/new", Map.of("key", "k", "name", "Kept", "scope", "LEDGER"))
                        .body())
                .contains("You are looking at the past, which cannot be changed.", "value=\"Kept\"");
        assertThat(sides.effects()).isEmpty();

        browser.send("/replays/now", Map.of());
        sides.clear();
        nothing_yet();
        sides.answer(Funds.class, _ -> new Paged<>(List.of(), 0, 1, 25));
        assertThat(browser.open("/funds").body()).doesNotContain("You are looking at the past");
        assertThat(sides.replay()).isEmpty();
    }

    @Test
    void replays_are_for_auditors() throws Exception {
        browser.logIn("governor");
        assertThat(browser.open("/replays").statusCode()).isEqualTo(403);
        assertThat(browser.open("/replays/new").statusCode()).isEqualTo(403);
        assertThat(browser.open("/").body()).doesNotContain("/replays");
    }

    private static ReplayView replay(ReplayProgress state, long position, @Nullable String failure) {
        boolean running = state == ReplayProgress.RUNNING;
        return new ReplayView(
                "r-1",
                "Year end",
                ReplayScope.LEDGER,
                10_482,
                ASKED,
                LocalDate.of(2026, 3, 31),
                "auditor-1",
                ASKED,
                state,
                position,
                running ? 2_000 : 0,
                running ? 4L : null,
                state == ReplayProgress.DONE || failure != null ? ASKED : null,
                failure);
    }
}
