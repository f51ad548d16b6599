package org.tallystick.platform;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Which part of a long list is shown.
 *
 * @param page counted from 1
 * @param size how many on a page, 1 to 500
 * @param total how many there are in all
 */
public record Paging(int page, int size, long total) {

    /** What lists show unless asked for more. */
    public static final int USUAL_SIZE = 50;

    private static final int MOST = 500;
    private static final int AROUND = 2;

    public Paging {
        size = Math.clamp(size, 1, MOST);
        total = Math.max(0, total);
        page = Math.clamp(page, 1, (int) Math.max(1, (total + size - 1) / size));
    }

    /** Of the first row on this page, counted from 0. */
    public long offset() {
        return (long) (page - 1) * size;
    }

    /** Of the first row, counted from 1; 0 in an empty list. */
    public long from() {
        return total == 0 ? 0 : offset() + 1;
    }

    /** Of the last row, counted from 1. */
    public long to() {
        return Math.min(total, offset() + size);
    }

    /** At least 1. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Pages to link to: the first, the last, and those around this one; 0 stands for a gap. */
    public List<Integer> links() {
        List<Integer> near = IntStream.rangeClosed(1, pages())
                .filter(n -> n == 1 || n == pages() || Math.abs(n - page) <= AROUND)
                .boxed()
                .toList();
        return IntStream.range(0, near.size())
                .boxed()
                .mapMulti((Integer i, Consumer<Integer> out) -> {
                    if (i > 0 && near.get(i) - near.get(i - 1) > 1) {
                        out.accept(0);
                    }
                    out.accept(near.get(i));
                })
                .toList();
    }
}
