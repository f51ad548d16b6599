package org.tallystick.history;

import java.util.List;
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
import org.tallystick.platform.NameAnswers;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/**
 * The history of one thing for those who see it in full: an organisation's for its own people, an award's for both
 * organisations. Only what is listed here leaves the events; who acted for another organisation stays without a name.
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

    /** What became of a bid is told to all applicants at once. */
    private static final String TOLD = "(e.type NOT IN ('bid.BidAwarded', 'bid.BidReserved', 'bid.BidDeclined',"
            + " 'bid.BidFoundIneligible') OR EXISTS (SELECT FROM bid b JOIN grant_call c USING (call_id)"
            + " WHERE b.bid_id = :id AND c.state IN ('INFORMED', 'ARCHIVED')))";

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
        Paged<LoggedEvent> events = Rows.of(source, HistoryAnswers.FROM)
                .with("id", query.id())
                .where("e.aggregate_id = :id")
                .where("l.position <= (SELECT max(position) FROM progress)")
                .where("e.type LIKE '" + domain(query.subject()) + ".%'")
                .where(Sight.ofEverything(actor) ? "TRUE" : TOLD)
                .page(
                        HistoryAnswers.COLUMNS,
                        "l.position DESC",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> HistoryAnswers.event(row));
        Names known = names.of(
                events.items().stream()
                        .flatMap(event -> Stream.of(text(event, "organisation"), partner(event)))
                        .filter(organisation -> !organisation.isEmpty())
                        .toList(),
                actor);
        List<Happening> happenings = events.items().stream()
                .map(event -> happening(event, known, actor))
                .toList();
        return new Paged<>(happenings, events.total(), events.page(), events.size());
    }

    private static String domain(Subject subject) {
        return switch (subject) {
            case ORGANISATION -> "registry";
            case AWARD -> "award";
            case BID -> "bid";
        };
    }

    private void requireSeen(HistoryOf query, Actor actor) {
        if (query.subject() == Subject.ORGANISATION) {
            if (!actor.actsFor(query.id()) && !Sight.ofEverything(actor)) {
                throw Rows.notFound("organisation");
            }
            return;
        }
        if (query.subject() == Subject.BID) {
            requireOwnBid(query.id(), actor);
            return;
        }
        long seen = Rows.of(source, "award a")
                .with("me", actor.organisationId())
                .with("id", query.id())
                .where("a.award_id = :id")
                .where(Sight.awardsInFull(actor, "a.fund_id", "a.recipient"))
                .count();
        if (seen == 0) {
            throw Rows.notFound("award");
        }
    }

    /** Who decides about a bid learns nothing of how it was written. */
    private void requireOwnBid(String bidId, Actor actor) {
        long seen = Rows.of(source, "bid b")
                .with("me", actor.organisationId())
                .with("id", bidId)
                .where("b.bid_id = :id")
                .where(Sight.ofEverything(actor) ? "TRUE" : Sight.ofApplicant(actor) ? "b.applicant = :me" : "FALSE")
                .count();
        if (seen == 0) {
            throw Rows.notFound("bid");
        }
    }

    private static Happening happening(LoggedEvent event, Names names, Actor actor) {
        String organisation = text(event, "organisation");
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
                event.recordedAt(),
                event.effectiveOn(),
                says,
                moved(event.payload().getOrDefault("slices", event.payload().get("gaps"))),
                known && !person.isEmpty() ? person : null,
                text(event, "role"),
                organisation.isEmpty() ? "" : names.organisation(organisation),
                text(event, "reason"));
    }

    private static long moved(@org.jspecify.annotations.Nullable Object slices) {
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
