package org.tallystick.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.tallystick.replay.ComparisonAnswers;
import org.tallystick.replay.ReplayQuery.OneReplay;
import org.tallystick.replay.Replays;

/**
 * The same answers over the read models of replays. The clock stands still where the last event of the replay was
 * recorded: what was overdue then is overdue. Only when somebody looked is of now.
 */
final class ReplayedQueries {

    private final Replays replays;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, QueryDispatcher> bySchema = new ConcurrentHashMap<>();

    ReplayedQueries(Replays replays, Settings settings, Clock clock) {
        this.replays = replays;
        this.settings = settings;
        this.clock = clock;
    }

    /** The way to one replay, which is looked for when it is asked. */
    QueryPort at(String replayId) {
        return new At(replayId);
    }

    private final class At implements QueryPort {
        private final String replayId;

        At(String replayId) {
            this.replayId = replayId;
        }

        @Override
        public <R> R ask(Query<R> query, Actor actor, long after) {
            return answering(actor).ask(query, actor, 0);
        }

        @Override
        public void write(StreamedQuery query, Actor actor, long after, OutputStream out) throws IOException {
            answering(actor).write(query, actor, 0, out);
        }

        @Override
        public QueryPort at(String another) {
            return ReplayedQueries.this.at(another);
        }

        private QueryDispatcher answering(Actor actor) {
            Access.require(actor, OneReplay.class);
            String schema = replays.schemaOfEverything(replayId);
            DataSource source = replays.of(replayId);
            return bySchema.computeIfAbsent(schema, _ -> dispatcher(source));
        }
    }

    private QueryDispatcher dispatcher(DataSource source) {
        Progress progress = new Progress(source);
        SequencedLog log = new SequencedLog(source);
        long last = progress.all().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Clock then = Clock.fixed(log.read(last - 1, 1).getFirst().recordedAt(), UkTime.ZONE);
        Configurer configurer = DefaultConfigurer.defaultConfiguration();
        QuerySide.answers(source, progress, then, clock, settings, () -> last)
                .forEach(answers -> configurer.registerQueryHandler(_ -> answers));
        configurer.registerQueryHandler(_ -> new ComparisonAnswers(replays));
        return new QueryDispatcher(configurer.start().queryBus(), progress, log, this::at);
    }
}
