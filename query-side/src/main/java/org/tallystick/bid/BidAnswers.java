package org.tallystick.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendations;
import org.tallystick.assessment.Score;
import org.tallystick.assessment.YearAmount;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.Bids;
import org.tallystick.bid.BidQuery.CertificationView;
import org.tallystick.bid.BidQuery.CriterionFeedback;
import org.tallystick.bid.BidQuery.EligibilityView;
import org.tallystick.bid.BidQuery.OneBid;
import org.tallystick.bid.BidQuery.OutcomeView;
import org.tallystick.bid.BidQuery.ProjectView;
import org.tallystick.bid.BidQuery.QuestionView;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;

/** Answers about bids. */
public final class BidAnswers {

    private static final String COLUMNS = "b.*, c.title AS call_title, c.state AS call_state, c.closes_at, c.terms,"
            + " c.version AS call_version, COALESCE(o.name, b.applicant) AS applicant_name";

    /** What can still be sent, the next to close first; then the others, the latest first. */
    private static final String NEXT_FIRST = "CASE WHEN b.state IN ('STARTED', 'READY') THEN 1 ELSE 2 END,"
            + " CASE WHEN b.state IN ('STARTED', 'READY') THEN c.closes_at END, c.closes_at DESC, lower(o.name), b.bid_id";

    private final DataSource source;
    private final BudgetViews budgets;

    /** Over the live read models. */
    public BidAnswers(DataSource source) {
        this.source = source;
        this.budgets = new BudgetViews(source);
    }

    @QueryHandler
    Paged<BidSummary> bids(Bids query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return BidSight.of(source, actor)
                .whereGiven("b.call_id = :call", "call", query.callId())
                .whereGiven(BidSight.state(actor) + " = :state", "state", query.state())
                .page(
                        columns(actor),
                        NEXT_FIRST,
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> line(row, actor));
    }

    @QueryHandler
    BidView bid(OneBid query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return BidSight.one(source, actor, query.bidId())
                .only(columns(actor) + ", " + BidSight.asPartner(actor), (row, _) -> view(row, actor), "bid");
    }

    /** What was sent was complete; of other bids it has to be worked out. */
    private BidSummary line(ResultSet row, Actor actor) throws SQLException {
        BidState state = Columns.word(row, "state", BidState.class);
        if (state == BidState.SUBMITTED || state.isDecided()) {
            int parts = BidTask.count(terms(row), row.getInt("partners"));
            return summary(row, parts, parts);
        }
        return summary(row, tasks(row, parts(row, actor)));
    }

    private BidParts parts(ResultSet row, Actor actor) throws SQLException {
        return BidParts.of(source, Columns.text(row, "bid_id"), Columns.text(row, "applicant"), actor);
    }

    private static String columns(Actor actor) {
        return COLUMNS + ", (SELECT count(*) FROM bid_partner q WHERE q.bid_id = b.bid_id"
                + " AND q.state IN ('INVITED', 'AGREED')) AS partners, " + BidSight.state(actor) + " AS told_state";
    }

    private BidView view(ResultSet row, Actor actor) throws SQLException {
        String bidId = Columns.text(row, "bid_id");
        String applicant = Columns.text(row, "applicant");
        boolean inside = BidSight.inside(actor, applicant);
        BidParts parts = parts(row, actor);
        BidContent content = parts.content();
        CallTerms terms = terms(row);
        List<BidTask> tasks = tasks(row, parts);
        OutcomeView outcome = outcome(row, content.budgets());
        String sight = row.getString("sight");
        BidView all = new BidView(
                summary(row, tasks),
                row.getInt("version"),
                row.getInt("call_version"),
                tasks,
                new EligibilityView(
                        parts.saved(BidPart.ELIGIBILITY),
                        content.eligibility(),
                        Eligibility.of(terms.eligibility(), content.eligibility())),
                new ProjectView(parts.saved(BidPart.PROJECT), content.project()),
                questions(terms, parts, content),
                budgets.of(bidId, applicant, parts.saved(BidPart.BUDGET), content.budget(), inside),
                certification(row, inside),
                inside ? Columns.text(row, "withdrawn_because") : "",
                inside && !Sight.ofEverything(actor) ? row.getObject("hours_reported", Integer.class) : null,
                outcome,
                budgets.partners(bidId, parts, outcome == null ? List.of() : outcome.amounts(), actor),
                sight == null ? null : PartnerSight.valueOf(sight));
        return all.sight() == PartnerSight.OWN_PART ? OwnPart.of(all, actor.organisationId()) : all;
    }

