package org.tallystick.assessment;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.assessment.AssessmentQuery.ComparedBid;
import org.tallystick.assessment.AssessmentQuery.SideBySide;
import org.tallystick.bid.BidBudgets;
import org.tallystick.bid.BidState;
import org.tallystick.bid.Recovery;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;
import org.tallystick.platform.UkTime;
import org.tallystick.registry.ByAndFor;
import org.tallystick.registry.ByAndForStanding;

/** The bids of a call side by side, however many: one statement for the call and one for all of them. */
public final class SideBySideAnswers {

    private static final String CALL = "grant_call c LEFT JOIN call_decision d USING (call_id)";
    private static final String HAS_TO_ASSESS = "EXISTS (SELECT FROM assessment m WHERE m.call_id = c.call_id"
            + " AND m.assessor = :person AND m.state IN ('INVITED', 'ACCEPTED')) AS hidden";

    private static final String BIDS = "bid b LEFT JOIN organisation o ON o.organisation_id = b.applicant"
            + " LEFT JOIN bid_part p ON p.bid_id = b.bid_id AND p.part = 'PROJECT'"
            + " LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('financialYear', t.year,"
            + " 'amountPence', t.asked) ORDER BY t.year) FILTER (WHERE t.asked > 0) AS asked,"
            + " COALESCE(sum(t.other), 0)::bigint AS other_pence FROM (SELECT y -> 'financialYear' AS year,"
            + " sum((y #>> '{funding,askedPence}')::bigint) AS asked, sum((SELECT sum((other ->> 'amountPence')::bigint)"
            + " FROM jsonb_array_elements(y #> '{funding,otherIncome}') other)) AS other"
            + " FROM jsonb_array_elements(" + BidBudgets.JSON + ") one, jsonb_array_elements(one -> 'years') y"
            + " GROUP BY 1) t) money ON true"
            + " LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE s.state IN ('INVITED', 'ACCEPTED', 'SUBMITTED'))"
            + " AS invited, count(*) FILTER (WHERE s.state = 'SUBMITTED') AS done,"
            + " jsonb_agg(s.scores ORDER BY s.assessment_id) FILTER (WHERE s.state = 'SUBMITTED') AS scores"
            + " FROM assessment s WHERE s.bid_id = b.bid_id) given ON true";
    private static final String COLUMNS = "b.bid_id, b.applicant, b.title, b.state, b.asked_pence, b.full_cost_pence,"
            + " COALESCE(o.name, b.applicant) AS applicant_name, COALESCE(p.content::jsonb ->> 'place', '') AS place,"
            + " money.asked, money.other_pence, given.invited, given.done, given.scores, " + BidBudgets.PARTNERS + ", "
            + ByAndFor.on("b.applicant", ":day") + " AS standing, "
            + searched("b.title", "o.name", "p.content::jsonb ->> 'place'") + " AS found";

    private final DataSource source;
    private final Clock clock;

