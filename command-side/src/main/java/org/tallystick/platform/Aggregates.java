package org.tallystick.platform;

import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.assessment.Approval;
import org.tallystick.assessment.Assessment;
import org.tallystick.assessment.AssessmentDecisions;
import org.tallystick.assessment.CallOutcomes;
import org.tallystick.assessment.NewAwards;
import org.tallystick.assessment.Promotions;
import org.tallystick.award.Award;
import org.tallystick.award.AwardDecisions;
import org.tallystick.award.PaymentDecisions;
import org.tallystick.award.PublishedGrants;
import org.tallystick.bid.Bid;
import org.tallystick.bid.BidDecisions;
import org.tallystick.bid.OverheadRecovery;
import org.tallystick.call.CallDecisions;
import org.tallystick.call.EffortBudget;
import org.tallystick.call.GrantCall;
import org.tallystick.control.ControlException;
import org.tallystick.fund.Fund;
import org.tallystick.history.TransparencyLog;
import org.tallystick.payment.BankFile;
import org.tallystick.payment.BankFiles;
import org.tallystick.registry.IdentifierHolders;
import org.tallystick.registry.Organisation;
import org.tallystick.registry.PublishedOrganisations;
import org.tallystick.registry.StandingVerification;
import org.tallystick.replay.Replay;
import org.tallystick.replay.ReplayRequests;

/** The aggregates and handlers of the command side, put together for Axon. */
final class Aggregates {

    /** A fund is drawn on for years, a bid saved time and again: they are read from a snapshot and what came since. */
    private static final int EVENTS_PER_SNAPSHOT = 100;

    private Aggregates() {}

    /** A bus that handles commands in the caller's thread and transaction. */
    static Configuration configuration(
            EventStorageEngine engine,
            TransactionTemplate transactions,
            IdentifierHolders holders,
            KeyHolders keys,
            long twoApprovalsAbovePence,
            long lightTouchPence,
            EffortBudget effort) {
        GenericEventMessage.clock = EventClock.INSTANCE;
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(Aggregates::bus)
                .configureEventStore(axon ->
                        EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureSerializer(axon -> new EventSerializer(TypeNames.ofEvents()))
                .configureCorrelationDataProviders(axon -> java.util.List.of(
                        new MessageOriginProvider(), new SimpleCorrelationDataProvider(CommandContext.KEPT)))
                .registerComponent(Snapshotter.class, axon -> snapshotter(axon, transactions));
        aggregates(configurer);
        handlers(configurer, holders, twoApprovalsAbovePence, lightTouchPence, effort);
        assessment(configurer, keys);
        return configurer.buildConfiguration();
    }

    private static void aggregates(Configurer configurer) {
        configurer
                .configureAggregate(aggregate(Organisation.class))
                .configureAggregate(aggregate(Fund.class).configureSnapshotTrigger(Aggregates::snapshots))
                .configureAggregate(aggregate(GrantCall.class))
                .configureAggregate(aggregate(Bid.class).configureSnapshotTrigger(Aggregates::snapshots))
                .configureAggregate(aggregate(OverheadRecovery.class))
                .configureAggregate(aggregate(Assessment.class))
                .configureAggregate(aggregate(Award.class))
                .configureAggregate(aggregate(BankFile.class))
                .configureAggregate(aggregate(TransparencyLog.class))
                .configureAggregate(aggregate(ControlException.class))
                .configureAggregate(aggregate(Replay.class));
    }

    private static void handlers(
            Configurer configurer,
            IdentifierHolders holders,
            long twoApprovalsAbovePence,
            long lightTouchPence,
            EffortBudget effort) {
        configurer
                .registerCommandHandler(axon -> new StandingVerification(axon.repository(Organisation.class)))
                .registerCommandHandler(axon -> new CallDecisions(
                        axon.repository(GrantCall.class),
                        axon.repository(Fund.class),
                        axon.repository(Organisation.class),
                        lightTouchPence,
                        effort))
                .registerCommandHandler(axon -> new BidDecisions(
                        axon.repository(Bid.class),
                        axon.repository(GrantCall.class),
                        axon.repository(Organisation.class)))
                .registerCommandHandler(axon -> new AwardDecisions(
                        axon.repository(Award.class),
                        axon.repository(Fund.class),
                        axon.repository(Organisation.class),
                        axon.repository(GrantCall.class)))
                .registerCommandHandler(axon -> payments(axon, twoApprovalsAbovePence))
                .registerCommandHandler(
                        axon -> new BankFiles(axon.repository(BankFile.class), payments(axon, twoApprovalsAbovePence)))
                .registerCommandHandler(axon -> new PublishedGrants(
                        axon.repository(Award.class),
                        axon.repository(Fund.class),
                        new PublishedOrganisations(axon.repository(Organisation.class), holders)))
                .registerCommandHandler(axon -> new ReplayRequests(axon.repository(Replay.class), axon.eventStore()));
    }

    private static void assessment(Configurer configurer, KeyHolders keys) {
        configurer
                .registerCommandHandler(axon -> new AssessmentDecisions(
                        axon.repository(Assessment.class),
                        axon.repository(GrantCall.class),
                        axon.repository(Bid.class),
                        axon.repository(Organisation.class)))
                .registerCommandHandler(axon -> new CallOutcomes(
                        axon.repository(GrantCall.class),
                        axon.repository(Bid.class),
                        approval(axon, keys),
                        newAwards(axon)))
                .registerCommandHandler(axon -> new Promotions(
                        axon.repository(GrantCall.class),
                        axon.repository(Bid.class),
                        axon.repository(Award.class),
                        axon.repository(Fund.class),
                        approval(axon, keys),
                        newAwards(axon)));
    }

    private static Approval approval(Configuration axon, KeyHolders keys) {
        return new Approval(
                axon.repository(Bid.class),
                axon.repository(Assessment.class),
                axon.repository(Organisation.class),
                keys);
    }

    private static NewAwards newAwards(Configuration axon) {
        return new NewAwards(
                axon.repository(Award.class),
                axon.repository(Fund.class),
                axon.repository(Organisation.class),
                axon.repository(OverheadRecovery.class));
    }

    private static PaymentDecisions payments(Configuration axon, long twoApprovalsAbovePence) {
        return new PaymentDecisions(
                axon.repository(Award.class),
                axon.repository(Fund.class),
                axon.repository(Organisation.class),
                twoApprovalsAbovePence);
    }

    private static Snapshotter snapshotter(Configuration axon, TransactionTemplate transactions) {
        return new SnapshotsAfterCommit(AggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .aggregateFactories(java.util.List.of(
                        new GenericAggregateFactory<>(Fund.class), new GenericAggregateFactory<>(Bid.class)))
                .executor(Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("snapshots").factory()))
                .transactionManager(transactionManager(transactions))
                .build());
    }

    private static SnapshotTriggerDefinition snapshots(Configuration axon) {
        return new EventCountSnapshotTriggerDefinition(axon.getComponent(Snapshotter.class), EVENTS_PER_SNAPSHOT);
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(axon -> Aggregates::target);
    }

    /** Who acts, why and when goes with every event: a bus of one's own has no interceptor for that by itself. */
    private static CommandBus bus(Configuration axon) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier((Object) ((Command) message.getPayload()).target(), null);
    }

    private static TransactionManager transactionManager(TransactionTemplate transactions) {
        return new SpringTransactionManager(java.util.Objects.requireNonNull(transactions.getTransactionManager()));
    }
}
