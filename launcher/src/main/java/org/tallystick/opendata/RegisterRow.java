package org.tallystick.opendata;

/** What became of one row of a register: a grant that can be taken in whole, or the reasons why it can't. */
public sealed interface RegisterRow permits PublishedGrant, RefusedRow {

    /** The grant's place in a JSON list, from 1; in a CSV file the line its row begins on, the headings being 1. */
    long row();
}
