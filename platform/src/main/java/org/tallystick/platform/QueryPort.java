package org.tallystick.platform;

import java.io.IOException;
import java.io.OutputStream;

/** The way to the query side, in this process or over HTTP. */
public interface QueryPort {

    /**
     * Asks a query.
     *
     * @param after the answer must have got that far in the log; 0 for whatever it has
     * @throws Rejection where it is refused, or {@link Refusal#NOT_YET} where the answer does not get that far in time
     */
    <R> R ask(Query<R> query, Actor actor, long after);

    /** Asks a query whose answer is written as it is read. */
    void write(StreamedQuery query, Actor actor, long after, OutputStream out) throws IOException;

    /**
     * The way to the past that a replay has made again: the same questions, answered from it, for those who may read
     * replays. The replay must be done, and be one of everything.
     */
    QueryPort at(String replayId);
}
