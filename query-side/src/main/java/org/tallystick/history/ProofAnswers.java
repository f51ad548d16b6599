package org.tallystick.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.HistoryQuery.AuditPackOf;
import org.tallystick.history.HistoryQuery.BalanceSealed;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.history.HistoryQuery.Checkpoints;
import org.tallystick.history.HistoryQuery.ConsistencyOf;
import org.tallystick.history.HistoryQuery.ConsistencyProof;
import org.tallystick.history.HistoryQuery.InclusionOf;
import org.tallystick.history.HistoryQuery.InclusionProof;
import org.tallystick.history.HistoryQuery.SealedBalanceProof;
import org.tallystick.history.HistoryQuery.SigningState;
import org.tallystick.ledger.LedgerReach;
import org.tallystick.platform.Columns;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;
import org.tallystick.platform.Rows;
import org.tallystick.platform.StreamedQuery;
import org.tallystick.platform.WitnessAddress;

/** Proofs about the published log, for anybody to check without us. */
public final class ProofAnswers {

    private final DataSource source;
    private final PublishedLog log;
    private final LedgerReach reach;
    private final List<String> witnesses;
    private final Clock clock;

    /** Over the history and what is published of it; with the keys of those the log is shown to. */
    public ProofAnswers(DataSource source, PublishedLog log, List<WitnessAddress> witnesses, Clock clock) {
        this.source = source;
        this.log = log;
        this.reach = new LedgerReach(source);
        this.witnesses = witnesses.stream().map(each -> each.key().toString()).toList();
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of these
    private record Leaf(byte[] bytes, byte[] hash) {}

    @QueryHandler
    Paged<CheckpointView> checkpoints(Checkpoints query) {
        return log.checkpoints(new Paged.Request(query.page(), query.size()));
    }

    @QueryHandler
    InclusionProof inclusion(InclusionOf query) {
        CheckpointView checkpoint = checkpoint(query.size(), "size");
        Leaf leaf = Rows.of(source, "history.event_log")
                .with("position", query.position())
                .where("position = :position")
                .only(
                        "leaf, leaf_hash",
                        (row, _) -> new Leaf(row.getBytes("leaf"), row.getBytes("leaf_hash")),
                        "event");
        if (query.position() > checkpoint.size()) {
            throw query.size() == 0
                    ? Rejection.of(Refusal.NOT_YET, "No checkpoint covers this event yet; one is signed every second.")
                    : Require.invalid("size", "must be that of a checkpoint that covers the event.");
        }
        long index = query.position() - 1;
        List<String> proof = base64(MerkleTree.inclusionProof(index, checkpoint.size(), log.tree(checkpoint.size())));
        return new InclusionProof(
                query.position(),
                index,
                new String(leaf.bytes(), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(leaf.hash()),
                proof,
                checkpoint,
                "c2sp.org/tlog-proof@v1\nindex " + index + "\n"
                        + String.join(
                                "", proof.stream().map(hash -> hash + "\n").toList()) + "\n"
                        + checkpoint.note());
    }

    @QueryHandler
    ConsistencyProof consistency(ConsistencyOf query) {
        CheckpointView to = checkpoint(query.to(), "to");
        CheckpointView from = log.ofSize(query.from())
                .orElseThrow(() -> Require.invalid("from", "must be the size of a checkpoint."));
        if (from.size() > to.size()) {
            throw Require.invalid("from", "must not be above " + to.size() + ", to which it is compared.");
        }
        return new ConsistencyProof(
                from, to, base64(MerkleTree.consistencyProof(from.size(), to.size(), log.tree(to.size()))));
    }

    private record Closed(long position, String root) {}

    @QueryHandler
    SealedBalanceProof sealed(BalanceSealed query) {
        List<SealedBalance> balances = SealedBalances.of(new JdbcTemplate(source), query.period());
        int number = IntStream.range(0, balances.size())
                .filter(i -> balances.get(i).account().equals(query.account()))
                .findFirst()
                .orElseThrow(() -> Rows.notFound("sealed balance"));
        Closed closed = Rows.of(source, HistoryAnswers.FROM)
                .with("log", HistoryCommand.LOG)
                .with("type", EventTypes.nameOf(HistoryEvent.PeriodClosed.class))
                .with("period", query.period())
                .where("e.aggregate_id = :log AND e.type = :type")
                .where("convert_from(e.payload, 'UTF8')::jsonb ->> 'period' = :period")
                .only(
                        "l.position, convert_from(e.payload, 'UTF8')::jsonb ->> 'root' AS root",
                        (row, _) -> new Closed(row.getLong("position"), Columns.text(row, "root")),
                        "sealed balance");
        List<byte[]> leaves = balances.stream().map(SealedBalance::leafHash).toList();
        return new SealedBalanceProof(
                query.period(),
                closed.position(),
                balances.get(number),
                number,
                balances.size(),
                SealedBalances.proof(leaves, number),
                closed.root());
    }

    @QueryHandler
    StreamedQuery.Written pack(
            AuditPackOf query, @MetaDataValue(value = QueryDispatcher.OUT, required = true) OutputStream out)
            throws IOException {
        try {
            write(query, out);
        } catch (Rejection refused) {
            throw refused;
        } catch (RuntimeException broken) {
            // Where somebody has meddled with the database, it is said where.
            throw LoggedRow.firstFault(source)
                    .map(fault -> new IllegalStateException(fault, broken))
                    .orElseThrow(() -> broken);
        }
        return new StreamedQuery.Written();
    }

    private void write(AuditPackOf query, OutputStream out) throws IOException {
        CheckpointView checkpoint = (query.to() == null ? log.newest() : log.covering(query.to()))
                .orElseThrow(() -> Rejection.of(Refusal.NOT_YET, "No checkpoint covers that position yet."));
        reach.position(checkpoint.size());
        SigningState state = log.state();
        if (query.fund() != null) {
            Rows.of(source, "fund")
                    .with("fund", query.fund())
                    .where("fund_id = :fund")
                    .only("fund_id", (row, _) -> row.getString(1), "fund");
        }
        new AuditPack(source, checkpoint, query.fund()).write(out, state, log.keys(), witnesses, clock.instant());
    }

    private CheckpointView checkpoint(long size, String field) {
        if (size == 0) {
            return log.newest()
                    .orElseThrow(() -> Rejection.of(Refusal.NOT_YET, "No checkpoint of the log is published yet."));
        }
        return log.ofSize(size).orElseThrow(() -> Require.invalid(field, "must be the size of a checkpoint, or 0."));
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
