package org.tallystick.bid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.YearAmount;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.BudgetView;
import org.tallystick.bid.BidQuery.CertificationView;
import org.tallystick.bid.BidQuery.CriterionFeedback;
import org.tallystick.bid.BidQuery.EarlierAnswer;
import org.tallystick.bid.BidQuery.EligibilityView;
import org.tallystick.bid.BidQuery.Facts;
import org.tallystick.bid.BidQuery.OutcomeView;
import org.tallystick.bid.BidQuery.ProjectView;
import org.tallystick.bid.BidQuery.QuestionView;
import org.tallystick.bid.BidQuery.SavedPart;
import org.tallystick.call.CallSamples;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.CallView;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.call.GrantCallState;
import org.tallystick.history.HistoryQuery;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.CostProfile.OverheadPool;
import org.tallystick.registry.OrganisationQuery.CostProfileView;

/**
 * Bids of o-2 for the open call of {@link CallSamples}; the id of one says what it is like: "b-started" (nothing
 * written), "b-against" (may not apply), "b-whole" (complete), "b-greedy" (asks for more than it may), and one of each
 * other state, whole too. Those made with partners are in {@link JointSamples}.
 */
public final class BidSamples {

    static final String ELIGIBLE = "Does your organisation work in Northmoor?";
    static final String QUESTION = "What will be different for the women you work with?";
    static final FinancialYear FIRST = new FinancialYear(2027);
    static final Instant SAVED = Instant.parse("2026-11-21T20:40:00Z");
    static final OverheadPool OFFICE = new OverheadPool("Premises and office", 4_000_000, "Accounts, note 7");
    static final OverheadPool CENTRAL = new OverheadPool("Finance and payroll", 4_800_000, "Accounts, note 8");
    static final OverheadPool BOARD = new OverheadPool("Governance", 2_200_000, "Accounts, note 9");

    /** Who assesses, as the browser of the tests logs in. */
    public static final String ASSESSOR = "p-assessor";

    private BidSamples() {}

    /** All of them. */
    public static void into(FakeSides sides) {
        CallSamples.into(sides);
        sides.answer(BidQuery.OneBid.class, query -> view(query.bidId()));
        sides.answer(BidQuery.Bids.class, query -> {
            List<BidSummary> all =
                    List.of(view("b-started").summary(), view("b-submitted").summary());
            return new Paged<>(all, all.size(), query.page(), Math.max(1, query.size()));
        });
        sides.answer(BidQuery.Partnerships.class, query -> new Paged<>(List.of(), 0, query.page(), query.size()));
        sides.answer(BidQuery.OfferedFacts.class, query -> facts());
        sides.answer(
                HistoryQuery.HistoryOf.class,
                query -> new Paged<>(List.of(happening()), 1, query.page(), query.size()));
    }

    private static HistoryQuery.Happening happening() {
        return new HistoryQuery.Happening(
                41,
                "bid.BidQuestionAnswered",
                "Bid",
                "b-1",
                SAVED,
                LocalDate.of(2026, 11, 21),
                Map.of("question", QUESTION, "version", 3),
                0,
                "p-9",
                "APPLICANT_MEMBER",
                "Second Chance Kitchen",
                "");
    }

    static Facts facts() {
        return new Facts(
                List.of(new CostProfileView(profile(), 3, SAVED)),
                project("Evening door"),
                null,
                List.of(new EarlierAnswer(
                        QUESTION, "They <had> a place to stay.", "b-earlier", "Winter doors", SAVED)));
    }

    static CostProfile profile() {
        return new CostProfile(new FinancialYear(2026), List.of(OFFICE, CENTRAL, BOARD), 800, 37, 33_000_000);
    }

    static Project project(String title) {
        return new Project(title, "Two evenings a week.\nFor women.", "Northmoor", LocalDate.of(2027, 4, 1));
    }

    /** Project B of the worked case: it costs £106,316.14 and asks for £50,000. */
    static Budget budget() {
        return new Budget("o-2", List.of(year(FIRST)));
    }

