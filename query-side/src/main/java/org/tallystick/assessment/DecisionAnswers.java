package org.tallystick.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.RankedBid;
import org.tallystick.assessment.AssessmentQuery.RankingOf;
import org.tallystick.assessment.AssessmentQuery.RecommendedBid;
import org.tallystick.assessment.Ranking.Scored;
import org.tallystick.bid.BidBudgets;
import org.tallystick.bid.Budget;
import org.tallystick.bid.JointCost;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** The ranking of bids, and what is recommended and decided: for the body that holds the call, and auditors. */
public final class DecisionAnswers {

    private static final String BIDS = "bid b LEFT JOIN organisation o ON o.organisation_id = b.applicant";
    private static final String BID_COLUMNS =
            "b.*, COALESCE(o.name, b.applicant) AS applicant_name, " + BidBudgets.COLUMN + ", " + BidBudgets.PARTNERS;
    private static final String RECEIVED =
            "b.call_id = :call AND b.state IN ('SUBMITTED', 'AWARDED', 'RESERVED', 'DECLINED', 'INELIGIBLE')";

    private final DataSource source;

    /** Over the live read models. */
    public DecisionAnswers(DataSource source) {
        this.source = source;
    }

    /** Whoever still has a bid of the call to assess does not learn before that how others scored. */
    @QueryHandler
    List<RankedBid> ranking(
            RankingOf query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        CallTerms terms = closedCall(query.callId(), actor)
                .where("NOT EXISTS (SELECT FROM assessment m WHERE m.call_id = c.call_id AND m.assessor = :person"
                        + " AND m.state IN ('INVITED', 'ACCEPTED'))")
                .only("c.terms", (row, _) -> terms(row), "ranking");
        Map<String, Received> bids = received(query.callId());
        Map<String, List<List<Score>>> scores = scores(query.callId());
        List<Scored> scored = bids.keySet().stream()
                .map(bidId -> new Scored(bidId, scores.getOrDefault(bidId, List.of())))
                .toList();
        return Ranking.of(terms.criteria(), scored).stream()
                .map(place -> {
                    Received bid = Objects.requireNonNull(bids.get(place.bidId()));
                    return new RankedBid(
                            place.bidId(), bid.applicant(), bid.applicantName(), bid.title(), bid.askedPence(), place);
                })
                .toList();
    }

    @QueryHandler
    DecisionView decision(
            DecisionOf query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        GrantCallState state = closedCall(query.callId(), actor)
                .only("c.state", (row, _) -> Columns.word(row, "state", GrantCallState.class), "decision");
        return Rows.of(source, "call_decision d")
                .with("call", query.callId())
                .where("d.call_id = :call")
                .one("d.*", (row, _) -> decision(row, query.callId(), state))
                .orElseGet(() -> new DecisionView(query.callId(), state, 0, null, null, List.of()));
    }

    /** A call that has closed, for those who may see what is decided about it. */
    Rows closedCall(String callId, Actor actor) {
        return Rows.of(source, "grant_call c")
                .with("me", actor.organisationId())
                .with("person", actor.personId())
                .with("call", callId)
                .where("c.call_id = :call AND c.state NOT IN ('DRAFTED', 'SCHEDULED', 'OPEN', 'WITHDRAWN')")
                .where(Sight.ofEverything(actor) ? "TRUE" : "c.holder = :me");
    }

    private DecisionView decision(ResultSet row, String callId, GrantCallState state) throws SQLException {
        Map<String, Received> bids = received(callId);
        List<RecommendedBid> recommended = Arrays.stream(
                        Json.mapper().readValue(row.getString("recommendations"), Recommendation[].class))
                .map(recommendation -> recommended(recommendation, bids.get(recommendation.bidId())))
                .toList();
        return new DecisionView(
                callId,
                state,
                row.getInt("version"),
                row.getString("recommended_by"),
                row.getString("approved_by"),
                recommended);
    }

    /** A bid that was withdrawn since stays in the list without anything of it. */
    static RecommendedBid recommended(Recommendation recommendation, @Nullable Received bid) {
        if (bid == null) {
            return new RecommendedBid(recommendation.bidId(), "", "", "", 0, 0, 0, List.of(), recommendation);
        }
        return new RecommendedBid(
                recommendation.bidId(),
                bid.applicant(),
                bid.applicantName(),
                bid.title(),
                bid.askedPence(),
                bid.askedPence() - recommendation.totalPence(),
                gapPence(bid, recommendation),
                BidBudgets.shares(bid.applicantName(), bid.partners(), bid.budgets(), recommendation.amounts()),
                recommendation);
    }

    private static long gapPence(Received bid, Recommendation recommendation) {
        try {
            return JointCost.of(Recommendations.paid(bid.budgets(), recommendation.amounts()))
                    .recovery()
                    .gapPence();
        } catch (Rejection _) {
            return 0;
        }
    }

    /** By bid, of the whole call at once. */
    private Map<String, List<List<Score>>> scores(String callId) {
        Map<String, List<List<Score>>> scores = new HashMap<>();
        Rows.of(source, "assessment s")
                .with("call", callId)
                .where("s.call_id = :call AND s.state = 'SUBMITTED'")
                .all(
                        "s.bid_id, s.scores",
                        "s.assessment_id",
                        (row, _) -> scores.computeIfAbsent(Columns.text(row, "bid_id"), _ -> new ArrayList<>())
                                .add(AssessmentAnswers.scores(row)));
        return scores;
    }

    /** A bid that was sent. */
    record Received(
            String applicant,
            String applicantName,
            String title,
            long askedPence,
            List<Budget> budgets,
            List<String> partners) {}

    /** The bids of a call that were sent, by their ids. */
    Map<String, Received> received(String callId) {
        Map<String, Received> bids = new LinkedHashMap<>();
        Rows.of(source, BIDS)
                .with("call", callId)
                .where(RECEIVED)
                .all(
                        BID_COLUMNS,
                        "lower(o.name), b.bid_id",
                        (row, _) -> bids.put(Columns.text(row, "bid_id"), received(row)));
        return bids;
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(
                Columns.text(row, "applicant"),
                Columns.text(row, "applicant_name"),
                Columns.text(row, "title"),
                row.getLong("asked_pence"),
                BidBudgets.of(row),
                BidBudgets.partners(row));
    }

    static CallTerms terms(ResultSet row) throws SQLException {
        return Json.mapper().readValue(row.getString("terms"), CallTerms.class);
    }
}
