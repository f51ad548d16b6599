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
import org.tallystick.bid.BidQuery.BudgetView;
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
import org.tallystick.platform.Rejection;
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
    private final PoolsElsewhere pools;

    /** Over the live read models. */
    public BidAnswers(DataSource source) {
        this.source = source;
        this.pools = new PoolsElsewhere(source);
    }

    @QueryHandler
    Paged<BidSummary> bids(Bids query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return BidSight.of(source, actor)
                .whereGiven("b.call_id = :call", "call", query.callId())
                .whereGiven(BidSight.state(actor) + " = :state", "state", query.state())
                .page(columns(actor), NEXT_FIRST, new Paged.Request(query.page(), query.size()), (row, _) -> line(row));
    }

    @QueryHandler
    BidView bid(OneBid query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return BidSight.of(source, actor)
                .with("id", query.bidId())
                .where("b.bid_id = :id")
                .only(columns(actor), (row, _) -> view(row, actor), "bid");
    }

    /** What was sent was complete; of other bids it has to be worked out. */
    private BidSummary line(ResultSet row) throws SQLException {
        BidState state = Columns.word(row, "state", BidState.class);
        if (state == BidState.SUBMITTED || state.isDecided()) {
            int parts = BidTask.count(terms(row));
            return summary(row, parts, parts);
        }
        BidParts parts = BidParts.of(source, Columns.text(row, "bid_id"), false);
        return summary(row, tasks(row, parts.content()));
    }

    private static String columns(Actor actor) {
        return COLUMNS + ", " + BidSight.state(actor) + " AS told_state";
    }

    private BidView view(ResultSet row, Actor actor) throws SQLException {
        boolean inside = BidSight.inside(actor, Columns.text(row, "applicant"));
        BidParts parts = BidParts.of(source, Columns.text(row, "bid_id"), inside);
        BidContent content = parts.content();
        CallTerms terms = terms(row);
        List<BidTask> tasks = tasks(row, content);
        return new BidView(
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
                budget(row, parts, content.budget(), inside),
                certification(row, inside),
                inside ? Columns.text(row, "withdrawn_because") : "",
                inside && !Sight.ofEverything(actor) ? row.getObject("hours_reported", Integer.class) : null,
                outcome(row, content.budget()));
    }

    private List<BidTask> tasks(ResultSet row, BidContent content) throws SQLException {
        return BidTask.of(terms(row), content, BidParts.profiles(source, Columns.text(row, "applicant")));
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

    private BudgetView budget(ResultSet row, BidParts parts, @Nullable Budget budget, boolean inside)
            throws SQLException {
        FullCost cost = null;
        String fault = "";
        try {
            cost = budget == null ? null : FullCost.of(budget);
        } catch (Rejection refused) {
            fault = refused.sentence();
        }
        List<PoolShare> elsewhere = pools.of(Columns.text(row, "applicant"), Columns.text(row, "bid_id"));
        List<PoolShare> ours = cost == null ? List.of() : cost.poolShares();
        return new BudgetView(
                parts.saved(BidPart.BUDGET),
                budget,
                cost,
                fault,
                inside
                        ? elsewhere.stream()
                                .filter(share -> isOfAny(share, ours))
                                .toList()
                        : List.of(),
                PoolShare.overruns(ours, elsewhere));
    }

    private static boolean isOfAny(PoolShare share, List<PoolShare> ours) {
        return ours.stream()
                .anyMatch(own -> own.financialYear().equals(share.financialYear())
                        && own.pool().equals(share.pool()));
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

    private @Nullable OutcomeView outcome(ResultSet row, @Nullable Budget budget) throws SQLException {
        BidState state = Columns.word(row, "told_state", BidState.class);
        if (!state.isDecided()) {
            return null;
        }
        List<YearAmount> amounts = Arrays.asList(Json.mapper().readValue(row.getString("amounts"), YearAmount[].class));
        long gap = budget == null || state != BidState.AWARDED
                ? 0
                : FullCost.of(Recommendations.paid(budget, amounts)).recovery().gapPence();
        return new OutcomeView(
                state, Columns.text(row, "outcome_reason"), row.getString("award_id"), amounts, gap, feedback(row));
    }

    /** By criterion, without the names of those who scored. */
    private List<CriterionFeedback> feedback(ResultSet row) throws SQLException {
        List<Score> scores = Rows.of(source, "read.assessment s")
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
