package org.tallystick.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items those of this page
 * @param total how many there are on all pages
 * @param page counted from 1
 * @param size how many fit on a page
 */
public record Paged<T>(List<T> items, long total, int page, int size) {

    /** The last page, at least 1. */
    public int lastPage() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The largest page anyone may ask for. */
    public static final int MOST = 500;

    /** A page number and size from what was asked: page 1 and 50 a page where nothing was, at most {@link #MOST}. */
    public record Request(int page, int size) {

        public Request {
            page = page == 0 ? 1 : Require.between(page, 1, 1_000_000, "page");
            size = size == 0 ? 50 : Require.between(size, 1, MOST, "size");
        }

        /** How many rows come before this page. */
        public long offset() {
            return (page - 1L) * size;
        }
    }
}
