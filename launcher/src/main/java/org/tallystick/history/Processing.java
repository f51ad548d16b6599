package org.tallystick.history;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** A streaming processor with one handler while it runs, set up as projections are. */
final class Processing implements AutoCloseable {

    private final TrackingEventProcessor processor;

    Processing(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TrackingToken from,
            int batch,
            TransactionManager transactions,
            Object handler) {
        processor = TrackingEventProcessor.builder()
                .name("bench")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE)
                        .build())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(source)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(transactions)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(_ -> from)
                        .andBatchSize(batch))
                .build();
        processor.start();
    }

    @Override
    public void close() {
        processor.shutDown();
    }
}
