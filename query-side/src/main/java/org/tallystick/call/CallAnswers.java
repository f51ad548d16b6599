package org.tallystick.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.Calls;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.call.GrantCallQuery.QuestionAndAnswer;
import org.tallystick.call.GrantCallQuery.Version;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** Answers about calls: announced ones are public, drafts are seen by the body that writes them and by auditors. */
public final class CallAnswers {

    static final String CALLS = "grant_call c LEFT JOIN organisation h ON h.organisation_id = c.holder";
    static final String COLUMNS = "c.*, COALESCE(h.name, c.holder) AS holder_name";
    private static final String SEARCHED = "(c.call_id = :search OR position(lower(:search) IN lower(c.title)) > 0"
            + " OR position(lower(:search) IN lower(h.name)) > 0 OR word_similarity(:search, c.title) >= 0.45"
            + " OR word_similarity(:search, h.name) >= 0.45 OR word_similarity(:search, c.place) >= 0.45)";

    /** What can still be bid for, the next to close first; then what is to come, what is written, and what is over. */
    private static final String NEXT_FIRST = "CASE c.state WHEN 'OPEN' THEN 1 WHEN 'SCHEDULED' THEN 2"
            + " WHEN 'DRAFTED' THEN 3 ELSE 4 END, CASE WHEN c.state IN ('OPEN', 'SCHEDULED') THEN c.closes_at END,"
            + " c.closes_at DESC, c.call_id";

    private final DataSource source;

    /** Over the live read models. */
    public CallAnswers(DataSource source) {
        this.source = source;
    }

    @QueryHandler
    Paged<CallSummary> calls(Calls query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return seenBy(actor)
                .whereGiven(SEARCHED, "search", query.search())
                .whereGiven("c.state = :state", "state", query.state())
                .whereGiven("c.holder = :holder", "holder", query.holder())
                .page(COLUMNS, NEXT_FIRST, new Paged.Request(query.page(), query.size()), (row, _) -> summary(row));
    }

    @QueryHandler
    CallView call(OneCall query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return seenBy(actor)
                .with("id", query.callId())
                .where("c.call_id = :id")
                .only(COLUMNS, (row, _) -> view(row, actor), "call");
    }

    private Rows seenBy(Actor actor) {
        return Rows.of(source, CALLS)
                .with("me", actor.organisationId())
                .where(Sight.calls(actor, "c.announced", "c.holder"));
    }

    private CallView view(ResultSet row, Actor actor) throws SQLException {
        CallSummary summary = summary(row);
        String finding = row.getString("finding");
        boolean inside = Sight.ofEverything(actor) || actor.actsFor(summary.holder());
        CallTerms terms = Json.mapper().readValue(row.getString("terms"), CallTerms.class);
        return new CallView(
                summary,
                row.getInt("version"),
                terms,
                fundNames(terms),
                finding == null ? null : Json.mapper().readValue(finding, Substance.Finding.class),
                row.getString("withdrawn_because"),
                row.getString("long_because"),
                inside ? Columns.texts(row, "drafters") : List.of(),
                versions(summary.callId()),
                questions(summary.callId()));
    }

    /** Also for those who may not see the funds: whose money a call gives is public with it. */
    private Map<String, String> fundNames(CallTerms terms) {
        Map<String, String> names = new TreeMap<>();
        Rows.of(source, "fund f")
                .with("ids", terms.funds())
                .where("f.fund_id IN (:ids)")
                .all(
                        "f.fund_id, f.name",
                        "f.fund_id",
                        (row, _) -> names.put(Columns.text(row, "fund_id"), Columns.text(row, "name")));
        return names;
    }

    private List<Version> versions(String callId) {
        return Rows.of(source, "call_version v")
                .with("id", callId)
                .where("v.call_id = :id")
                .all(
                        "v.*",
                        "v.version",
                        (row, _) -> new Version(
                                row.getInt("version"),
                                Columns.instant(row, "recorded_at"),
                                Columns.text(row, "reason")));
    }

    private List<QuestionAndAnswer> questions(String callId) {
        return Rows.of(source, "call_question q")
                .with("id", callId)
                .where("q.call_id = :id")
                .all("q.*", "q.position", (row, _) -> question(row));
    }

    private static QuestionAndAnswer question(ResultSet row) throws SQLException {
        @Nullable String answer = row.getString("answer");
        return new QuestionAndAnswer(
                Columns.text(row, "question_id"),
                Columns.instant(row, "asked_at"),
                Columns.text(row, "text"),
                answer,
                answer == null ? null : Columns.instant(row, "answered_at"));
    }

    static CallSummary summary(ResultSet row) throws SQLException {
        return new CallSummary(
                Columns.text(row, "call_id"),
                Columns.text(row, "title"),
                Columns.text(row, "holder"),
                Columns.text(row, "holder_name"),
                Columns.word(row, "state", GrantCallState.class),
                Columns.text(row, "place"),
                row.getLong("envelope_pence"),
                row.getLong("ring_fence_pence"),
                row.getLong("smallest_pence"),
                row.getLong("largest_pence"),
                row.getInt("months"),
                Columns.instant(row, "opens_at"),
                Columns.instant(row, "closes_at"));
    }
}
