package org.tallystick.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.ledger.LedgerProjection;
import org.tallystick.platform.BatchedProjection;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.LogListener;
import org.tallystick.platform.Progress;
import org.tallystick.platform.ReadModelMigration;
import org.tallystick.platform.SequencedEventSource;

/** The funding ledger made again from its events, against copying the same postings into the same table. */
final class LedgerRace {

    private static final int BATCH = 1_000;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private interface Copying {
        void with(CopyManager copy) throws IOException, java.sql.SQLException;
    }

    private final BenchStore store;
    private final HistoryBenchmark.Size size;
    private final JdbcTemplate jdbc;
    private final Progress progress;

    LedgerRace(BenchStore store, HistoryBenchmark.Size size) {
        this.store = store;
        this.size = size;
        this.jdbc = new JdbcTemplate(store.query);
        this.progress = new Progress(store.query);
    }

    Measured run() throws Exception {
        new ReadModelMigration(store.query).migrate();
        fill();
        double events = store.log.headPosition();
        LogListener listener = new LogListener(store.query);
        listener.start();
        SequencedEventSource source =
                new SequencedEventSource(store.log, listener, store.serializer, NoOpEventUpcaster.INSTANCE);
        replaySeconds(source);
        byte[] postings = copyOut();
        double count = Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM read.posting", Double.class));
        jdbc.execute("CREATE TABLE read.copied (LIKE read.posting INCLUDING ALL)");
        Rounds.Medians seconds = new Rounds(size.rounds())
                .with("replay", () -> replaySeconds(source))
                .with("copy", () -> copySeconds(postings))
                .medians();
        listener.stop();
        double replay = count / seconds.of("replay");
        double copy = count / seconds.of("copy");
        return new Measured(
                "ledger replay / COPY-in of the same postings",
                replay / copy,
                0.4,
                "%.0f / %.0f postings/s".formatted(replay, copy),
                "%,.0f events, %,.0f postings".formatted(events, count));
    }

    private double replaySeconds(SequencedEventSource source) throws Exception {
        long head = store.log.headPosition();
        jdbc.execute("TRUNCATE read.posting, read.fund_balance, read.progress");
        progress.register(LedgerProjection.NAME);
        var ledger = new LedgerProjection(store.query);
        var transactions = new SpringTransactionManager(new JdbcTransactionManager(store.query));
        long begun = System.nanoTime();
        try (Processing _ = new Processing(
                source, source.createTailToken(), BATCH, transactions, new BatchedProjection(ledger, progress))) {
            while (progress.of(LedgerProjection.NAME) < head) {
                if (System.nanoTime() - begun > LONG_ENOUGH.toNanos()) {
                    throw new IllegalStateException("The ledger stopped at " + progress.all());
                }
                Thread.sleep(5);
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private double copySeconds(byte[] postings) {
        jdbc.execute("TRUNCATE read.copied");
        long begun = System.nanoTime();
        copying(copy -> copy.copyIn("COPY read.copied FROM STDIN", new ByteArrayInputStream(postings)));
        return (System.nanoTime() - begun) / 1e9;
    }

    private byte[] copyOut() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copying(copy -> copy.copyOut("COPY (SELECT * FROM read.posting ORDER BY position, line) TO STDOUT", bytes));
        return bytes.toByteArray();
    }

    private void copying(Copying work) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try {
                work.with(connection.unwrap(PGConnection.class).getCopyAPI());
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Awards as they go: committed, signed, an instalment payable and paid; a contribution now and then. */
    private void fill() throws InterruptedException {
        store.sequencer.start();
        List<DomainEventMessage<?>> batch = new ArrayList<>();
        for (int i = 0; i * 5 < size.moneyEvents(); i++) {
            addAward(batch, i);
            if (batch.size() >= BATCH || (i + 1) * 5 >= size.moneyEvents()) {
                store.transaction.executeWithoutResult(_ -> store.engine.appendEvents(List.copyOf(batch)));
                batch.clear();
            }
        }
        store.awaitSequenced();
        store.sequencer.stop();
    }

    private static void addAward(List<DomainEventMessage<?>> batch, int number) {
        String fund = "fund-" + number % 40;
        String award = "award-" + number;
        String recipient = "GB-CHC-" + (1_000_000 + number % 500);
        List<Slice> slices = List.of(
                new Slice("GB-LAE-AAA", new FinancialYear(2025), Slice.UNRESTRICTED, 1_200_000 + number),
                new Slice("GB-LAE-BBB", new FinancialYear(2026), Slice.UNRESTRICTED, 800_000));
        List<Object> events = List.of(
                new FundEvent.ContributionReceived(fund, slices, "receipt " + number),
                new FundEvent.MoneyCommitted(fund, award, "call-" + number % 9, recipient, slices),
                new AwardEvent.AgreementSigned(award, fund, recipient, slices),
                new AwardEvent.InstalmentMadePayable(award, fund, recipient, 1, slices),
                new AwardEvent.PaymentPaid(award, fund, recipient, 1, "run-" + number / 50, slices));
        for (int i = 0; i < events.size(); i++) {
            batch.add(new GenericDomainEventMessage<>(
                    "Award",
                    award,
                    i,
                    events.get(i),
                    MetaData.with("actorId", "amina").and("effectiveOn", "2026-06-15")));
        }
    }
}
