package org.tallystick.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.tallystick.assessment.AssessmentQuery.AssessmentSummary;
import org.tallystick.assessment.AssessmentQuery.AssessmentView;
import org.tallystick.assessment.AssessmentQuery.Assessments;
import org.tallystick.assessment.AssessmentQuery.OneAssessment;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Role;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** Answers about assessments: whose scores somebody may read, and when. */
public final class AssessmentAnswers {

    private static final String ASSESSMENTS = "assessment s JOIN bid b ON b.bid_id = s.bid_id"
            + " JOIN grant_call c ON c.call_id = s.call_id"
            + " LEFT JOIN organisation o ON o.organisation_id = b.applicant";
    private static final String COLUMNS = "s.*, c.title AS call_title, c.terms, b.title AS bid_title, b.applicant,"
            + " COALESCE(o.name, b.applicant) AS applicant_name";
    private static final String WAITING_FIRST =
            "CASE s.state WHEN 'INVITED' THEN 1 WHEN 'ACCEPTED' THEN 2 ELSE 3 END, s.invited_at, s.assessment_id";

    private static final String MINE =
            "EXISTS (SELECT FROM assessment m WHERE m.bid_id = s.bid_id AND m.assessor = :person AND m.state IN ";

    private final DataSource source;

    /** Over the live read models. */
    public AssessmentAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    Paged<AssessmentSummary> assessments(
            Assessments query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        Rows seen = seenBy(actor);
        if (actor.role() == Role.ASSESSOR && query.bidId() == null) {
            seen = seen.where("s.assessor = :person");
        }
        return seen.whereGiven("s.call_id = :call", "call", query.callId())
                .whereGiven("s.bid_id = :bid", "bid", query.bidId())
                .whereGiven("s.state = :state", "state", query.state())
                .page(COLUMNS, WAITING_FIRST, new Paged.Request(query.page(), query.size()), (row, _) -> summary(row));
    }

    @QueryHandler
    AssessmentView assessment(
            OneAssessment query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return seenBy(actor)
                .with("id", query.assessmentId())
                .where("s.assessment_id = :id")
                .only(COLUMNS + ", " + scoresSeenBy(actor) + " AS scores_seen", (row, _) -> view(row), "assessment");
    }

    private Rows seenBy(Actor actor) {
        return Rows.of(source, ASSESSMENTS)
                .with("me", actor.organisationId())
                .with("person", actor.personId())
                .where(condition(actor));
    }

    private static String condition(Actor actor) {
        if (Sight.ofEverything(actor)) {
            return "TRUE";
        }
        return actor.role() == Role.ASSESSOR
                ? "(s.assessor = :person OR (s.state = 'SUBMITTED' AND " + MINE + "('SUBMITTED'))))"
                : "c.holder = :me";
    }

    /** The body that holds the call reads scores that are given; nobody those of others before their own. */
    private static String scoresSeenBy(Actor actor) {
        if (Sight.ofEverything(actor) || actor.role() == Role.ASSESSOR) {
            return "TRUE";
        }
        return "(s.state = 'SUBMITTED' AND NOT " + MINE + "('INVITED', 'ACCEPTED')))";
    }

    private static AssessmentView view(ResultSet row) throws SQLException {
        boolean seen = row.getBoolean("scores_seen");
        List<Score> scores = seen ? scores(row) : List.of();
        CallTerms terms = Json.mapper().readValue(row.getString("terms"), CallTerms.class);
        return new AssessmentView(
                summary(row), seen ? row.getInt("version") : 0, scores, Ranking.points(terms.criteria(), scores));
    }

    static List<Score> scores(ResultSet row) throws SQLException {
        return Arrays.asList(Json.mapper().readValue(row.getString("scores"), Score[].class));
    }

    private static AssessmentSummary summary(ResultSet row) throws SQLException {
        return new AssessmentSummary(
                Columns.text(row, "assessment_id"),
                Columns.text(row, "call_id"),
                Columns.text(row, "call_title"),
                Columns.text(row, "bid_id"),
                Columns.text(row, "bid_title"),
                Columns.text(row, "applicant"),
                Columns.text(row, "applicant_name"),
                Columns.text(row, "assessor"),
                Columns.word(row, "state", AssessmentState.class),
                Columns.instant(row, "invited_at"));
    }
}