    static Budget.Year year(FinancialYear year) {
        return new Budget.Year(
                year,
                Uplift.NONE,
                new DirectCosts(
                        List.of(new DirectCosts.Staff(
                                "Support worker", WorkingTime.posts(200), 3_000_000, 400_000, false)),
                        List.of(
                                new DirectCosts.Spending(CostKind.PARTICIPANTS, "Fares & meals", 150_000, false),
                                new DirectCosts.Spending(CostKind.DELIVERY, "Hall, lent by the church", 90_000, true)),
                        List.of(new DirectCosts.Equipment("Laptops", 150_000, 3, 1, false))),
                overheads(),
                new Funding(
                        5_000_000,
                        List.of(new Funding.OtherIncome("Wend Trust", 1_000_000)),
                        List.of(new Funding.Carried(GapCarrier.RESERVES, "Board of 3 November", 4_631_614))));
    }

    static Overheads overheads() {
        return new Overheads(
                new FinancialYear(2026),
                3,
                List.of(
                        new Overheads.SharedCost(OverheadStep.PREMISES, PriceIndex.NON_PAY, OFFICE),
                        new Overheads.SharedCost(OverheadStep.CENTRAL, PriceIndex.PAY, CENTRAL),
                        new Overheads.SharedCost(OverheadStep.GOVERNANCE, PriceIndex.NON_PAY, BOARD)),
                Driver.HEADCOUNT,
                new Overheads.ThisProject(0, 3_000),
                List.of(
                        new Overheads.OtherProject("Drop-in", new Overheads.Use(300, 0, 4_500), 12_000_000),
                        new Overheads.OtherProject("Helpline", new Overheads.Use(100, 0, 1_500), 3_000_000)),
                new Overheads.Space(120, 0),
                new Overheads.Use(80, 0, 1_000),
                Overheads.Use.NOTHING);
    }

    static BidView view(String bidId) {
        return switch (bidId) {
            case "b-started" -> view(bidId, BidState.STARTED, BidContent.NOTHING);
            case "b-against" ->
                view(
                        bidId,
                        BidState.STARTED,
                        new BidContent(
                                List.of(new EligibilityAnswer(ELIGIBLE, false)), null, Map.of(), null, List.of()));
            case "b-joint" -> JointSamples.asLead();
            case "b-asked" -> JointSamples.asPartner(PartnerSight.OWN_PART);
            case "b-read" -> JointSamples.asPartner(PartnerSight.READ);
            case "b-written" -> JointSamples.asPartner(PartnerSight.WRITE);
            case "b-greedy" -> view(bidId, BidState.STARTED, with(asking(8_000_000)));
            case "b-whole", "b-ready", "b-submitted", "b-withdrawn", "b-lapsed", "b-awarded", "b-declined" ->
                view(bidId, state(bidId), whole());
            default -> throw Rejection.of(Refusal.NOT_FOUND, "There is no such bid.");
        };
    }

    private static BidState state(String bidId) {
        return bidId.equals("b-whole")
                ? BidState.STARTED
                : BidState.valueOf(bidId.substring(2).toUpperCase(Locale.ROOT));
    }

    static BidContent whole() {
        return new BidContent(
                List.of(new EligibilityAnswer(ELIGIBLE, true)),
                project("A door <that> opens"),
                Map.of(QUESTION, "They have somewhere to go."),
                budget(),
                List.of());
    }

    private static BidContent with(Budget budget) {
        BidContent whole = whole();
        return new BidContent(whole.eligibility(), whole.project(), whole.answers(), budget, List.of());
    }

    private static Budget asking(long pence) {
        Budget.Year year = year(FIRST);
        return new Budget(
                "o-2",
                List.of(new Budget.Year(
                        year.financialYear(),
                        year.uplift(),
                        year.directCosts(),
                        year.overheads(),
                        Funding.asking(pence))));
    }

