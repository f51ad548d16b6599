package org.tallystick.platform;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows read page by page as they are asked for, so that a long stream takes the memory of one page. */
final class Pages<T> implements Iterator<T> {

    /** Rows per page; a shorter page is the last. */
    static final int SIZE = 1_000;

    private final LongFunction<List<T>> read;
    private final ToLongFunction<T> next;
    private List<T> page;
    private int index;

    private Pages(long from, LongFunction<List<T>> read, ToLongFunction<T> next) {
        this.read = read;
        this.next = next;
        this.page = read.apply(from);
    }

    /**
     * All rows from a key on.
     *
     * @param read the page at a key, at most {@link #SIZE} rows
     * @param next the key of the page after a row
     */
    static <T> Stream<T> stream(long from, LongFunction<List<T>> read, ToLongFunction<T> next) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Pages<>(from, read, next), Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        if (index == SIZE) {
            page = read.apply(next.applyAsLong(page.getLast()));
            index = 0;
        }
        return index < page.size();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(index++);
    }
}
