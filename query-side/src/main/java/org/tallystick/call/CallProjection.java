package org.tallystick.call;

import java.util.List;
import javax.sql.DataSource;
import org.tallystick.platform.Json;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;
import org.tallystick.platform.Writes;

/** Keeps calls, their versions, and what was asked about them. */
public final class CallProjection implements Projection {

    private static final String CALL = "UPDATE grant_call SET ";
    private static final String OF_CALL = " WHERE call_id = ?";

    private final DataSource source;

    /** Into the live read models. */
    public CallProjection(DataSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "call";
    }

    @Override
    public boolean handles(Class<?> event) {
        return GrantCallEvent.class.isAssignableFrom(event);
    }

    @Override
    public void project(List<Recorded> events) {
        Writes writes = new Writes(source);
        for (Recorded recorded : events) {
            write(writes, recorded, (GrantCallEvent) recorded.event());
        }
        writes.flush();
    }

    private static void write(Writes writes, Recorded recorded, GrantCallEvent event) {
        String call = event.callId();
        switch (event) {
            case GrantCallEvent.CallDrafted e -> {
                drafted(writes, recorded, e);
                written(writes, recorded, e);
            }
            case GrantCallEvent.CallRedrafted e -> written(writes, recorded, e);
            case GrantCallEvent.CallAmended e -> {
                longer(writes, recorded, e);
                written(writes, recorded, e);
                writes.add(
                        "INSERT INTO call_version VALUES (?, ?, ?, ?)",
                        call,
                        e.version(),
                        recorded.recordedAt(),
                        recorded.reason());
            }
            case GrantCallEvent.CallApproved e ->
                writes.add(
                        CALL + "state = 'SCHEDULED', announced = true, finding = ?::jsonb, long_because = ?" + OF_CALL,
                        Json.mapper().writeValueAsString(e.finding()),
                        recorded.reason().isEmpty() ? null : recorded.reason(),
                        call);
            case GrantCallEvent.CallOpened _ -> writes.add(CALL + "state = 'OPEN'" + OF_CALL, call);
            case GrantCallEvent.CallClosed _ -> writes.add(CALL + "state = 'CLOSED'" + OF_CALL, call);
            case GrantCallEvent.AssessmentBegun _ -> writes.add(CALL + "state = 'ASSESSING'" + OF_CALL, call);
            case GrantCallEvent.AwardsRecommended _,
                    GrantCallEvent.PromotionRecommended _,
                    GrantCallEvent.PromotionApproved _ -> {}
            case GrantCallEvent.DecisionApproved _ -> writes.add(CALL + "state = 'DECIDED'" + OF_CALL, call);
            case GrantCallEvent.ApplicantsInformed _ ->
                writes.add(CALL + "state = 'INFORMED', informed_on = ?" + OF_CALL, recorded.effectiveOn(), call);
            case GrantCallEvent.CallArchived _ -> writes.add(CALL + "state = 'ARCHIVED'" + OF_CALL, call);
            case GrantCallEvent.CallWithdrawn _ ->
                writes.add(CALL + "state = 'WITHDRAWN', withdrawn_because = ?" + OF_CALL, recorded.reason(), call);
            case GrantCallEvent.QuestionAsked e ->
                writes.add(
                        "INSERT INTO call_question (call_id, question_id, position, asked_at, text)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        call,
                        e.questionId(),
                        recorded.position(),
                        recorded.recordedAt(),
                        e.text());
            case GrantCallEvent.QuestionAnswered e ->
                writes.add(
                        "UPDATE call_question SET answer = ?, answered_at = ? WHERE call_id = ? AND question_id = ?",
                        e.answer(),
                        recorded.recordedAt(),
                        call,
                        e.questionId());
        }
    }

    /** Why it changes is also why it takes longer, where it does. */
    private static void longer(Writes writes, Recorded recorded, GrantCallEvent.CallAmended e) {
        writes.add(
                CALL + "long_because = ?" + OF_CALL + " AND effort_hours < ?",
                recorded.reason(),
                e.callId(),
                Effort.of(e.terms()).hours());
    }

    private static void drafted(Writes writes, Recorded recorded, GrantCallEvent.CallDrafted e) {
        writes.add(
                "INSERT INTO grant_call (call_id, holder, state, title, place, envelope_pence, ring_fence_pence,"
                        + " smallest_pence, largest_pence, months, opens_at, closes_at, version, terms, drafters,"
                        + " drafted_on) VALUES (?, ?, 'DRAFTED', '', '', 0, 0, 0, 0, 0, ?, ?, 0, '{}', '{}', ?)",
                e.callId(),
                e.holder(),
                e.terms().timetable().opensAt(),
                e.terms().timetable().closesAt(),
                recorded.effectiveOn());
    }

    private static void written(Writes writes, Recorded recorded, GrantCallEvent.Written e) {
        CallTerms terms = e.terms();
        writes.add(
                CALL + "title = ?, place = ?, envelope_pence = ?, ring_fence_pence = ?, smallest_pence = ?,"
                        + " largest_pence = ?, months = ?, opens_at = ?, closes_at = ?, version = ?, terms = ?::jsonb,"
                        + " effort_hours = ?, drafters = array_append(array_remove(drafters, ?::text), ?::text)"
                        + OF_CALL,
                terms.title(),
                terms.place(),
                terms.envelopePence(),
                terms.ringFencePence(),
                terms.smallestPence(),
                terms.largestPence(),
                terms.months(),
                terms.timetable().opensAt(),
                terms.timetable().closesAt(),
                e.version(),
                Json.mapper().writeValueAsString(terms),
                Effort.of(terms).hours(),
                recorded.actorId(),
                recorded.actorId(),
                e.callId());
    }
}