    /** Over the live read models. */
    public SideBySideAnswers(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    private record Call(CallTerms terms, LocalDate day, boolean hidden) {}

    private record Row(ComparedBid bid, List<List<Score>> scores, boolean found) {}

    @QueryHandler
    SideBySide bids(BidsSideBySide query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        Paged.Request request = new Paged.Request(query.page(), query.size());
        Call call = call(query.callId(), actor);
        String search = query.search() == null ? "" : query.search().strip();
        List<Row> rows = Rows.of(source, BIDS)
                .with("call", query.callId())
                .with("day", call.day())
                .with("search", search)
                .where(
                        "b.call_id = :call AND b.state IN ('SUBMITTED', 'AWARDED', 'RESERVED', 'DECLINED', 'INELIGIBLE')")
                .all(COLUMNS, "lower(COALESCE(o.name, b.applicant)), b.bid_id", (row, _) -> row(row));
        Map<String, Ranking.Place> places = call.hidden() ? Map.of() : places(call.terms(), rows);
        List<ComparedBid> found = rows.stream()
                .filter(row -> search.isEmpty() || row.found())
                .map(row -> ranked(row.bid(), places.get(row.bid().bidId())))
                .filter(bid -> query.standing() == null || bid.standing() == query.standing())
                .sorted(order(query))
                .toList();
        return new SideBySide(
                query.callId(),
                !places.isEmpty(),
                call.hidden(),
                rows.size(),
                Recovery.together(rows.stream().map(row -> row.bid().recovery()).toList()),
                new Paged<>(
                        found.stream()
                                .skip(request.offset())
                                .limit(request.size())
                                .toList(),
                        found.size(),
                        request.page(),
                        request.size()));
    }

    /** Only once it has closed; who holds it and still has a bid to assess does not learn how others scored. */
    private Call call(String callId, Actor actor) {
        LocalDate today = UkTime.dayOf(clock.instant());
        return Rows.of(source, CALL)
                .with("me", actor.organisationId())
                .with("person", actor.personId())
                .with("call", callId)
                .where("c.call_id = :call AND c.state NOT IN ('DRAFTED', 'SCHEDULED', 'OPEN', 'WITHDRAWN')")
                .where(Sight.ofEverything(actor) ? "TRUE" : "c.holder = :me")
                .only(
                        "c.terms, d.approved_on, " + HAS_TO_ASSESS,
                        (row, _) -> new Call(
                                Json.mapper().readValue(row.getString("terms"), CallTerms.class),
                                Objects.requireNonNullElse(Columns.dayOrNull(row, "approved_on"), today),
                                row.getBoolean("hidden") && !Sight.ofEverything(actor)),
                        "call with bids");
    }

    private static Map<String, Ranking.Place> places(CallTerms terms, List<Row> rows) {
        Map<String, Ranking.Place> places = new HashMap<>();
        Ranking.of(
                        terms.criteria(),
                        rows.stream()
                                .map(row -> new Ranking.Scored(row.bid().bidId(), row.scores()))
                                .toList())
                .stream()
                .filter(place -> place.rank() > 0)
                .forEach(place -> places.put(place.bidId(), place));
        return places;
    }

    private static ComparedBid ranked(ComparedBid bid, Ranking.@Nullable Place place) {
        return new ComparedBid(
                bid.bidId(),
                bid.applicant(),
                bid.applicantName(),
                bid.partners(),
                bid.title(),
                bid.place(),
                bid.state(),
                bid.standing(),
                bid.recovery(),
                bid.asked(),
                place,
                bid.invited(),
                bid.done());
    }

    private static Comparator<ComparedBid> order(BidsSideBySide query) {
        BidOrder by = query.order() == null ? BidOrder.RANK : query.order();
        Comparator<ComparedBid> order = switch (by) {
            case RANK -> Comparator.comparingInt(SideBySideAnswers::rank);
            case ORGANISATION -> Comparator.comparing(bid -> bid.applicantName().toLowerCase(java.util.Locale.UK));
            case ASKED -> Comparator.comparingLong(bid -> bid.recovery().askedPence());
            case FULL_COST -> Comparator.comparingLong(bid -> bid.recovery().fullCostPence());
            case GAP -> Comparator.comparingLong(bid -> bid.recovery().gapPence());
            case RECOVERY -> SideBySideAnswers::byRecovery;
        };
        // Bids without a rank stay last whichever way round.
        return by == BidOrder.RANK && query.upsideDown()
                ? Comparator.comparing((ComparedBid bid) -> bid.rank() == null).thenComparing(order.reversed())
                : query.upsideDown() ? order.reversed() : order;
    }

    private static int rank(ComparedBid bid) {
        Ranking.Place place = bid.rank();
        return place == null ? Integer.MAX_VALUE : place.rank();
    }

    /** Exactly, as fractions of what it costs. */
    private static int byRecovery(ComparedBid one, ComparedBid other) {
        return product(one.recovery().paidPence(), other.recovery().fullCostPence())
                .compareTo(product(other.recovery().paidPence(), one.recovery().fullCostPence()));
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    private static String searched(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "position(lower(:search) IN lower(" + column + ")) > 0 OR word_similarity(:search, "
                        + column + ") >= 0.45")
                .collect(java.util.stream.Collectors.joining(" OR ", "(", ")"));
    }

    private static Row row(ResultSet row) throws SQLException {
        String asked = Objects.requireNonNullElse(row.getString("asked"), "[]");
        String scores = Objects.requireNonNullElse(row.getString("scores"), "[]");
        ComparedBid bid = new ComparedBid(
                Columns.text(row, "bid_id"),
                Columns.text(row, "applicant"),
                Columns.text(row, "applicant_name"),
                BidBudgets.partners(row),
                Columns.text(row, "title"),
                Columns.text(row, "place"),
                Columns.word(row, "state", BidState.class),
                Columns.word(row, "standing", ByAndForStanding.class),
                new Recovery(row.getLong("full_cost_pence"), row.getLong("asked_pence"), row.getLong("other_pence")),
                Arrays.asList(Json.mapper().readValue(asked, YearAmount[].class)),
                null,
                row.getInt("invited"),
                row.getInt("done"));
        return new Row(
                bid,
                Arrays.stream(Json.mapper().readValue(scores, Score[][].class))
                        .map(Arrays::asList)
                        .toList(),
                row.getBoolean("found"));
    }
}
