package org.tallystick.bid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.YearAmount;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;
import org.tallystick.platform.StreamedQuery;
import org.tallystick.registry.OrganisationQuery.CostProfileView;

/**
 * Questions about bids. People of the applicant see its own. Those of a partner see what its lead lets them, as long
 * as it takes part. The body that holds the call sees those that were submitted, once the call has closed. Auditors see
 * all. For everybody else there are none.
 */
public sealed interface BidQuery {

    /** Bids that the asker may see: drafts first, the next to close first; then the others, the latest first. */
    record Bids(@Nullable String callId, @Nullable BidState state, int page, int size)
            implements BidQuery, Query<Paged<BidSummary>> {}

    /**
     * Where the asker's organisation takes part in a bid that another one leads: those it takes part in first, the next
     * to close first; of those that it left only that it did.
     */
    record Partnerships(int page, int size) implements BidQuery, Query<Paged<Partnership>> {}

    /** One bid with all its parts; a partner may see less, see {@link PartnerSight}. */
    record OneBid(String bidId) implements BidQuery, Query<BidView> {}

    /** What is known already of the organisation and need not be asked again; for its own people. */
    record OfferedFacts(String bidId) implements BidQuery, Query<Facts> {}

    /**
     * A budget in it as a file for spreadsheets, see {@link BudgetCsv}.
     *
     * @param organisationId whose part; none for the lead's
     */
    record BudgetFile(String bidId, @Nullable String organisationId) implements BidQuery, StreamedQuery {
        @Override
        public String fileName() {
            return "budget.csv";
        }

        @Override
        public String mediaType() {
            return "text/csv; charset=utf-8";
        }
    }

    /**
     * A line of the list of bids.
     *
     * @param title of the project; empty before it is described
     * @param askedPence what it asks for over all years and organisations
     * @param fullCostPence what the work of all organisations costs; 0 while that cannot be worked out
     * @param tasks how many parts it has
     * @param tasksDone how many of them are done
     * @param submittedAt when it was sent last; none while it is not
     */
    record BidSummary(
            String bidId,
            String callId,
            String callTitle,
            GrantCallState callState,
            Instant closesAt,
            String applicant,
            String applicantName,
            String title,
            BidState state,
            long askedPence,
            long fullCostPence,
            int tasks,
            int tasksDone,
            @Nullable Instant submittedAt) {}

    /**
     * A bid that another organisation leads.
     *
     * @param lead who leads it
     * @param title of the project; empty before it is described, and where the organisation takes part no more
     * @param work what the organisation is to do; empty where it takes part no more
     * @param reason why it takes part no more; empty where it does
     */
    record Partnership(
            String bidId,
            String callId,
            String callTitle,
            GrantCallState callState,
            Instant closesAt,
            String lead,
            String leadName,
            String title,
            String work,
            PartnerState state,
            String reason) {}

    /**
     * A bid in full.
     *
     * @param version of the bid as a whole, one higher with whatever is saved; what {@code CertifyBid} asks for
     * @param callVersion of the call's terms now
     * @param tasks what each part still needs; see {@code done} and {@code missing}
     * @param questions those of the call in their order, then those it asked before an amendment and that were answered
     * @param budget of the lead
     * @param withdrawnBecause the reason; empty unless it was withdrawn
     * @param hoursReported how long it took; none where nobody said, and none for anybody but the applicant's people
     * @param partners who takes part beside the lead; a partner that sees its own part only finds only itself
     * @param sight how much the asker sees as a partner; none for everybody else
     */
    record BidView(
            BidSummary summary,
            int version,
            int callVersion,
            List<BidTask> tasks,
            EligibilityView eligibility,
            ProjectView project,
            List<QuestionView> questions,
            BudgetView budget,
            @Nullable CertificationView certification,
            String withdrawnBecause,
            @Nullable Integer hoursReported,
            @Nullable OutcomeView outcome,
            List<PartnerView> partners,
            @Nullable PartnerSight sight) {

        /** The part of a partner, if it takes part. */
        public Optional<PartnerView> partner(String organisationId) {
            return partners.stream()
                    .filter(partner -> partner.organisationId().equals(organisationId))
                    .findFirst();
        }

        /** What is worked out so far of its costs, of the lead first. */
        public JointCost cost() {
            return new JointCost(
                    Stream.concat(Stream.of(budget), partners.stream().map(PartnerView::budget))
                            .flatMap(one -> Stream.ofNullable(one.fullCost()))
                            .toList());
        }
    }