    /** As the query side would make it. */
    static BidView view(String bidId, BidState state, BidContent content) {
        CallTerms terms = CallSamples.terms();
        List<BidTask> tasks = BidTask.of(terms, content, _ -> (_, _) -> Optional.of(profile()));
        FullCost cost = content.budget() == null ? null : FullCost.of(content.budget());
        SavedPart saved = new SavedPart(3, "p-9", SAVED);
        CallView call = CallSamples.view("c-open", GrantCallState.OPEN);
        List<PoolShare> elsewhere = cost == null
                ? List.of()
                : List.of(new PoolShare("o-2", FIRST, OFFICE.name(), 3_200_000, OFFICE.amountPence()));
        return new BidView(
                summary(bidId, state, content, cost, tasks, call.summary()),
                12,
                2,
                tasks,
                new EligibilityView(
                        content.eligibility().isEmpty() ? SavedPart.NEVER : saved,
                        content.eligibility(),
                        Eligibility.of(terms.eligibility(), content.eligibility())),
                new ProjectView(content.project() == null ? SavedPart.NEVER : saved, content.project()),
                questions(terms, content, saved),
                new BudgetView(
                        content.budget() == null ? SavedPart.NEVER : saved,
                        content.budget(),
                        cost,
                        "",
                        elsewhere,
                        cost == null ? List.of() : PoolShare.overruns(cost.poolShares(), elsewhere)),
                state == BidState.READY || state == BidState.SUBMITTED
                        ? new CertificationView("p-9", SAVED, Certification.STATEMENT, 2)
                        : null,
                state == BidState.WITHDRAWN ? "We found the money elsewhere." : "",
                bidId.equals("b-submitted") ? 12 : null,
                state.isDecided() ? outcome(state) : null,
                List.of(),
                null);
    }

    private static OutcomeView outcome(BidState state) {
        boolean awarded = state == BidState.AWARDED;
        return new OutcomeView(
                state,
                "It came <second>.",
                awarded ? "a-1" : null,
                awarded ? List.of(new YearAmount(FIRST, 4_000_000)) : List.of(),
                awarded ? 5_631_614 : 0,
                List.of(new CriterionFeedback("Reach", List.of("Names who comes.", "Says where they go."))));
    }

    private static List<QuestionView> questions(CallTerms terms, BidContent content, SavedPart saved) {
        List<QuestionView> questions = new ArrayList<>();
        for (CallTerms.Question question : terms.questions()) {
            String text = content.answers().getOrDefault(question.text(), "");
            questions.add(new QuestionView(
                    text.isEmpty() ? SavedPart.NEVER : saved,
                    question.text(),
                    question.mostWords(),
                    WordCount.of(text),
                    text));
        }
        return questions;
    }

    private static BidSummary summary(
            String bidId,
            BidState state,
            BidContent content,
            @Nullable FullCost cost,
            List<BidTask> tasks,
            CallSummary call) {
        Project project = content.project();
        return new BidSummary(
                bidId,
                "c-open",
                call.title(),
                GrantCallState.OPEN,
                call.closesAt(),
                "o-2",
                "Second Chance Kitchen",
                project == null ? "" : project.title(),
                state,
                cost == null ? 0 : cost.recovery().askedPence(),
                cost == null ? 0 : cost.recovery().fullCostPence(),
                tasks.size(),
                (int) tasks.stream().filter(BidTask::done).count(),
                state == BidState.SUBMITTED ? SAVED : null);
    }

    /** The same bid after its call has closed. */
    static void close(FakeSides sides) {
        sides.answer(OneCall.class, query -> CallSamples.view("c-open", GrantCallState.CLOSED));
        sides.answer(BidQuery.OneBid.class, query -> {
            BidView open = view(query.bidId());
            BidSummary was = open.summary();
            BidSummary summary = new BidSummary(
                    was.bidId(),
                    was.callId(),
                    was.callTitle(),
                    GrantCallState.CLOSED,
                    Instant.parse("2026-11-20T17:00:00Z"),
                    was.applicant(),
                    was.applicantName(),
                    was.title(),
                    was.state(),
                    was.askedPence(),
                    was.fullCostPence(),
                    was.tasks(),
                    was.tasksDone(),
                    was.submittedAt());
            return with(open, summary);
        });
    }

    private static BidView with(BidView view, BidSummary summary) {
        return new BidView(
                summary,
                view.version(),
                view.callVersion(),
                view.tasks(),
                view.eligibility(),
                view.project(),
                view.questions(),
                view.budget(),
                view.certification(),
                view.withdrawnBecause(),
                view.hoursReported(),
                view.outcome(),
                view.partners(),
                view.sight());
    }
}
