package org.tallystick.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The one way projections run: each in a tracking processor of its own, with one segment so that the order of the log
 * is kept across aggregates, in batches, its rows and its token in one transaction. Axon's pooled processor would look
 * for events again only a tenth of a second after its buffer was full: it would catch up by 10,000 a second at most.
 */
final class Projections {

    /** Events per transaction. */
    static final int BATCH_SIZE = 1_000;

    /** A projection whose process has not been heard of for so long is taken over by another. */
    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    private Projections() {}

    /**
     * Adds the projections to a configuration. An event that cannot be projected stops its projection, for all to see.
     */
    static void configure(
            Configurer configurer,
            DataSource source,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            Progress progress,
            List<Projection> projections) {
        TransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(source));
        TokenStore tokens = tokens(source);
        configurer.eventProcessing(processing -> {
            processing
                    .registerTokenStore(_ -> tokens)
                    .registerDefaultTransactionManager(_ -> transactions)
                    .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.INSTANCE)
                    .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.INSTANCE)
                    .byDefaultAssignHandlerInstancesTo(Projections::nameOf);
            for (Projection projection : projections) {
                BatchedProjection batched = new BatchedProjection(projection, progress);
                processing
                        .registerEventHandler(_ -> batched)
                        .registerTrackingEventProcessor(
                                projection.name(),
                                _ -> events,
                                _ -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                                        .andBatchSize(BATCH_SIZE)
                                        .andTokenClaimInterval(CLAIM_INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
            }
        });
    }

    private static TokenStore tokens(DataSource source) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(source))
                .serializer(Jackson3Serializer.builder().build())
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(ThisProcess.ID)
                .contentType(byte[].class)
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .build();
    }

    private static String nameOf(Object handler) {
        return handler instanceof BatchedProjection batched ? batched.name() : "none";
    }
}
