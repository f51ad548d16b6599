package org.tallystick.platform;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;

/** The JDBC store that Axon brings, in tables of its own. */
final class StockStore implements CommitOrderScript.Store {

    private final DataSource source;
    private final Serializer serializer;
    private final JdbcEventStorageEngine reader;

    StockStore(DataSource source, Serializer serializer) {
        this.source = source;
        this.serializer = serializer;
        this.reader = engine(source::getConnection);
        reader.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @Override
    public CommitOrderScript.Writer open() throws SQLException {
        return new CommitOrderScript.Writer(source, own -> engine(own::getConnection));
    }

    @Override
    public EventStorageEngine reader() {
        return reader;
    }

    @Override
    public void awaitDelivery(String aggregateId, long sequence) {
        // It delivers what it sees at once.
    }

    private JdbcEventStorageEngine engine(ConnectionProvider connections) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }
}
