package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.Fund;
import org.tallystick.platform.CommandBatches.Outcome;
import org.tallystick.platform.CommandBatches.Sending;

/** Snapshots of what several commands of one transaction wrote, the first event of a stream among it. */
@ExtendWith(OutputCaptureExtension.class)
class SnapshotsAfterCommitTest {

    private static final int EVENTS = 120;
    private static final int HELD_OPEN_MILLIS = 300;

    @Test
    void a_snapshot_is_taken_of_a_stream_that_begins_in_a_transaction_which_takes_its_time(CapturedOutput output) {
        TestDatabase database = TestDatabase.fresh();
        try (database;
                Node node = new Node(database)) {
            Region.settle(node);
            List<Sending> sendings = new ArrayList<>();
            Region.openFund((command, _) -> sendings.add(new Sending(command, "open")), CommitAgainst.RECEIVED);
            for (int i = 1; i < EVENTS; i++) {
                sendings.add(new Sending(Region.contribution(Region.COUNCIL, i), "contribution-" + i));
            }

            node.transactions.executeWithoutResult(_ -> {
                assertThat(batches(database, node).send(sendings, Region.GOVERNOR))
                        .containsOnly(Outcome.DONE);
                hold();
            });

            StoreFixture.until(() -> !node.engine.readSnapshot(Region.FUND).isEmpty());
            assertThat(node.engine.readSnapshot(Region.FUND).orElseThrow().getSequenceNumber())
                    .isEqualTo(EVENTS - 1L);
            assertThat(output).doesNotContain("create and store a snapshot");
        }
    }

    @Test
    void it_is_asked_for_after_the_commit_and_never_where_nothing_was_kept() {
        try (TestDatabase database = TestDatabase.fresh()) {
            TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database.command()));
            List<String> asked = new ArrayList<>();
            SnapshotsAfterCommit snapshots = new SnapshotsAfterCommit((_, id) -> asked.add(id));

            transactions.executeWithoutResult(_ -> {
                snapshots.scheduleSnapshot(Fund.class, "kept");
                assertThat(asked).isEmpty();
            });
            transactions.executeWithoutResult(transaction -> {
                snapshots.scheduleSnapshot(Fund.class, "rolled back");
                transaction.setRollbackOnly();
            });
            snapshots.scheduleSnapshot(Fund.class, "without a transaction");

            assertThat(asked).containsExactly("kept", "without a transaction");
        }
    }

    private static CommandBatches batches(TestDatabase database, Node node) {
        return new CommandBatches(
                node.dispatcher,
                node.transactions,
                new Receipts(new JdbcTemplate(database.command())),
                node.engine,
                node.sequencer,
                Clock.systemUTC());
    }

    /** Long enough for a snapshot that is asked for too early to come to nothing. */
    private static void hold() {
        try {
            Thread.sleep(HELD_OPEN_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
