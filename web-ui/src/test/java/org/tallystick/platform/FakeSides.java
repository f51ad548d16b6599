package org.tallystick.platform;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.NameQuery.Names;

/** Both sides as a test wants them: answers by query, commands remembered, keys honoured, access checked for real. */
public final class FakeSides implements CommandPort, QueryPort {

    /** What every command is answered with. */
    public static final long POSITION = 77;

    private final Map<Class<?>, Function<Object, Object>> answers = new HashMap<>();
    private final List<Command> effects = new ArrayList<>();
    private final List<Query<?>> asked = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private @Nullable Rejection refusal;
    private Predicate<Command> refused = _ -> true;
    private boolean slow;
    private String replay = "";

    /** Knows no names at first. */
    public FakeSides() {
        names(Names.NONE);
    }

    /** Forgets everything. */
    public void clear() {
        answers.clear();
        names(Names.NONE);
        effects.clear();
        asked.clear();
        keys.clear();
        refusal = null;
        slow = false;
        replay = "";
    }

    /** Answers a query of that type so. */
    public <R, Q extends Query<R>> void answer(Class<Q> type, Function<Q, R> answer) {
        answers.put(type, query -> answer.apply(type.cast(query)));
    }

    /** Knows these names. */
    public void names(Names names) {
        answer(NameQuery.NamesOf.class, _ -> names);
    }

    /** Refuses every command so. */
    public void refuse(Rejection rejection) {
        refuse(_ -> true, rejection);
    }

    /** Refuses those commands so. */
    public void refuse(Predicate<Command> which, Rejection rejection) {
        refused = which;
        refusal = rejection;
    }

    /** Never gets as far as a position asked for. */
    public void beSlow() {
        slow = true;
    }

    /** The commands that took effect: a key that comes again has none. */
    public List<Command> effects() {
        return List.copyOf(effects);
    }

    /** How many queries of that type were asked. */
    public long asked(Class<? extends Query<?>> type) {
        return asked.stream().filter(type::isInstance).count();
    }

    /** The last query of that type. */
    public <Q extends Query<?>> Q lastAsked(Class<Q> type) {
        return asked.stream().filter(type::isInstance).map(type::cast).toList().getLast();
    }

    @Override
    public Receipt send(Command command, Actor actor, String idempotencyKey) {
        Access.require(actor, command.getClass());
        if (refusal != null && refused.test(command)) {
            throw refusal;
        }
        if (keys.add(idempotencyKey)) {
            effects.add(command);
        }
        return new Receipt(POSITION, command.target());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R ask(Query<R> query, Actor actor, long after) {
        Access.require(actor, query.getClass());
        if (slow && after > 0) {
            throw Rejection.of(Refusal.NOT_YET, "The answer has not got that far.");
        }
        asked.add(query);
        Function<Object, Object> answer = answers.get(query.getClass());
        if (answer == null) {
            throw Rejection.of(Refusal.NOT_FOUND, "There is no such thing.");
        }
        return (R) answer.apply(query);
    }

    @Override
    public QueryPort at(String replayId) {
        replay = replayId;
        return this;
    }

    /** The replay that was asked last; empty where none was. */
    public String replay() {
        return replay;
    }

    @Override
    public void write(StreamedQuery query, Actor actor, long after, OutputStream out) {
        throw new UnsupportedOperationException("No test streams.");
    }
}
