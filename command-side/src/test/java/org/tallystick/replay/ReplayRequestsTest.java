package org.tallystick.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.history.HistoryCommand;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.HandSetClock;
import org.tallystick.platform.Node;
import org.tallystick.platform.NoteSigner;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.TestDatabase;
import org.tallystick.replay.ReplayCommand.CancelReplay;
import org.tallystick.replay.ReplayCommand.DropReplay;
import org.tallystick.replay.ReplayCommand.RequestReplay;
import org.tallystick.replay.ReplayEvent.ReplayRequested;

class ReplayRequestsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Actor AUDITOR = new Actor("auditor-1", "", Role.AUDITOR, "GB-GOR-PB1", "");

    private final TestDatabase database = TestDatabase.fresh();
    private final HandSetClock clock = new HandSetClock();
    private final Node node = new Node(database, clock);

    @BeforeEach
    void three_events_a_minute_apart() {
        clock.set(NOON);
        assertRefused(request("too-early", null, null), Refusal.INVALID, "upTo");
        send(
                new HistoryCommand.OpenLog(
                        "log", "log", NoteSigner.ofLog("log").key().toString()),
                Actor.OPERATOR);
        clock.set(NOON.plusSeconds(60));
        send(request("minute-1", null, null));
        clock.set(NOON.plusSeconds(120));
        send(request("minute-2", null, null));
        clock.set(NOON.plusSeconds(600));
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void without_a_point_in_time_all_that_there_is_counts() {
        send(request("all", null, null));
        assertThat(requested("all").upTo()).isEqualTo(3);
    }

    @Test
    void a_position_counts_itself_and_a_time_all_that_was_recorded_until_then() {
        send(request("by-position", 2L, null));
        send(request("by-time", null, NOON.plusSeconds(60)));
        send(request("between", null, NOON.plusSeconds(119)));
        send(request("both", 1L, NOON.plusSeconds(119)));

        assertThat(requested("by-position").upTo()).isEqualTo(2);
        assertThat(requested("by-time").upTo()).isEqualTo(2);
        assertThat(requested("by-time").recordedUntil()).isEqualTo(NOON.plusSeconds(60));
        assertThat(requested("between").upTo()).isEqualTo(2);
        assertThat(requested("both").upTo()).isEqualTo(1);
    }

    @Test
    void a_point_that_is_not_there_is_refused_beside_its_field() {
        assertRefused(request("beyond", 4L, null), Refusal.INVALID, "upTo");
        assertRefused(request("future", null, NOON.plusSeconds(601)), Refusal.INVALID, "recordedUntil");
        assertRefused(request("before", null, NOON.minusSeconds(1)), Refusal.INVALID, "recordedUntil");
        assertThatThrownBy(() -> request("none", 0L, null)).hasMessageContaining("upTo");
        assertThatThrownBy(() ->
                        new RequestReplay("r", "r", ReplayScope.EVERYTHING, null, null, LocalDate.of(2026, 3, 31)))
                .hasMessageContaining("effectiveUntil can be given for the ledger only");
    }

    @Test
    void what_is_cancelled_or_dropped_is_so_once() {
        send(request("r-1", 1L, null));
        send(request("r-2", 1L, null));
        send(new CancelReplay("r-1"));
        send(new DropReplay("r-2"));

        assertRefused(new CancelReplay("r-1"), Refusal.WRONG_STATE, null);
        assertRefused(new DropReplay("r-1"), Refusal.WRONG_STATE, null);
        assertRefused(new CancelReplay("r-2"), Refusal.WRONG_STATE, null);
        assertRefused(new DropReplay("nobody-asked"), Refusal.NOT_FOUND, null);
        assertRefused(request("r-1", 1L, null), Refusal.ALREADY_EXISTS, null);
    }

    private void send(Command command) {
        send(command, AUDITOR);
    }

    private void send(Command command, Actor actor) {
        node.send(command, actor, command.getClass().getSimpleName() + command.target());
    }

    private void assertRefused(Command command, Refusal refusal, @Nullable String field) {
        assertThatThrownBy(() -> node.send(command, AUDITOR, "again-" + System.nanoTime()))
                .isInstanceOfSatisfying(Rejection.class, r -> {
                    assertThat(r.refusal()).isEqualTo(refusal);
                    assertThat(r.field().orElse(null)).isEqualTo(field);
                });
    }

    private ReplayRequested requested(String id) {
        return (ReplayRequested) node.history().readEvents(id).next().getPayload();
    }

    private static RequestReplay request(String id, @Nullable Long upTo, @Nullable Instant recordedUntil) {
        return new RequestReplay(id, "Replay " + id, ReplayScope.LEDGER, upTo, recordedUntil, null);
    }
}
