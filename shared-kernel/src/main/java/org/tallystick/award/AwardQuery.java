package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;

/** Questions about awards and payments. */
public sealed interface AwardQuery {

    /**
     * Awards, newest first: applicants see their own, others those of funds they may see; the public sees all in short.
     */
    record Awards(
            @Nullable String search,
            @Nullable String fundId,
            @Nullable String funder,
            @Nullable String recipient,
            @Nullable AwardState state,
            int page,
            int size)
            implements AwardQuery, Query<Paged<AwardSummary>> {}

    /** One award with its schedule. */
    record OneAward(String awardId) implements AwardQuery, Query<AwardView> {}

    /** The agreement of an award as it was offered: a version of it, or the latest. */
    record Agreement(String awardId, @Nullable Integer version) implements AwardQuery, Query<AgreementView> {}

    /** Payments of the awards the asker may see, earliest due first. */
    record Payments(@Nullable PaymentState state, boolean overdueOnly, int page, int size)
            implements AwardQuery, Query<Paged<PaymentView>> {}

    /** A line of the list of awards. */
    record AwardSummary(
            String awardId,
            String title,
            String fundId,
            String fundName,
            String funder,
            String funderName,
            String recipient,
            String recipientName,
            AwardState state,
            LocalDate awardedOn,
            long awardedPence,
            long paidPence) {}

    /**
     * An award in full.
     *
     * @param fullCostPence what its work really costs, where that is on record
     * @param agreementVersion the latest version that was offered, 0 where none was
     * @param offerExpiresOn the last day on which that can be signed
     * @param gaps what nobody pays for of it, and who carries it
     * @param shares what each organisation gets of it, the recipient first; none where it does the work alone
     */
    record AwardView(
            AwardSummary summary,
            String purpose,
            @Nullable String callId,
            long obligatedPence,
            long returnedPence,
            long lapsedPence,
            @Nullable Long fullCostPence,
            List<Gap> gaps,
            List<AwardShare> shares,
            int agreementVersion,
            @Nullable LocalDate offerExpiresOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String programme,
            String source,
            List<Slice> sources,
            List<PaymentView> payments) {}

    /**
     * A version of an agreement, with the schedule it is about.
     *
     * @param versions how many were offered
     * @param offeredBy who offered it, where the asker may know
     * @param signedBy who signed it, where somebody did and the asker may know
     */
    record AgreementView(
            AwardSummary award,
            int version,
            int versions,
            AgreementTerms terms,
            Reporting reporting,
            List<LocalDate> reportsDue,
            LocalDate offeredOn,
            @Nullable String offeredBy,
            LocalDate expiresOn,
            AgreementState state,
            @Nullable LocalDate signedOn,
            @Nullable String signedBy,
            List<PaymentView> payments) {}

    /**
     * One instalment.
     *
     * @param inArrears whether it is paid against a claim
     * @param claim the latest claim, if there is one
     */
    record PaymentView(
            String awardId,
            String awardTitle,
            AwardState awardState,
            String fundId,
            String funder,
            String recipient,
            String recipientName,
            int instalment,
            LocalDate dueOn,
            long amountPence,
            PaymentState state,
            int approvals,
            int approvalsNeeded,
            int attempts,
            @Nullable LocalDate paidOn,
            @Nullable String bankReference,
            boolean overdue,
            boolean inArrears,
            @Nullable ClaimView claim) {}

    /**
     * The latest claim for an instalment that is paid in arrears.
     *
     * @param number counted from 1
     * @param question what the funder asked last, empty where it asked nothing
     */
    record ClaimView(
            int number,
            ClaimState state,
            long amountPence,
            List<ClaimLine> spent,
            LocalDate submittedOn,
            String question) {}
}
