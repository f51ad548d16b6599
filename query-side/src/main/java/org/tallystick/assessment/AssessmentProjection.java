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

    private static final String SET = "UPDATE read.assessment SET ";
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
                || event == GrantCallEvent.DecisionApproved.class;
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
                            "UPDATE read.call_decision SET approved_by = ?, approved_on = ? WHERE call_id = ?",
                            recorded.actorId(),
                            recorded.effectiveOn(),
                            e.callId());
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
                        "INSERT INTO read.assessment (assessment_id, call_id, bid_id, assessor, assessor_organisation,"
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

    private static void recommended(Writes writes, Recorded recorded, GrantCallEvent.AwardsRecommended event) {
        writes.add(
                "INSERT INTO read.call_decision AS d (call_id, version, recommendations, recommended_by, recommenders,"
                        + " recommended_on) VALUES (?, ?, ?::jsonb, ?, ARRAY[?::text], ?) ON CONFLICT (call_id) DO UPDATE"
                        + " SET version = excluded.version, recommendations = excluded.recommendations,"
                        + " recommended_by = excluded.recommended_by, recommended_on = excluded.recommended_on,"
                        + " recommenders = d.recommenders || excluded.recommenders",
                event.callId(),
                event.version(),
                Json.mapper().writeValueAsString(event.recommendations()),
                recorded.actorId(),
                recorded.actorId(),
                recorded.effectiveOn());
    }
}
