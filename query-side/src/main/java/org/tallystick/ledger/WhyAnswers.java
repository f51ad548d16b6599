package org.tallystick.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.history.PublishedLog;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.ledger.WhyQuery.Why;
import org.tallystick.ledger.WhyQuery.WhyLine;
import org.tallystick.ledger.WhyQuery.WhyView;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.NameAnswers;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;
import tools.jackson.core.type.TypeReference;

/** Takes a figure apart into the movements that make it. */
public final class WhyAnswers {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** Read for the lines of one page only. */
    private static final String METADATA = "(SELECT convert_from(e.metadata, 'UTF8') FROM history.event_log l"
            + " JOIN history.event e USING (insertion) WHERE l.position = w.position) AS metadata";

    private final DataSource source;
    private final PublishedLog published;
    private final LedgerReach reach;
    private final NameAnswers names;

    /** Over a ledger, and the log that proves it. */
    public WhyAnswers(DataSource source, PublishedLog published) {
        this.source = source;
        this.published = published;
        this.reach = new LedgerReach(source);
        this.names = new NameAnswers(source);
    }

    private record Sums(long entries, long inPence, long outPence, long lastPosition) {}

    private record Movement(JournalLine entry, long changePence, long sumPence, Map<String, Object> metadata) {}

    @QueryHandler
    WhyView why(Why query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        requireSeen(query, actor);
        PointInTime at = PointInTime.of(query.effective(), query.known());
        long position = reach.of(at);
        String counted = counted(query, actor) + " AND p.position <= :position"
                + (at.effective() == null ? "" : " AND p.effective_on <= :date");
        Sums sums = rows(FigureRows.SIDES, query, actor, at, position)
                .where(counted)
                .one(
                        "count(*) AS entries, COALESCE(sum(" + change(query) + ") FILTER (WHERE " + change(query)
                                + " > 0), 0)::bigint AS came, COALESCE(sum(" + change(query) + ") FILTER (WHERE "
                                + change(query) + " < 0), 0)::bigint AS went, COALESCE(max(p.position), 0) AS last",
                        (row, _) -> new Sums(
                                row.getLong("entries"), row.getLong("came"), -row.getLong("went"), row.getLong("last")))
                .orElseThrow();
        if (query.account() != null && sums.entries() == 0) {
            throw Rows.notFound("account");
        }
        String running = "(SELECT p.*, " + change(query) + " AS change, sum(" + change(query)
                + ") OVER (ORDER BY p.position, p.line, pence DESC)::bigint AS running, pence AS side FROM "
                + FigureRows.SIDES + " WHERE " + counted + ") w";
        Paged<Movement> movements = rows(running, query, actor, at, position)
                .page(
                        "w.*, " + METADATA,
                        "w.position, w.line, w.side DESC",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> movement(row));
        return new WhyView(
                position,
                sums.inPence() - sums.outPence(),
                sums.inPence(),
                sums.outPence(),
                new Paged<>(lines(movements.items(), actor), movements.total(), movements.page(), movements.size()),
                published.covering(Math.max(1, sums.lastPosition())).orElse(null));
    }

    private Rows rows(String from, Why query, Actor actor, PointInTime at, long position) {
        String id = query.account() == null ? query.id() : AccountKind.subjectOf(query.account());
        Rows rows = Rows.of(source, from)
                .with("me", actor.organisationId())
                .with("id", Objects.requireNonNullElse(id, ""))
                .with("account", Objects.requireNonNullElse(query.account(), ""))
                .with("position", position);
        FigureRows.narrowed(query, rows::with);
        return at.effective() == null ? rows : rows.with("date", at.effective());
    }

    private static String counted(Why query, Actor actor) {
        List<String> conditions =
                new ArrayList<>(List.of(Sight.funds(actor, "p.fund_id"), FigureRows.narrowed(query, (_, _) -> {})));
        if (query.account() != null) {
            String ofAccount = FigureRows.of(query.account());
            if (ofAccount == null) {
                throw Rows.notFound("account");
            }
            conditions.add(ofAccount);
        } else {
            Figure figure = Objects.requireNonNull(query.figure());
            conditions.add(FigureRows.about(Objects.requireNonNull(query.subject()), figure));
            conditions.add(FigureRows.counted(figure));
        }
        return "(" + String.join(") AND (", conditions) + ")";
    }

    private static String change(Why query) {
        Figure figure = query.figure();
        return figure != null && FigureRows.credit(figure) ? "(-pence)" : "pence";
    }

    private void requireSeen(Why query, Actor actor) {
        FigureOf subject = query.subject();
        if (subject == FigureOf.FUND) {
            require("fund f", "f.fund_id = :id AND " + Sight.funds(actor, "f.fund_id"), query, actor);
        } else if (subject == FigureOf.AWARD) {
            String seen = Sight.awardsInFull(actor, "a.fund_id", "a.recipient");
            require("award a", "a.award_id = :id AND " + seen, query, actor);
        }
    }

    private void require(String from, String condition, Why query, Actor actor) {
        long seen = Rows.of(source, from)
                .with("me", actor.organisationId())
                .with("id", Objects.requireNonNullElse(query.id(), ""))
                .where(condition)
                .count();
        if (seen == 0) {
            throw Rows.notFound(from.substring(0, from.indexOf(' ')));
        }
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                JournalRow.line(row),
                row.getLong("change"),
                row.getLong("running"),
                Json.mapper().readValue(Columns.text(row, "metadata"), OBJECT));
    }

    private List<WhyLine> lines(List<Movement> movements, Actor actor) {
        Names known = names.of(
                movements.stream()
                        .flatMap(one -> Stream.concat(
                                one.entry().ids(),
                                Stream.of(text(one, "organisation")).filter(id -> !id.isEmpty())))
                        .toList(),
                actor);
        return movements.stream().map(one -> line(one, known, actor)).toList();
    }

    private static WhyLine line(Movement one, Names known, Actor actor) {
        String organisation = text(one, "organisation");
        String person = text(one, "actorId");
        boolean named = !person.isEmpty() && (Sight.ofEverything(actor) || actor.actsFor(organisation));
        return new WhyLine(
                one.entry().named(known),
                one.changePence(),
                one.sumPence(),
                named ? person : null,
                text(one, "role"),
                organisation.isEmpty() ? "" : known.organisation(organisation),
                text(one, "authority"),
                text(one, "reason"));
    }

    private static String text(Movement one, String key) {
        return Objects.toString(one.metadata().get(key), "");
    }
}
