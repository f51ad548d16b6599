package org.tallystick.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.AssessmentQuery.EnvelopeLeft;
import org.tallystick.assessment.AssessmentQuery.PromotedBid;
import org.tallystick.assessment.AssessmentQuery.RecommendedBid;
import org.tallystick.assessment.AssessmentQuery.ReserveOf;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.assessment.DecisionAnswers.Received;
import org.tallystick.call.CallTerms;
import org.tallystick.call.CallTerms.Envelope;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.registry.ByAndFor;

/** What is left of a call for bids in reserve, and who was promoted: for the body that holds the call, and auditors. */
public final class ReserveAnswers {

    private static final String HELD = "a.call_id = :call AND a.state NOT IN ('DECLINED', 'EXPIRED', 'RESCINDED')";

    private final DataSource source;
    private final DecisionAnswers decisions;

    /** Over the live read models. */
    public ReserveAnswers(DataSource source) {
        this.source = source;
        this.decisions = new DecisionAnswers(source);
    }

    private record Proposed(int version, String recommendedBy, boolean approved, PromotedBid bid) {}

    @QueryHandler
    ReserveView reserve(ReserveOf query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        String callId = query.callId();
        CallTerms terms = decisions
                .closedCall(callId, actor)
                .where("c.state IN ('INFORMED', 'ARCHIVED')")
                .only("c.terms", (row, _) -> DecisionAnswers.terms(row), "call of which applicants are told");
        List<Proposed> proposed = proposed(callId);
        @Nullable Proposed last = proposed.isEmpty() ? null : proposed.getLast();
        @Nullable Proposed waiting = last == null || last.approved() ? null : last;
        return new ReserveView(
                callId,
                last == null ? 0 : last.version(),
                waiting == null ? null : waiting.recommendedBy(),
                waiting == null ? null : waiting.bid().bid(),
                proposed.stream().filter(Proposed::approved).map(Proposed::bid).toList(),
                left(callId, terms),
                terms.envelopePence() - terms.ringFencePence() - givenToOthers(callId));
    }

    private List<Proposed> proposed(String callId) {
        Map<String, Received> bids = decisions.received(callId);
        return Rows.of(source, "call_promotion p")
                .with("call", callId)
                .where("p.call_id = :call")
                .all("p.*", "p.version", (row, _) -> proposed(row, bids));
    }

    private static Proposed proposed(ResultSet row, Map<String, Received> bids) throws SQLException {
        Recommendation recommendation = Json.mapper().readValue(row.getString("recommendation"), Recommendation.class);
        RecommendedBid bid = DecisionAnswers.recommended(recommendation, bids.get(recommendation.bidId()));
        return new Proposed(
                row.getInt("version"),
                Columns.text(row, "recommended_by"),
                row.getString("approved_by") != null,
                new PromotedBid(bid, Columns.dayOrNull(row, "approved_on")));
    }

    /** Each part of the envelope without the awards that did not come to nothing. */
    private List<EnvelopeLeft> left(String callId, CallTerms terms) {
        Map<String, Long> given = new HashMap<>();
        Rows.of(
                        source,
                        "award a CROSS JOIN LATERAL jsonb_to_recordset(a.sources)"
                                + " AS m(\"financialYear\" text, restriction text, \"amountPence\" bigint)")
                .with("call", callId)
                .where(HELD)
                .grouped(
                        "a.fund_id, m.\"financialYear\" AS year, m.restriction,"
                                + " sum(m.\"amountPence\")::bigint AS pence",
                        "1, 2, 3",
                        (row, _) -> given.put(
                                row.getString("fund_id") + "|" + row.getString("year") + "|"
                                        + row.getString("restriction"),
                                row.getLong("pence")));
        List<EnvelopeLeft> left = new ArrayList<>();
        for (Envelope part : terms.envelope()) {
            long taken = given.getOrDefault(part.fundId() + "|" + part.financialYear() + "|" + part.restriction(), 0L);
            left.add(new EnvelopeLeft(
                    part.fundId(),
                    part.financialYear(),
                    part.restriction(),
                    part.amountPence(),
                    part.amountPence() - taken));
        }
        return List.copyOf(left);
    }

    /** Awards to organisations that had no verified standing on the day of the decision. */
    private long givenToOthers(String callId) {
        return Rows.of(source, "award a")
                .with("call", callId)
                .where(HELD)
                .where(ByAndFor.on("a.recipient", "a.awarded_on") + " <> 'VERIFIED'")
                .only("COALESCE(sum(a.awarded_pence), 0)::bigint AS pence", (row, _) -> row.getLong("pence"), "sum");
    }
}
