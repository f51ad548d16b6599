package org.tallystick.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.history.HistoryQuery.SigningState;
import org.tallystick.history.HistoryQuery.WitnessState;
import org.tallystick.platform.Columns;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Json;
import org.tallystick.platform.LogTiles;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Rows;

/**
 * The log as it is published: up to the newest checkpoint that enough witnesses have signed. Nothing after it is shown,
 * so that nobody relies on what is not proved yet.
 */
public final class PublishedLog {

    private static final String CHECKPOINT = "size, note, signed_at, ARRAY(SELECT witness FROM history.cosignature s"
            + " WHERE s.size = c.size ORDER BY witness) AS witnesses, ARRAY(SELECT line FROM history.cosignature s"
            + " WHERE s.size = c.size ORDER BY witness) AS lines";

    private final DataSource source;
    private final LogTiles tiles;
    private final int quorum;

    /**
     * Over the history.
     *
     * @param quorum witnesses that must have signed a checkpoint
     */
    public PublishedLog(DataSource source, int quorum) {
        this.source = source;
        this.tiles = new LogTiles(source);
        this.quorum = quorum;
    }

    /** How the log is signed. */
    SigningState state() {
        List<String> keys = keys();
        return new SigningState(
                opened().map(HistoryEvent.LogOpened::origin).orElse(""),
                keys.isEmpty() ? "" : keys.getLast(),
                newest().orElse(null),
                signedSize(),
                quorum,
                witnesses());
    }

    /** The newest checkpoint that is published, if there is one. */
    public Optional<CheckpointView> newest() {
        return published()
                .where("c.size = (SELECT max(c.size) FROM history.checkpoint c WHERE " + enough() + ")")
                .one(CHECKPOINT, (row, _) -> checkpoint(row));
    }

    /** The published checkpoint of a size. */
    public Optional<CheckpointView> ofSize(long size) {
        return published().with("size", size).where("c.size = :size").one(CHECKPOINT, (row, _) -> checkpoint(row));
    }

    /** The first published checkpoint that covers a position. */
    public Optional<CheckpointView> covering(long position) {
        return published()
                .with("position", position)
                .where("c.size = (SELECT min(c.size) FROM history.checkpoint c WHERE c.size >= :position AND "
                        + enough() + ")")
                .one(CHECKPOINT, (row, _) -> checkpoint(row));
    }

    /** All published checkpoints, newest first. */
    Paged<CheckpointView> checkpoints(Paged.Request request) {
        return published().page(CHECKPOINT, "c.size DESC", request, (row, _) -> checkpoint(row));
    }

    /** A tile's bytes; empty where it is not, or not wholly, in the published log. */
    Optional<byte[]> tile(Tile tile) {
        long size = newest().map(CheckpointView::size).orElse(0L);
        if (tile.width() > Tile.widthIn(tile.level(), tile.number(), size)) {
            return Optional.empty();
        }
        return Optional.of(tile.level() == Tile.ENTRIES ? tiles.entries(tile) : tiles.hashes(tile));
    }

    /** The tree of the first so many events, to prove from. */
    TiledTree tree(long size) {
        return new TiledTree(tiles, size);
    }

    /** How far the log is signed, witnesses or not. */
    private long signedSize() {
        return Rows.of(source, "history.checkpoint")
                .one("coalesce(max(size), 0) AS size", (row, _) -> row.getLong("size"))
                .orElse(0L);
    }

    /** How each witness stands that was ever asked. */
    private List<WitnessState> witnesses() {
        return Rows.of(source, "history.witness")
                .all(
                        "name, size, asked_at, coalesce(refused, '') AS refused",
                        "name",
                        (row, _) -> new WitnessState(
                                Columns.text(row, "name"),
                                row.getLong("size"),
                                Columns.instant(row, "asked_at"),
                                Columns.text(row, "refused")));
    }

    /** How the log began. */
    public Optional<HistoryEvent.LogOpened> opened() {
        return events(HistoryEvent.LogOpened.class).stream().findFirst();
    }

    /** Every key that signed, in the order in which they did. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        opened().ifPresent(opened -> keys.add(opened.publicKey()));
        events(HistoryEvent.LogKeyRotated.class).forEach(rotated -> keys.add(rotated.publicKey()));
        return keys;
    }

    private <E extends HistoryEvent> List<E> events(Class<E> type) {
        return Rows.of(source, HistoryAnswers.FROM)
                .with("log", HistoryCommand.LOG)
                .with("type", EventTypes.nameOf(type))
                .where("e.aggregate_id = :log AND e.type = :type")
                .all(
                        "e.payload",
                        "e.sequence",
                        (row, _) -> Json.mapper()
                                .readValue(new String(row.getBytes("payload"), StandardCharsets.UTF_8), type));
    }

    private Rows published() {
        return Rows.of(source, "history.checkpoint c").where(enough());
    }

    private String enough() {
        return quorum == 0 ? "TRUE" : "(SELECT count(*) FROM history.cosignature s WHERE s.size = c.size) >= " + quorum;
    }

    private static CheckpointView checkpoint(ResultSet row) throws SQLException {
        String note = Columns.text(row, "note");
        Checkpoint checkpoint = read(note, row.getLong("size"));
        return new CheckpointView(
                checkpoint.size(),
                Columns.instant(row, "signed_at"),
                Base64.getEncoder().encodeToString(checkpoint.root()),
                Columns.texts(row, "witnesses"),
                note + String.join("", Columns.texts(row, "lines")));
    }

    private static Checkpoint read(String note, long size) {
        try {
            return Checkpoint.of(SignedNote.parse(note));
        } catch (IllegalArgumentException none) {
            throw new IllegalStateException("What is kept as the checkpoint at position " + size + " is none.", none);
        }
    }
}
