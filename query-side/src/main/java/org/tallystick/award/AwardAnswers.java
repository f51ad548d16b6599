package org.tallystick.award;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.AwardQuery.Agreement;
import org.tallystick.award.AwardQuery.AgreementView;
import org.tallystick.award.AwardQuery.AwardSummary;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.award.AwardQuery.ClaimView;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.bid.BidBudgets;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Paged;
import org.tallystick.platform.QueryDispatcher;
import org.tallystick.platform.Rows;
import org.tallystick.platform.Sight;
import org.tallystick.platform.UkTime;

/** Answers about awards and payments. */
public final class AwardAnswers {

    private static final String AWARDS = "award a LEFT JOIN organisation r ON r.organisation_id = a.recipient"
            + " LEFT JOIN organisation g ON g.organisation_id = a.funder"
            + " LEFT JOIN fund f ON f.fund_id = a.fund_id";
    private static final String SUMMARY = "a.*, COALESCE(r.name, a.recipient) AS recipient_name,"
            + " COALESCE(g.name, a.funder) AS funder_name, COALESCE(f.name, a.fund_id) AS fund_name";
    private static final String SEARCHED = "(a.award_id = :search OR a.recipient = :search"
            + " OR position(lower(:search) IN lower(a.title)) > 0 OR position(lower(:search) IN lower(r.name)) > 0"
            + " OR word_similarity(:search, a.title) >= 0.45 OR word_similarity(:search, r.name) >= 0.45)";
    private static final String PAYMENTS =
            "payment p JOIN award a USING (award_id)" + " LEFT JOIN organisation r ON r.organisation_id = a.recipient";
    /** A published register does not say what was paid: what it planned is late only once it is being paid here. */
    private static final String IS_OVERDUE = "(p.due_on < :today AND p.state NOT IN ('PAID', 'LAPSED')"
            + " AND a.state IN ('ACTIVE', 'SUSPENDED') AND (a.source = '' OR p.state <> 'SCHEDULED'))";
    /** What is still to be done, the earliest due first; then what is done, the latest first. */
    private static final String OPEN_FIRST = "CASE WHEN p.state IN ('PAID', 'LAPSED') THEN NULL ELSE p.due_on END"
            + " NULLS LAST, p.due_on DESC, p.award_id, p.instalment";

    private static final String PAYMENT = "p.*, a.title, a.state AS award_state, a.fund_id, a.funder, a.recipient,"
            + " COALESCE(r.name, a.recipient) AS recipient_name, cardinality(p.approvers) AS approvals, " + IS_OVERDUE
            + " AS overdue";

    private final DataSource source;
    private final Clock clock;
    private final long twoApprovalsAbovePence;

    /** Over the live read models; payments of more than {@code twoApprovalsAbovePence} need two approvals. */
    public AwardAnswers(DataSource source, Clock clock, long twoApprovalsAbovePence) {
        this.source = source;
        this.clock = clock;
        this.twoApprovalsAbovePence = twoApprovalsAbovePence;
    }

    @QueryHandler
    Paged<AwardSummary> awards(
            Awards query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return Rows.of(source, AWARDS)
                .with("me", actor.organisationId())
                .where(Sight.awards(actor, "a.fund_id", "a.recipient"))
                .whereGiven(SEARCHED, "search", query.search())
                .whereGiven("a.fund_id = :fund", "fund", query.fundId())
                .whereGiven("a.funder = :funder", "funder", query.funder())
                .whereGiven("a.recipient = :recipient", "recipient", query.recipient())
                .whereGiven("a.state = :state", "state", query.state())
                .page(
                        SUMMARY,
                        "a.awarded_on DESC, a.award_id",
                        new Paged.Request(query.page(), query.size()),
                        (row, _) -> summary(row));
    }

    @QueryHandler
    AwardView award(OneAward query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return Rows.of(source, AWARDS)
                .with("me", actor.organisationId())
                .with("id", query.awardId())
                .where("a.award_id = :id")
                .where(Sight.awards(actor, "a.fund_id", "a.recipient"))
                .only(SUMMARY, (row, _) -> view(row, Sight.ofPayments(actor)), "award");
    }

    @QueryHandler
    Paged<PaymentView> payments(
            Payments query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        Rows rows = Rows.of(source, PAYMENTS)
                .with("me", actor.organisationId())
                .with("today", today())
                .where("a.signed")
                .where(Sight.awardsInFull(actor, "a.fund_id", "a.recipient"))
                .whereGiven("p.state = :state", "state", query.state());
        if (query.overdueOnly()) {
            rows.where(IS_OVERDUE);
        }
        return rows.page(PAYMENT, OPEN_FIRST, new Paged.Request(query.page(), query.size()), (row, _) -> payment(row));
    }

    @QueryHandler
    AgreementView agreement(
            Agreement query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        return Rows.of(source, "agreement t JOIN (SELECT " + SUMMARY + " FROM " + AWARDS + ") a USING (award_id)")
                .with("me", actor.organisationId())
                .with("id", query.awardId())
                .where("t.award_id = :id")
                .where(Sight.awardsInFull(actor, "a.fund_id", "a.recipient"))
                .whereGiven("t.version = :version", "version", query.version())
                .all(
                        "a.*, t.*, a.state AS state, t.state AS agreement_state",
                        "t.version DESC LIMIT 1",
                        (row, _) -> agreement(row, actor))
                .stream()
                .findFirst()
                .orElseThrow(() -> Rows.notFound("agreement"));
    }