    private List<BidTask> tasks(ResultSet row, BidParts parts) throws SQLException {
        return BidTask.of(terms(row), parts.content(), parts.parties(source));
    }

    private static CallTerms terms(ResultSet row) throws SQLException {
        return Json.mapper().readValue(row.getString("terms"), CallTerms.class);
    }

    private static List<QuestionView> questions(CallTerms terms, BidParts parts, BidContent content) {
        List<String> asked =
                terms.questions().stream().map(CallTerms.Question::text).toList();
        List<String> former = new ArrayList<>(parts.answered());
        former.removeAll(asked);
        return Stream.concat(
                        terms.questions().stream()
                                .map(question -> question(question.text(), question.mostWords(), parts, content)),
                        former.stream().map(question -> question(question, 0, parts, content)))
                .toList();
    }

    private static QuestionView question(String question, int mostWords, BidParts parts, BidContent content) {
        String text = content.answers().getOrDefault(question, "");
        return new QuestionView(parts.saved(BidPart.QUESTION, question), question, mostWords, WordCount.of(text), text);
    }

    private static @Nullable CertificationView certification(ResultSet row, boolean inside) throws SQLException {
        return row.getObject("certified_at") == null
                ? null
                : new CertificationView(
                        inside ? Columns.text(row, "certified_by") : null,
                        Columns.instant(row, "certified_at"),
                        Columns.text(row, "statement"),
                        row.getInt("certified_call_version"));
    }

    private @Nullable OutcomeView outcome(ResultSet row, List<Budget> all) throws SQLException {
        BidState state = Columns.word(row, "told_state", BidState.class);
        if (!state.isDecided()) {
            return null;
        }
        List<YearAmount> amounts = Arrays.asList(Json.mapper().readValue(row.getString("amounts"), YearAmount[].class));
        long gap = state != BidState.AWARDED
                ? 0
                : JointCost.of(Recommendations.paid(all, amounts)).recovery().gapPence();
        return new OutcomeView(
                state, Columns.text(row, "outcome_reason"), row.getString("award_id"), amounts, gap, feedback(row));
    }

    /** By criterion, without the names of those who scored. */
    private List<CriterionFeedback> feedback(ResultSet row) throws SQLException {
        List<Score> scores = Rows.of(source, "assessment s")
                .with("bid", Columns.text(row, "bid_id"))
                .where("s.bid_id = :bid AND s.state = 'SUBMITTED'")
                .all("s.scores", "md5(s.assessment_id)", (r, _) -> r.getString("scores"))
                .stream()
                .flatMap(json -> Arrays.stream(Json.mapper().readValue(json, Score[].class)))
                .toList();
        return terms(row).criteria().stream()
                .map(criterion -> new CriterionFeedback(
                        criterion.name(),
                        scores.stream()
                                .filter(score -> score.criterion().equals(criterion.name()))
                                .map(Score::reason)
                                .toList()))
                .toList();
    }

    private static BidSummary summary(ResultSet row, List<BidTask> tasks) throws SQLException {
        return summary(
                row, tasks.size(), (int) tasks.stream().filter(BidTask::done).count());
    }

    private static BidSummary summary(ResultSet row, int tasks, int tasksDone) throws SQLException {
        return new BidSummary(
                Columns.text(row, "bid_id"),
                Columns.text(row, "call_id"),
                Columns.text(row, "call_title"),
                Columns.word(row, "call_state", GrantCallState.class),
                Columns.instant(row, "closes_at"),
                Columns.text(row, "applicant"),
                Columns.text(row, "applicant_name"),
                Columns.text(row, "title"),
                Columns.word(row, "told_state", BidState.class),
                row.getLong("asked_pence"),
                row.getLong("full_cost_pence"),
                tasks,
                tasksDone,
                row.getObject("submitted_at") == null ? null : Columns.instant(row, "submitted_at"));
    }
}
