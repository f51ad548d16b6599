package org.tallystick.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tallystick.assessment.AssessmentAnswers;
import org.tallystick.assessment.AssessmentProjection;
import org.tallystick.assessment.DecisionAnswers;
import org.tallystick.assessment.ReserveAnswers;
import org.tallystick.assessment.SideBySideAnswers;
import org.tallystick.award.AwardAnswers;
import org.tallystick.award.AwardProjection;
import org.tallystick.bid.BidAnswers;
import org.tallystick.bid.BidProjection;
import org.tallystick.bid.BudgetFileAnswers;
import org.tallystick.bid.FactAnswers;
import org.tallystick.bid.PartnershipAnswers;
import org.tallystick.call.CallAnswers;
import org.tallystick.call.CallProjection;
import org.tallystick.call.FigureAnswers;
import org.tallystick.call.FitAnswers;
import org.tallystick.control.ControlAnswers;
import org.tallystick.control.ControlProjection;
import org.tallystick.control.ControlSchedule;
import org.tallystick.fund.FundAnswers;
import org.tallystick.fund.FundProjection;
import org.tallystick.history.ChangeAnswers;
import org.tallystick.history.HistoryAnswers;
import org.tallystick.history.LogEndpoint;
import org.tallystick.history.ProofAnswers;
import org.tallystick.history.PublishedLog;
import org.tallystick.history.SearchAnswers;
import org.tallystick.history.SubjectHistory;
import org.tallystick.history.TimelineProjection;
import org.tallystick.history.VerificationHealth;
import org.tallystick.history.Verifications;
import org.tallystick.ledger.DifferenceAnswers;
import org.tallystick.ledger.GapAnswers;
import org.tallystick.ledger.GrowthAnswers;
import org.tallystick.ledger.LedgerAnswers;
import org.tallystick.ledger.LedgerProjection;
import org.tallystick.ledger.WhyAnswers;
import org.tallystick.opendata.FlowAnswers;
import org.tallystick.opendata.PublicAnswers;
import org.tallystick.payment.BankFileAnswers;
import org.tallystick.payment.BankFileProjection;
import org.tallystick.registry.RegistryAnswers;
import org.tallystick.registry.RegistryProjection;
import org.tallystick.replay.ComparisonAnswers;
import org.tallystick.replay.ReplayAnswers;
import org.tallystick.replay.ReplayProjection;
import org.tallystick.replay.ReplayRunners;
import org.tallystick.replay.Replays;

