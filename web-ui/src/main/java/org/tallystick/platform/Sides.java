package org.tallystick.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.tallystick.platform.NameQuery.Named;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.NameQuery.NamesOf;
import org.tallystick.replay.ReplayQuery;

/** Both sides, as the person who is logged in may use them. Every page reads and writes through this. */
public class Sides {

    private final ObjectProvider<CommandPort> commands;
    private final ObjectProvider<QueryPort> queries;
    private final Shell shell;

    /** The ports are looked up when they are first used, since the frame of the pages also runs without them. */
    public Sides(ObjectProvider<CommandPort> commands, ObjectProvider<QueryPort> queries, Shell shell) {
        this.commands = commands;
        this.queries = queries;
        this.shell = shell;
    }

    /** Who asks. */
    public Actor actor() {
        return shell.getActor();
    }

    /** Whether who asks may send that command or ask that query: nobody changes the past that they look at. */
    public boolean may(Class<?> message) {
        return Access.rolesOf(message).contains(actor().role())
                && !(Command.class.isAssignableFrom(message)
                        && LookingBack.current().isPresent());
    }

    /** Asks for what is there now. */
    public <R> R ask(Query<R> query) {
        return ask(query, 0);
    }

    /**
     * Asks for an answer that has got that far in the log, so that everybody reads their own writes. Where that takes
     * too long the page shows what it has and says so ({@link Shell#isBehind}): what was done is done, and must not
     * look refused.
     */
    public <R> R ask(Query<R> query, long after) {
        QueryPort port = port(query);
        if (after > 0) {
            try {
                return port.ask(query, actor(), after);
            } catch (Rejection rejection) {
                if (rejection.refusal() != Refusal.NOT_YET) {
                    throw rejection;
                }
                Shell.markBehind();
            }
        }
        return port.ask(query, actor(), 0);
    }

    /** Replays themselves are always those that there are now. */
    private QueryPort port(Query<?> query) {
        QueryPort now = queries.getObject();
        return query instanceof ReplayQuery
                ? now
                : LookingBack.current().map(past -> now.at(past.replayId())).orElse(now);
    }

    /** Asks as anyone may, whoever is logged in: for pages that are the same for everybody. */
    public <R> R askAsAnyone(Query<R> query) {
        return LookingBack.current().isPresent()
                ? ask(query)
                : queries.getObject().ask(query, Actor.ANYONE, 0);
    }

    /** Asks where the role may; else nothing. */
    public <R> Optional<R> askIfAllowed(Query<R> query) {
        return may(query.getClass()) ? Optional.of(ask(query)) : Optional.empty();
    }

    /** What organisations, funds and awards on a page are called, as far as the person may see it. */
    public Names names(Stream<String> ids) {
        List<String> wanted = ids.distinct().toList();
        List<Named> found = new ArrayList<>();
        for (int from = 0; from < wanted.size() && may(NamesOf.class); from += NameQuery.MOST) {
            int to = Math.min(wanted.size(), from + NameQuery.MOST);
            found.addAll(ask(new NamesOf(wanted.subList(from, to))).all());
        }
        return new Names(found);
    }

    /** Writes an answer that has got that far in the log, as it is read. */
    public void write(StreamedQuery query, long after, OutputStream out) throws IOException {
        port(query).write(query, actor(), after, out);
    }

    /** Sends a command; the key comes from the form, so that a form sent twice has its effect once. */
    public Receipt send(Command command, String idempotencyKey) {
        if (LookingBack.current().isPresent()) {
            throw Rejection.of(Refusal.WRONG_STATE, "You are looking at the past, which cannot be changed.");
        }
        return commands.getObject().send(command, actor(), idempotencyKey);
    }

    /** A key for a form that is being shown. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
