package org.tallystick.platform;

import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has snapshots taken once the events they are made from are committed. Units of work end within the transaction that
 * stores their events: whoever takes a snapshot at that moment does not see them yet, and of a stream that begins with
 * them sees nothing at all.
 */
final class SnapshotsAfterCommit implements Snapshotter {

    private final Snapshotter taker;

    /** Has another take them. */
    SnapshotsAfterCommit(Snapshotter taker) {
        this.taker = taker;
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String aggregateIdentifier) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            taker.scheduleSnapshot(aggregateType, aggregateIdentifier);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                taker.scheduleSnapshot(aggregateType, aggregateIdentifier);
            }
        });
    }
}