    private AgreementView agreement(ResultSet row, Actor actor) throws SQLException {
        AwardSummary award = summary(row);
        boolean all = Sight.ofEverything(actor);
        List<LocalDate> reports = new ArrayList<>();
        for (Date day : (Date[]) row.getArray("reports_due").getArray()) {
            reports.add(day.toLocalDate());
        }
        return new AgreementView(
                award,
                row.getInt("version"),
                row.getInt("agreement_version"),
                Json.mapper().readValue(row.getString("terms"), AgreementTerms.class),
                Columns.word(row, "reporting", Reporting.class),
                reports,
                Columns.day(row, "offered_on"),
                all || actor.actsFor(award.funder()) ? row.getString("offered_by") : null,
                Columns.day(row, "expires_on"),
                Columns.word(row, "agreement_state", AgreementState.class),
                Columns.dayOrNull(row, "signed_on"),
                all || actor.actsFor(award.recipient()) ? row.getString("signed_by") : null,
                schedule(award.awardId()));
    }

    private AwardView view(ResultSet row, boolean inFull) throws SQLException {
        AwardSummary summary = summary(row);
        long lapsedPence = row.getLong("lapsed_pence");
        long obligatedPence = row.getBoolean("signed") ? summary.awardedPence() - summary.paidPence() - lapsedPence : 0;
        return new AwardView(
                summary,
                Columns.text(row, "purpose"),
                row.getString("call_id"),
                obligatedPence,
                row.getLong("returned_pence"),
                lapsedPence,
                row.getObject("full_cost_pence", Long.class),
                inFull ? gaps(summary.awardId()) : List.of(),
                inFull ? shares(summary.awardId()) : List.of(),
                row.getInt("agreement_version"),
                Columns.dayOrNull(row, "offer_expires_on"),
                Columns.dayOrNull(row, "starts_on"),
                Columns.dayOrNull(row, "ends_on"),
                Columns.text(row, "programme"),
                Columns.text(row, "source"),
                inFull ? List.of(Json.mapper().readValue(row.getString("sources"), Slice[].class)) : List.of(),
                inFull ? schedule(summary.awardId()) : List.of());
    }

    /** Of all its organisations together. */
    private List<Gap> gaps(String awardId) {
        return Rows.of(source, "award_gap g")
                .with("id", awardId)
                .where("g.award_id = :id")
                .grouped(
                        "g.financial_year, g.carrier, sum(g.amount_pence)::bigint AS amount_pence",
                        "g.financial_year, g.carrier ORDER BY g.financial_year, g.carrier",
                        (row, _) -> new Gap(
                                Columns.year(row, "financial_year"),
                                Columns.word(row, "carrier", GapCarrier.class),
                                row.getLong("amount_pence")));
    }

    /** Of a bid that several organisations made together. */
    private List<AwardShare> shares(String awardId) {
        return Rows.of(source, "bid b LEFT JOIN organisation o ON o.organisation_id = b.applicant")
                .with("id", awardId)
                .where("b.award_id = :id")
                .one(
                        "b.amounts, COALESCE(o.name, b.applicant) AS lead_name, " + BidBudgets.COLUMN + ", "
                                + BidBudgets.PARTNERS,
                        (row, _) -> BidBudgets.shares(
                                Columns.text(row, "lead_name"),
                                BidBudgets.partners(row),
                                BidBudgets.of(row),
                                List.of(Json.mapper().readValue(row.getString("amounts"), YearAmount[].class))))
                .orElse(List.of());
    }

    private List<PaymentView> schedule(String awardId) {
        return Rows.of(source, PAYMENTS)
                .with("today", today())
                .with("id", awardId)
                .where("p.award_id = :id")
                .all(PAYMENT, "p.instalment", (row, _) -> payment(row));
    }

    private static AwardSummary summary(ResultSet row) throws SQLException {
        return new AwardSummary(
                Columns.text(row, "award_id"),
                Columns.text(row, "title"),
                Columns.text(row, "fund_id"),
                Columns.text(row, "fund_name"),
                Columns.text(row, "funder"),
                Columns.text(row, "funder_name"),
                Columns.text(row, "recipient"),
                Columns.text(row, "recipient_name"),
                Columns.word(row, "state", AwardState.class),
                Columns.day(row, "awarded_on"),
                row.getLong("awarded_pence"),
                row.getLong("paid_pence"));
    }

    private PaymentView payment(ResultSet row) throws SQLException {
        long amountPence = row.getLong("amount_pence");
        return new PaymentView(
                Columns.text(row, "award_id"),
                Columns.text(row, "title"),
                Columns.word(row, "award_state", AwardState.class),
                Columns.text(row, "fund_id"),
                Columns.text(row, "funder"),
                Columns.text(row, "recipient"),
                Columns.text(row, "recipient_name"),
                row.getInt("instalment"),
                Columns.day(row, "due_on"),
                amountPence,
                Columns.word(row, "state", PaymentState.class),
                row.getInt("approvals"),
                amountPence > twoApprovalsAbovePence ? 2 : 1,
                row.getInt("attempts"),
                Columns.dayOrNull(row, "paid_on"),
                row.getString("bank_reference"),
                row.getBoolean("overdue"),
                row.getBoolean("in_arrears"),
                claim(row));
    }

    private static @Nullable ClaimView claim(ResultSet row) throws SQLException {
        String state = row.getString("claim_state");
        return state == null
                ? null
                : new ClaimView(
                        row.getInt("claim"),
                        ClaimState.valueOf(state),
                        row.getLong("claim_pence"),
                        List.of(Json.mapper().readValue(row.getString("claim_spent"), ClaimLine[].class)),
                        Columns.day(row, "claimed_on"),
                        Columns.text(row, "claim_question"));
    }

    private LocalDate today() {
        return UkTime.dayOf(clock.instant());
    }
}