    /**
     * An organisation that takes part in a bid.
     *
     * @param name what to call it
     * @param work what it will do
     * @param version of its part, what {@code ChangePartner} and {@code AgreeAsPartner} ask for
     * @param agreedAt when it agreed to its part as it is now; none before that
     * @param awardedPence what it gets of the award; 0 where there is none, and before that is told
     */
    record PartnerView(
            String organisationId,
            String name,
            String work,
            PartnerSight sight,
            int version,
            PartnerState state,
            @Nullable Instant agreedAt,
            long awardedPence,
            BudgetView budget) {}

    /**
     * What became of it: none before it is decided, and for the applicant none before all applicants are informed.
     *
     * @param awardId of the award that was made; none where there is none
     * @param gapPence of the full cost that nobody pays for after the award; 0 where there is none
     * @param feedback by criterion, in the order of the call
     */
    record OutcomeView(
            BidState outcome,
            String reason,
            @Nullable String awardId,
            List<YearAmount> amounts,
            long gapPence,
            List<CriterionFeedback> feedback) {}

    /** What those who assessed it said about a criterion, without their names. */
    record CriterionFeedback(String criterion, List<String> reasons) {}

    /**
     * Who saved a part last; nothing of a person for those outside the organisation but auditors.
     *
     * @param version of the part, 0 where it was never saved; what the next save asks for
     */
    record SavedPart(
            int version, @Nullable String savedBy, @Nullable Instant savedAt) {

        /** Of a part that was never saved. */
        public static final SavedPart NEVER = new SavedPart(0, null, null);
    }

    /** The answers about who may apply, and what they lead to as the call stands now. */
    record EligibilityView(SavedPart saved, List<EligibilityAnswer> answers, Eligibility outcome) {}

    /** The project; none before it is described. */
    record ProjectView(SavedPart saved, @Nullable Project project) {}

    /**
     * A question with its answer.
     *
     * @param mostWords 0 where the call does not ask it any more
     * @param text empty where it is not answered
     */
    record QuestionView(SavedPart saved, String question, int mostWords, int words, String text) {}

    /**
     * The budget, and what follows from it.
     *
     * @param fullCost worked out; none while it cannot be
     * @param fault why it cannot be worked out; empty where it can
     * @param elsewhere the shares of its pools that other submitted bids and live awards of the organisation are paid
     * @param overruns pools that would be paid for more than once; a sentence each is in them
     */
    record BudgetView(
            SavedPart saved,
            @Nullable Budget budget,
            @Nullable FullCost fullCost,
            String fault,
            List<PoolShare> elsewhere,
            List<PoolShare.Overrun> overruns) {

        /** Of a part that was never costed. */
        public static final BudgetView NONE = new BudgetView(SavedPart.NEVER, null, null, "", List.of(), List.of());
    }

    /**
     * Who stood for it, and when. Holds only while nothing was saved since.
     *
     * @param callVersion the version of the call's terms it was found to fit; it must be certified again after a change
     */
    record CertificationView(@Nullable String certifiedBy, Instant certifiedAt, String statement, int callVersion) {}

    /**
     * What is offered.
     *
     * @param costProfiles of the organisation, the newest first
     * @param project of the last other bid
     * @param budget of the last other bid
     * @param answers earlier answers to questions of the same words, the newest first
     */
    record Facts(
            List<CostProfileView> costProfiles,
            @Nullable Project project,
            @Nullable Budget budget,
            List<EarlierAnswer> answers) {}

    /** An answer from another bid of the organisation. */
    record EarlierAnswer(String question, String text, String bidId, String callTitle, Instant savedAt) {}
}
