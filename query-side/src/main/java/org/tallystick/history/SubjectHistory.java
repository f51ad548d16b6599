package org.tallystick.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.history.HistoryQuery.LoggedEvent;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.platform.Actor;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.NameAnswers;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Require;
import org.tallystick.platform.Role;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/**
 * The history of one thing: all that is about it for auditors, for others what {@link HistoryOf} says. Only what is
 * listed here leaves the events; who acted for another organisation stays without a name.
 */
public final class SubjectHistory {

    /** The parts of events that may be read by all who see the subject. Never bank details, claims or evidence. */
    private static final Set<String> SAID = Set.of(
            "name",
            "identifier",
            "personId",
            "role",
            "limitPence",
            "until",
            "version",
            "instalment",
            "attempt",
            "question");

    private static final String PARTNER = "partner";

    /** Who asked about a call is known to auditors only. */
    private static final String QUESTION = "call.QuestionAsked";

    /** What became of a bid is told to all applicants at once. */
    private static final String TOLD = "(i.type NOT IN ('bid.BidAwarded', 'bid.BidReserved', 'bid.BidDeclined',"
            + " 'bid.BidFoundIneligible') OR EXISTS (SELECT FROM bid b JOIN grant_call c USING (call_id)"
            + " WHERE b.bid_id = :id AND c.state IN ('INFORMED', 'ARCHIVED')))";

    /** Who acted for another organisation is not to be found out by asking for each person in turn. */
    private static final String OWN_PEOPLE = "EXISTS (SELECT FROM history.event_log l JOIN history.event e"
            + " USING (insertion) WHERE l.position = i.position"
            + " AND convert_from(e.metadata, 'UTF8')::jsonb ->> 'organisation' = :me)";

    /** What happened to it itself, not to something else that names it. */
    private static final String ITS_OWN = "EXISTS (SELECT FROM history.event_log l JOIN history.event e"
            + " USING (insertion) WHERE l.position = i.position AND e.aggregate_id = :id)";

    private final DataSource source;
    private final NameAnswers names;

    /** Over the log and the live read models. */
    public SubjectHistory(DataSource source) {
        this.source = source;
        this.names = new NameAnswers(source);
    }

    @QueryHandler
    Paged<Happening> history(
            HistoryOf query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        requireSeen(query, actor);
        Paged<Long> found = matching(query, actor)
                .page(
                        "s.position",
                        "s.position DESC",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> row.getLong("position"));
        List<LoggedEvent> events = found.items().isEmpty()
                ? List.of()
                : Rows.of(source, HistoryAnswers.FROM)
                        .with("positions", found.items())
                        .where("l.position IN (:positions)")
                        .all(HistoryAnswers.COLUMNS, "l.position DESC", (row, _) -> HistoryAnswers.event(row));
        Names known = names.of(
                events.stream()
                        .flatMap(event -> Stream.of(text(event, "organisation"), partner(event)))
                        .filter(organisation -> !organisation.isEmpty())
                        .toList(),
                actor);
        return new Paged<>(
                events.stream().map(event -> happening(event, known, actor)).toList(),
                found.total(),
                found.page(),
                found.size());
    }

    private Rows matching(HistoryOf query, Actor actor) {
        if (query.type() != null && !EventTypes.all().containsKey(query.type())) {
            throw Require.invalid("type", "must be the name of an event, such as fund.MoneyCommitted.");
        }
        Rows rows = Rows.of(source, "event_subject s JOIN event_index i USING (position)")
                .with("subject", query.subject().name())
                .with("id", query.id())
                .where("s.subject = :subject AND s.subject_id = :id")
                .whereGiven("i.actor = :by", "by", query.by())
                .whereGiven("i.type = :type", "type", query.type())
                .whereGiven("i.effective_on >= :from", "from", query.from())
                .whereGiven("i.effective_on <= :until", "until", query.until())
                .whereGiven("i.amount_pence >= :least", "least", query.leastPence())
                .whereGiven("i.amount_pence BETWEEN 1 AND :most", "most", query.mostPence());
        return Sight.ofEverything(actor)
                ? rows
                : rows.where(ofOthers(query.subject()))
                        .where(TOLD)
                        .where(query.by() == null ? "TRUE" : OWN_PEOPLE)
                        .with("me", actor.organisationId());
    }

