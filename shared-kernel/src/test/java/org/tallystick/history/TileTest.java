package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Addresses and widths are the examples of C2SP {@code tlog-tiles}. */
class TileTest {

    @Test
    void addresses_are_those_of_the_specification() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Tile(Tile.ENTRIES, 273, 112).path()).isEqualTo("tile/entries/273.p/112");
        assertThat(Tile.at("tile/0/x001/x234/067")).contains(new Tile(0, 1_234_067, 256));
        assertThat(Tile.at("tile/entries/273.p/112")).contains(new Tile(Tile.ENTRIES, 273, 112));
    }

    @Test
    void only_one_address_leads_to_a_tile() {
        assertThat(new String[] {
                    "tile/00/000",
                    "tile/0/x000/001",
                    "tile/0/1",
                    "tile/0/0001",
                    "tile/0/001.p/0",
                    "tile/0/001.p/256",
                    "tile/0/001.p/007",
                    "tile/64/000",
                    "tile/-1/000",
                    "tile/entries/../000",
                    "tile/0/x999/x999/x999/x999/x999/x999/999",
                    "checkpoint"
                })
                .allMatch(path -> Tile.at(path).isEmpty());
    }

    @Test
    void widths_are_those_of_the_specification_for_70000_entries() {
        assertThat(Tile.widthIn(0, 272, 70_000)).isEqualTo(256);
        assertThat(Tile.widthIn(0, 273, 70_000)).isEqualTo(112);
        assertThat(Tile.widthIn(1, 0, 70_000)).isEqualTo(256);
        assertThat(Tile.widthIn(1, 1, 70_000)).isEqualTo(17);
        assertThat(Tile.widthIn(2, 0, 70_000)).isEqualTo(1);
        assertThat(Tile.widthIn(3, 0, 70_000)).isZero();
        assertThat(Tile.widthIn(0, 1, 256)).isZero();
        assertThat(Tile.widthIn(1, 0, 256)).isEqualTo(1);
    }
}