/** The query side: the read models, what keeps them, what answers from them, and the one query endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import(PlatformConfiguration.class)
public class QuerySide {

    private static final int CONNECTIONS_OF_REPLAY = 3;
    private static final long IDLE_MILLIS_OF_REPLAY = 30_000;

    @Bean(destroyMethod = "close")
    HikariDataSource queryDataSource(Settings settings) {
        return DataSources.open(
                settings, "query", Setting.DB_QUERY_USER, Setting.DB_QUERY_PASSWORD, ReadModelMigration.SCHEMA);
    }

    @Bean
    LogListener logListener(@Qualifier("queryDataSource") HikariDataSource source) {
        return new LogListener(source);
    }

    /** The live read models' schema is up to date before anything reads it. */
    @Bean
    Progress queryProgress(@Qualifier("queryDataSource") HikariDataSource source) {
        new ReadModelMigration(source).migrate();
        Progress progress = new Progress(source);
        projections(source).forEach(projection -> progress.register(projection.name()));
        return progress;
    }

    @Bean
    Configuration queryAxon(
            @Qualifier("queryDataSource") HikariDataSource source,
            LogListener listener,
            Progress progress,
            Settings settings,
            Replays replays,
            Clock clock) {
        SequencedEventSource events = new SequencedEventSource(
                new SequencedLog(source), listener, new EventSerializer(TypeNames.ofEvents()), Upcasters.all());
        Configurer configurer = DefaultConfigurer.defaultConfiguration();
        Projections.configure(configurer, source, events, progress, projections(source));
        answers(source, progress, clock, settings).forEach(answers -> configurer.registerQueryHandler(_ -> answers));
        configurer.registerQueryHandler(_ -> new ComparisonAnswers(replays));
        return configurer.buildConfiguration();
    }

    @Bean
    RunningAxon runningQueryAxon(@Qualifier("queryAxon") Configuration axon) {
        return new RunningAxon(axon);
    }

    @Bean
    QueryDispatcher queryDispatcher(
            @Qualifier("queryAxon") Configuration axon,
            @Qualifier("queryDataSource") HikariDataSource source,
            Replays replays,
            Settings settings,
            Clock clock,
            Progress progress) {
        ReplayedQueries replayed = new ReplayedQueries(replays, settings, clock);
        return new QueryDispatcher(axon.queryBus(), progress, new SequencedLog(source), replayed::at);
    }

    @Bean
    QueryEndpoint queryEndpoint(
            QueryDispatcher queries,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        QueryEndpoint endpoint = new QueryEndpoint(queries);
        // A command line asks without HTTP.
        mapping.ifAvailable(endpoint::register);
        return endpoint;
    }

    @Bean
    ControlSchedule controlSchedule(
            @Qualifier("queryDataSource") HikariDataSource source, Progress upToDate, Settings settings, Clock clock) {
        return new ControlSchedule(source, clock, Duration.ofHours(settings.number(Setting.CONTROL_TESTS_HOURS)));
    }

    @Bean
    Verifications verifications(@Qualifier("queryDataSource") HikariDataSource source, Progress upToDate, Clock clock) {
        return new Verifications(source, clock);
    }

    @Bean
    HealthIndicator verification(Verifications verifications, MeterRegistry metrics, Clock clock) {
        return new VerificationHealth(verifications).in(metrics, clock);
    }

    @Bean
    @ConditionalOnWebApplication
    LogEndpoint logEndpoint(@Qualifier("queryDataSource") HikariDataSource source, Settings settings) {
        return new LogEndpoint(new PublishedLog(source, (int) settings.number(Setting.WITNESS_QUORUM)));
    }

    /** Each replay has few connections, which nobody else waits for. */
    @Bean(destroyMethod = "close")
    Replays replays(@Qualifier("queryDataSource") HikariDataSource source, Settings settings) {
        return new Replays(source, schema -> fewConnections(settings, schema));
    }

    /** For whoever makes the live read models again. */
    @Bean
    ReadModelRebuild readModelRebuild(@Qualifier("queryDataSource") HikariDataSource source, Settings settings) {
        return new ReadModelRebuild(source, schema -> fewConnections(settings, schema), QuerySide::projections);
    }

    private static HikariDataSource fewConnections(Settings settings, String schema) {
        HikariDataSource few = DataSources.open(
                settings, schema, Setting.DB_QUERY_USER, Setting.DB_QUERY_PASSWORD, schema, CONNECTIONS_OF_REPLAY);
        few.setIdleTimeout(IDLE_MILLIS_OF_REPLAY);
        return few;
    }

    /** After the schemas are there. */
    @Bean
    @DependsOn("queryProgress")
    ReplayRunners replayRunners(Replays replays, Settings settings, Clock clock) {
        return new ReplayRunners(
                replays, clock, QuerySide::projections, ThisProcess.ID, settings.number(Setting.REPLAYS_AT_ONCE));
    }

    @Bean
    HealthIndicator projections(
            @Qualifier("queryDataSource") HikariDataSource source, Progress progress, MeterRegistry metrics) {
        ProjectionLag lag = new ProjectionLag(progress, new SequencedLog(source));
        projections(source)
                .forEach(
                        projection -> Gauge.builder("tallystick.projection.behind", () -> lag.behind(projection.name()))
                                .tag("projection", projection.name())
                                .description("Events of the log that this projection has not come to yet")
                                .register(metrics));
        return lag;
    }

    /** Every projection of the live read models. */
    public static List<Projection> projections(DataSource source) {
        return List.of(
                new RegistryProjection(source),
                new FundProjection(source),
                new CallProjection(source),
                new BidProjection(source),
                new AssessmentProjection(source),
                new AwardProjection(source),
                new BankFileProjection(source),
                new LedgerProjection(source),
                new ControlProjection(source),
                new ReplayProjection(source),
                new TimelineProjection(source));
    }

    /** All that answers queries. */
    static List<Object> answers(DataSource source, Progress progress, Clock clock, Settings settings) {
        return answers(source, progress, clock, clock, settings, new SequencedLog(source)::headPosition);
    }

    /** The same, where the clock may stand still, and the log counts up to a position only. */
    static List<Object> answers(
            DataSource source, Progress progress, Clock clock, Clock now, Settings settings, LongSupplier head) {
        PublishedLog log = new PublishedLog(source, (int) settings.number(Setting.WITNESS_QUORUM));
        return List.of(
                new RegistryAnswers(source, clock),
                new FundAnswers(source, clock),
                new CallAnswers(source),
                new FigureAnswers(source),
                new FitAnswers(source, clock),
                new BidAnswers(source),
                new PartnershipAnswers(source),
                new FactAnswers(source),
                new BudgetFileAnswers(source),
                new AssessmentAnswers(source),
                new DecisionAnswers(source),
                new SideBySideAnswers(source, clock),
                new ReserveAnswers(source),
                new AwardAnswers(source, clock, settings.number(Setting.TWO_APPROVALS_ABOVE_PENCE)),
                new BankFileAnswers(source),
                new LedgerAnswers(source),
                new WhyAnswers(source, log),
                new GapAnswers(source),
                new DifferenceAnswers(source),
                new GrowthAnswers(source),
                new HistoryAnswers(source, progress, log, head),
                new ProofAnswers(source, log, settings.witnesses(), clock),
                new SubjectHistory(source),
                new Verifications(source, clock),
                new ReplayAnswers(source),
                new SearchAnswers(source),
                new ChangeAnswers(source, projections(source), head),
                new ControlAnswers(source, log, now),
                new HomeAnswers(source, clock),
                new NameAnswers(source),
                new FlowAnswers(source),
                new PublicAnswers(source, progress, clock));
    }
}