    /** What those may read who are no auditors. */
    private static String ofOthers(Subject subject) {
        return switch (subject) {
            case ORGANISATION -> "i.type LIKE 'registry.%' AND " + ITS_OWN;
            case AWARD -> "i.type LIKE 'award.%' AND " + ITS_OWN;
            case BID -> "i.type LIKE 'bid.%' AND " + ITS_OWN;
            case FUND -> "(i.type LIKE 'fund.%' OR i.type LIKE 'award.%')";
            case CALL -> "i.type LIKE 'call.%' AND " + ITS_OWN;
            case PERSON -> "FALSE";
        };
    }

    private void requireSeen(HistoryOf query, Actor actor) {
        boolean seen = switch (query.subject()) {
            case ORGANISATION -> actor.actsFor(query.id()) || Sight.ofEverything(actor);
            case PERSON ->
                Sight.ofEverything(actor)
                        && there("event_subject", "subject = 'PERSON' AND subject_id = :id LIMIT 1", query, actor);
            case AWARD ->
                there(
                        "award a",
                        "a.award_id = :id AND " + Sight.awardsInFull(actor, "a.fund_id", "a.recipient"),
                        query,
                        actor);
            case BID -> there("bid b", "b.bid_id = :id AND " + ownBid(actor), query, actor);
            case FUND -> there("fund f", "f.fund_id = :id AND " + Sight.funds(actor, "f.fund_id"), query, actor);
            case CALL -> there("grant_call c", "c.call_id = :id AND " + ownCall(actor), query, actor);
        };
        if (!seen) {
            throw Rows.notFound(query.subject().name().toLowerCase(Locale.ROOT));
        }
    }

    private boolean there(String from, String condition, HistoryOf query, Actor actor) {
        return Rows.of(source, "(SELECT 1 FROM " + from + " WHERE " + condition + ") seen")
                        .with("me", actor.organisationId())
                        .with("id", query.id())
                        .count()
                > 0;
    }

    /** Who decides about a bid learns nothing of how it was written. */
    private static String ownBid(Actor actor) {
        return Sight.ofEverything(actor) ? "TRUE" : Sight.ofApplicant(actor) ? "b.applicant = :me" : "FALSE";
    }

    /** How a call is made and decided is for those who do it. */
    private static String ownCall(Actor actor) {
        boolean makes = actor.role() == Role.GOVERNOR || actor.role() == Role.COMMISSIONER;
        return Sight.ofEverything(actor) ? "TRUE" : makes ? "c.holder = :me" : "FALSE";
    }

    private static Happening happening(LoggedEvent event, Names names, Actor actor) {
        boolean nameless = event.type().equals(QUESTION) && !Sight.ofEverything(actor);
        String organisation = nameless ? "" : text(event, "organisation");
        boolean known = Sight.ofEverything(actor) || actor.actsFor(organisation);
        String person = text(event, "actorId");
        Map<String, Object> says = new TreeMap<>(event.payload());
        says.keySet().retainAll(SAID);
        says.values().removeIf(Objects::isNull);
        if (!partner(event).isEmpty()) {
            says.put(PARTNER, names.organisation(partner(event)));
        }
        return new Happening(
                event.position(),
                event.type(),
                event.aggregateType(),
                event.aggregateId(),
                event.recordedAt(),
                event.effectiveOn(),
                says,
                moved(event.payload()),
                known && !person.isEmpty() ? person : null,
                nameless ? "" : text(event, "role"),
                organisation.isEmpty() ? "" : names.organisation(organisation),
                text(event, "reason"));
    }

    private static long moved(Map<String, Object> payload) {
        if (payload.get("pledge") instanceof Map<?, ?> pledge) {
            return moved(Map.of("slices", List.of(pledge)));
        }
        Object slices = payload.getOrDefault("slices", payload.get("gaps"));
        return slices instanceof List<?> several
                ? several.stream()
                        .map(slice -> slice instanceof Map<?, ?> map ? map.get("amountPence") : null)
                        .filter(Number.class::isInstance)
                        .mapToLong(pence -> ((Number) pence).longValue())
                        .sum()
                : 0;
    }

    /** The partner of a bid whom it is about; empty where it is about none. */
    private static String partner(LoggedEvent event) {
        return event.type().startsWith("bid.") && event.payload().get(PARTNER) instanceof String id ? id : "";
    }

    private static String text(LoggedEvent event, String key) {
        return Objects.toString(event.metadata().get(key), "");
    }
}
