package org.tallystick.platform;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.history.MerkleTree;
import org.tallystick.history.Tile;
import org.tallystick.history.TiledTree;

/** The tiles of the log, read from where they are kept. Joins the caller's transaction where there is one. */
public final class LogTiles implements TiledTree.Tiles {

    private final JdbcTemplate jdbc;

    /** Over a source whose role may read the log. */
    public LogTiles(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    /**
     * The hashes of a tile.
     *
     * @throws IllegalStateException where it is not complete, as after somebody has meddled with the log
     */
    @Override
    public byte[] hashes(Tile tile) {
        List<byte[]> hashes = tile.level() == 0
                ? jdbc.queryForList(
                        "SELECT leaf_hash FROM history.event_log WHERE position > ? AND position <= ? ORDER BY position",
                        byte[].class,
                        tile.first(),
                        tile.first() + tile.width())
                : jdbc.queryForList(
                        "SELECT hash FROM history.tile_hash WHERE level = ? AND number >= ? AND number < ?"
                                + " ORDER BY number",
                        byte[].class,
                        tile.level(),
                        tile.first(),
                        tile.first() + tile.width());
        require(hashes.size() == tile.width(), tile);
        byte[] joined = new byte[tile.width() * MerkleTree.HASH_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            require(hashes.get(i).length == MerkleTree.HASH_BYTES, tile);
            System.arraycopy(hashes.get(i), 0, joined, i * MerkleTree.HASH_BYTES, MerkleTree.HASH_BYTES);
        }
        return joined;
    }

    /** The leaves of a bundle, each with its length in two bytes before it. */
    public byte[] entries(Tile bundle) {
        List<byte[]> leaves = jdbc.queryForList(
                "SELECT leaf FROM history.event_log WHERE position > ? AND position <= ? ORDER BY position",
                byte[].class,
                bundle.first(),
                bundle.first() + bundle.width());
        require(leaves.size() == bundle.width(), bundle);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] leaf : leaves) {
            out.write(leaf.length >>> 8);
            out.write(leaf.length);
            out.writeBytes(leaf);
        }
        return out.toByteArray();
    }

    private void require(boolean complete, Tile tile) {
        if (!complete) {
            throw new IllegalStateException("The log is not complete: what belongs to position " + firstMissing(tile)
                    + " is missing, or not whole, in " + tile.path() + ".");
        }
    }

    /** The first position of what is missing; of the tile, where all of it is there. */
    private long firstMissing(Tile tile) {
        String there = tile.level() <= 0
                ? "SELECT FROM history.event_log WHERE position = n + 1"
                : "SELECT FROM history.tile_hash WHERE level = " + tile.level() + " AND number = n";
        Long number = jdbc.queryForObject(
                "SELECT coalesce(min(n), ?) FROM generate_series(?::bigint, ?::bigint) AS n WHERE NOT EXISTS (" + there
                        + ")",
                Long.class,
                tile.first(),
                tile.first(),
                tile.first() + tile.width() - 1);
        return ((number == null ? tile.first() : number) << (Tile.HEIGHT * Math.max(0, tile.level()))) + 1;
    }
}
