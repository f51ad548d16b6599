package org.tallystick.assessment;

import java.util.List;
import javax.sql.DataSource;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.platform.Json;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps assessments with their scores, and what is recommended for the bids of a call. */
public final class AssessmentProjection implements Projection {

    private static final String SET = "UPDATE assessment SET ";
    private static final String OF = " WHERE assessment_id = ?";

    private final DataSource source;

    /** Into the live read models. */
    public AssessmentProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "assessment";
    }

    @Override
    public boolean handles(Class<?> event) {
        return AssessmentEvent.class.isAssignableFrom(event)
                || event == GrantCallEvent.AwardsRecommended.class
                || event == GrantCallEvent.DecisionApproved.class
                || event == GrantCallEvent.PromotionRecommended.class
                || event == GrantCallEvent.PromotionApproved.class;
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            switch (recorded.event()) {
                case AssessmentEvent e -> assessment(writes, recorded, e);
                case GrantCallEvent.AwardsRecommended e -> recommended(writes, recorded, e);
                case GrantCallEvent.DecisionApproved e ->
                    writes.add(
                            "UPDATE call_decision SET approved_by = ?, approved_on = ? WHERE call_id = ?",
                            recorded.actorId(),
                            recorded.effectiveOn(),
                            e.callId());
                case GrantCallEvent.PromotionRecommended e -> promotion(writes, recorded, e);
                case GrantCallEvent.PromotionApproved e ->
                    writes.add(
                            "UPDATE call_promotion SET approved_by = ?, approved_on = ?"
                                    + " WHERE call_id = ? AND version = ?",
                            recorded.actorId(),
                            recorded.effectiveOn(),
                            e.callId(),
                            e.version());
                default -> throw new IllegalArgumentException("Not handled here: " + recorded.event());
            }
        }
        writes.flush();
    }

    private static void assessment(Writes writes, Recorded recorded, AssessmentEvent event) {
        String id = event.assessmentId();
        switch (event) {
            case AssessmentEvent.AssessorInvited e ->
                writes.add(
                        "INSERT INTO assessment (assessment_id, call_id, bid_id, assessor, assessor_organisation,"
                                + " state, invited_at, since) VALUES (?, ?, ?, ?, ?, 'INVITED', ?, ?)",
                        id,
                        e.callId(),
                        e.bidId(),
                        e.assessorId(),
                        e.assessorOrganisationId(),
                        recorded.recordedAt(),
                        recorded.effectiveOn());
            case AssessmentEvent.ScoresSaved e ->
                writes.add(
                        SET + "version = ?, scores = ?::jsonb" + OF,
                        e.version(),
                        Json.mapper().writeValueAsString(e.scores()),
                        id);
            case AssessmentEvent.AssessmentAccepted _ -> state(writes, id, AssessmentState.ACCEPTED);
            case AssessmentEvent.AssessmentDeclined _ -> state(writes, id, AssessmentState.DECLINED);
            case AssessmentEvent.AssessmentRecused _ -> state(writes, id, AssessmentState.RECUSED);
            case AssessmentEvent.AssessmentSubmitted _ -> state(writes, id, AssessmentState.SUBMITTED);
        }
    }

    private static void state(Writes writes, String id, AssessmentState state) {
        writes.add(SET + "state = ?" + OF, state, id);
    }

    /** Two statements, so that two recommendations in a row are not sent together: the later builds on the first. */
    private static void recommended(Writes writes, Recorded recorded, GrantCallEvent.AwardsRecommended event) {
        writes.add(
                "INSERT INTO call_decision (call_id, version, recommendations, recommended_by, recommenders,"
                        + " recommended_on) VALUES (?, 0, '[]', '', '{}', ?) ON CONFLICT DO NOTHING",
                event.callId(),
                recorded.effectiveOn());
        writes.add(
                "UPDATE call_decision SET version = ?, recommendations = ?::jsonb, recommended_by = ?,"
                        + " recommenders = recommenders || ?::text, recommended_on = ? WHERE call_id = ?",
                event.version(),
                Json.mapper().writeValueAsString(event.recommendations()),
                recorded.actorId(),
                recorded.actorId(),
                recorded.effectiveOn(),
                event.callId());
    }

    /** Who recommended something else before, which nobody approved, has had a hand in it too. */
    private static void promotion(Writes writes, Recorded recorded, GrantCallEvent.PromotionRecommended event) {
        writes.add(
                "INSERT INTO call_promotion (call_id, version, recommendation, recommended_by, recommenders,"
                        + " recommended_on) VALUES (?, ?, ?::jsonb, ?, ARRAY[?::text], ?)",
                event.callId(),
                event.version(),
                Json.mapper().writeValueAsString(event.recommendation()),
                recorded.actorId(),
                recorded.actorId(),
                recorded.effectiveOn());
        writes.add(
                "UPDATE call_promotion n SET recommenders = before.recommenders || n.recommenders"
                        + " FROM call_promotion before WHERE n.call_id = ? AND n.version = ?"
                        + " AND before.call_id = n.call_id AND before.version = n.version - 1"
                        + " AND before.approved_by IS NULL",
                event.callId(),
                event.version());
    }
}
