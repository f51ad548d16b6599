package org.tallystick.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.award.OfferDeadlines;
import org.tallystick.bid.BidDeadlines;
import org.tallystick.call.CallDeadlines;

/** The command side: the event store, the sequencer, the aggregates and the one command endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import({PlatformConfiguration.class, CommandEndpoint.class})
public class CommandSide {

    /** An event without a position for longer than this makes the process unhealthy. */
    private static final Duration OLDEST_UNSEQUENCED = Duration.ofSeconds(30);

    @Bean(destroyMethod = "close")
    HikariDataSource commandDataSource(Settings settings) {
        return DataSources.open(settings, "command", Setting.DB_COMMAND_USER, Setting.DB_COMMAND_PASSWORD, "history");
    }

    @Bean
    Sequencer sequencer(@Qualifier("commandDataSource") HikariDataSource source) {
        return new Sequencer(source);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            @Qualifier("commandDataSource") HikariDataSource source, Sequencer sequencer) {
        EventUpcaster upcasters = Upcasters.all();
        return new PostgresEventStorageEngine(
                source, new EventSerializer(TypeNames.ofEvents()), upcasters, sequencer::wake);
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    Configuration commandAxon(
            EventStorageEngine engine,
            @Qualifier("commandTransactions") TransactionTemplate transactions,
            @Qualifier("commandDataSource") HikariDataSource source,
            Settings settings) {
        Claims claims = new Claims(new JdbcTemplate(source));
        return Aggregates.configuration(
                engine,
                transactions,
                claims,
                claims,
                settings.number(Setting.TWO_APPROVALS_ABOVE_PENCE),
                settings.number(Setting.LIGHT_TOUCH_PENCE),
                settings.effortBudget());
    }

    @Bean
    TransactionTemplate commandTransactions(@Qualifier("commandDataSource") HikariDataSource source) {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Bean
    Receipts receipts(@Qualifier("commandDataSource") HikariDataSource source) {
        return new Receipts(new JdbcTemplate(source));
    }

    @Bean
    CommandDispatcher commandDispatcher(
            @Qualifier("commandAxon") Configuration axon,
            EventStorageEngine engine,
            @Qualifier("commandTransactions") TransactionTemplate transactions,
            Receipts receipts,
            Sequencer sequencer,
            MeterRegistry metrics,
            Clock clock) {
        return new CommandDispatcher(
                axon.commandBus(), engine, transactions, receipts, sequencer, new Refusals(metrics), clock);
    }

    @Bean
    CommandBatches commandBatches(
            CommandDispatcher dispatcher,
            @Qualifier("commandTransactions") TransactionTemplate transactions,
            Receipts receipts,
            EventStorageEngine engine,
            Sequencer sequencer,
            Clock clock) {
        return new CommandBatches(dispatcher, transactions, receipts, engine, sequencer, clock);
    }

    @Bean
    Clockwork clockwork(
            @Qualifier("commandDataSource") HikariDataSource source,
            @Qualifier("commandAxon") Configuration axon,
            CommandDispatcher commands,
            Clock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        HistoryInShort inShort = new HistoryInShort(jdbc);
        CallDeadlines calls = new CallDeadlines(axon.eventStore());
        return new Clockwork(
                jdbc,
                List.of(
                        calls,
                        new BidDeadlines(inShort, axon.eventStore(), calls),
                        new OfferDeadlines(inShort, axon.eventStore())),
                commands,
                clock);
    }

    @Bean
    Witnesses witnesses(@Qualifier("commandDataSource") HikariDataSource source, Settings settings, Clock clock) {
        return new Witnesses(source, settings.witnesses(), clock);
    }

    /** None where there is no key to sign with. */
    @Bean
    @Conditional(LogKeyConfigured.class)
    Checkpointer checkpointer(
            @Qualifier("commandDataSource") HikariDataSource source,
            Settings settings,
            CommandDispatcher dispatcher,
            Clock clock) {
        return new Checkpointer(
                source,
                new LogKeyFile(Path.of(settings.get(Setting.LOG_KEY))),
                settings.get(Setting.LOG_ORIGIN),
                dispatcher,
                clock);
    }

    @Bean
    PeriodCloser periodCloser(
            @Qualifier("commandDataSource") HikariDataSource source, CommandDispatcher dispatcher, Clock clock) {
        return new PeriodCloser(source, dispatcher, clock);
    }

    @Bean
    @Conditional(LogKeyConfigured.class)
    HealthIndicator signing(Checkpointer checkpointer) {
        return () -> checkpointer
                .problem()
                .map(problem -> Health.down().withDetail("problem", problem).build())
                .orElseGet(() -> Health.up().build());
    }

    /** Where a key is configured, the log is signed. */
    static final class LogKeyConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String file = context.getEnvironment().getProperty(Setting.LOG_KEY.variable());
            return file != null && !file.isBlank();
        }
    }

    @Bean
    HealthIndicator sequencing(Sequencer sequencer, MeterRegistry metrics) {
        Gauge.builder(
                        "tallystick.oldest.unsequenced.seconds",
                        () -> sequencer.oldestUnsequencedAge().toMillis() / 1000.0)
                .description("Age of the oldest event that has no position in the log yet")
                .register(metrics);
        Gauge.builder("tallystick.log.head", sequencer::headPosition)
                .description("The last position of the log this process has seen")
                .register(metrics);
        return () -> {
            Duration age = sequencer.oldestUnsequencedAge();
            Health.Builder health = age.compareTo(OLDEST_UNSEQUENCED) > 0 ? Health.down() : Health.up();
            return health.withDetail("oldestUnsequencedMillis", age.toMillis())
                    .withDetail("head", sequencer.headPosition())
                    .build();
        };
    }
}
