package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.call.SampleCall.CLOSES;
import static org.tallystick.call.SampleCall.OPENS;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.call.CallDeadlines;
import org.tallystick.call.GrantCallCommand.ApproveCall;
import org.tallystick.call.GrantCallCommand.DraftCall;
import org.tallystick.call.SampleCall;

/** The clock of the calls over a real history: late, twice at once, stood still, set back. */
class ClockworkTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final HandSetClock time = new HandSetClock();
    private final Node node = new Node(database, time);

    @BeforeEach
    void a_scheduled_call() {
        Region.settle(node);
        Region.fund(node, 100_000_00);
        node.send(new DraftCall("c", COUNCIL, SampleCall.TERMS), COMMISSIONER);
        node.send(new ApproveCall("c", 1), GOVERNOR);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void it_opens_and_closes_at_its_moments_and_once() {
        Clockwork clock = clock();
        clock.tick();
        assertThat(happened()).containsExactly("CallDrafted", "CallApproved");
        time.set(OPENS.minusMillis(1));
        clock.tick();
        assertThat(happened()).hasSize(2);
        time.set(OPENS);
        clock.tick();
        clock.tick();
        assertThat(happened()).hasSize(3).endsWith("CallOpened");
        time.set(CLOSES);
        clock.tick();
        clock.tick();
        assertThat(happened()).hasSize(4).endsWith("CallClosed");
    }

    @Test
    void a_process_that_was_down_at_both_moments_makes_up_for_them() {
        time.set(CLOSES.plusSeconds(86_400));
        clock().tick();
        assertThat(happened()).containsExactly("CallDrafted", "CallApproved", "CallOpened", "CallClosed");
    }

    @Test
    void the_clocks_of_many_nodes_open_a_call_once() throws InterruptedException {
        List<Clockwork> clocks = IntStream.range(0, 4).mapToObj(_ -> clock()).toList();
        clocks.forEach(Clockwork::tick);
        time.set(OPENS);
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = clocks.stream()
                .map(clock -> Thread.startVirtualThread(() -> {
                    try {
                        start.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    clock.tick();
                }))
                .toList();
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(happened()).containsExactly("CallDrafted", "CallApproved", "CallOpened");
    }

    @Test
    void a_clock_that_is_set_back_undoes_nothing() {
        time.set(OPENS);
        Clockwork clock = clock();
        clock.tick();
        time.set(OPENS.minusSeconds(3_600));
        clock.tick();
        clock().tick();
        assertThat(happened()).containsExactly("CallDrafted", "CallApproved", "CallOpened");
    }

    @Test
    void it_runs_by_itself() throws InterruptedException {
        time.set(OPENS);
        Clockwork clock = clock();
        clock.start();
        try {
            for (int i = 0; i < 12_000 && happened().size() < 3; i++) {
                Thread.sleep(10);
            }
            assertThat(happened()).endsWith("CallOpened");
        } finally {
            clock.stop();
        }
        assertThat(clock.isRunning()).isFalse();
    }

    private Clockwork clock() {
        return new Clockwork(
                new JdbcTemplate(database.command()), List.of(new CallDeadlines(node.history())), node, time);
    }

    private List<String> happened() {
        return node.history()
                .readEvents("c")
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }
}
