package org.tallystick.platform;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.award.OfferDeadlines;
import org.tallystick.bid.BidDeadlines;
import org.tallystick.call.CallDeadlines;
import org.tallystick.call.EffortBudget;

/** The command side over a real database and nothing around it, with a clock of one's own: for measurements. */
public final class LoneCommandSide implements AutoCloseable {

    private static final long TWO_APPROVALS_ABOVE_PENCE = 50_000_00;
    private static final long LIGHT_TOUCH_PENCE = 663_540_00;

    private final Sequencer sequencer;
    private final Configuration axon;
    private final CommandDispatcher dispatcher;
    private final Clockwork clockwork;
    private final PeriodCloser periods;

    /** Over a database whose schema is there. */
    public LoneCommandSide(DataSource source, Clock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        sequencer = new Sequencer(source);
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
                source, new EventSerializer(TypeNames.ofEvents()), NoOpEventUpcaster.INSTANCE, sequencer::wake);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        Claims claims = new Claims(jdbc);
        axon = Aggregates.configuration(
                engine,
                transactions,
                claims,
                claims,
                TWO_APPROVALS_ABOVE_PENCE,
                LIGHT_TOUCH_PENCE,
                EffortBudget.of(EffortBudget.STANDARD));
        dispatcher = new CommandDispatcher(
                axon.commandBus(),
                engine,
                transactions,
                new Receipts(jdbc),
                sequencer,
                new Refusals(new SimpleMeterRegistry()),
                clock);
        HistoryInShort inShort = new HistoryInShort(jdbc);
        CallDeadlines calls = new CallDeadlines(axon.eventStore());
        clockwork = new Clockwork(
                jdbc,
                List.of(
                        calls,
                        new BidDeadlines(inShort, axon.eventStore(), calls),
                        new OfferDeadlines(inShort, axon.eventStore())),
                dispatcher,
                clock);
        periods = new PeriodCloser(source, dispatcher, clock);
        axon.start();
        sequencer.start();
    }

    /** Sends a command under a key of its own and waits for its place in the log. */
    public void send(Command command, Actor actor) {
        dispatcher.send(command, actor, UUID.randomUUID().toString());
    }

    /** The way to it. */
    public CommandPort port() {
        return dispatcher;
    }

    /** Does what is due by the clock. */
    public void tick() {
        clockwork.tick();
    }

    /** Seals the balances of each period that is over by the clock. */
    public void closePeriods() {
        periods.closeDue();
    }

    /** Its history. */
    public EventStore history() {
        return axon.eventStore();
    }

    @Override
    public void close() {
        axon.shutdown();
        sequencer.stop();
    }
}
