package org.tallystick.bid;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tallystick.assessment.YearAmount;
import org.tallystick.platform.ClaimsUnique;
import org.tallystick.platform.Event;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What happened to a bid. People are named by pseudonymous ids, in the metadata of what they did. */
public sealed interface BidEvent extends Event {

    /** The bid's id. */
    String bidId();

    /** Begun. An organisation has one bid for a call, for ever: one that was withdrawn is taken up again. */
    record BidStarted(String bidId, String callId, String applicant) implements BidEvent, ClaimsUnique {
        @Override
        public Set<String> uniqueKeys() {
            return Set.of("bid:" + callId + ":" + applicant);
        }

        @Override
        public Rejection taken(String key) {
            return Rejection.of(
                    Refusal.ALREADY_EXISTS,
                    "callId",
                    "Your organisation has a bid for this call already: go on with that one.");
        }
    }

    /** A part of it was saved. */
    sealed interface Saved extends BidEvent {

        /** Of this part, from 1. */
        int version();
    }

    /**
     * The questions about who may apply were answered.
     *
     * @param against the questions whose answers mean that the organisation may not apply, as the call stood then
     */
    record EligibilityAnswered(String bidId, int version, List<EligibilityAnswer> answers, List<String> against)
            implements Saved {}

    /** The project was described. */
    record ProjectDescribed(String bidId, int version, Project project) implements Saved {}

    /** A question of the call was answered; an empty text takes the answer away. */
    record BidQuestionAnswered(String bidId, String question, int version, String text) implements Saved {}

    /** The budget of one of the organisations that make it was saved. */
    record BudgetSaved(String bidId, int version, Budget budget) implements Saved {}

    /** Something happened to the part of a partner; the version is that of the part. */
    sealed interface OfPartner extends Saved {

        /** The partner's organisation. */
        String partner();
    }

    /** The lead asked an organisation to take part. */
    record PartnerInvited(String bidId, String partner, int version, String work, PartnerSight sight)
            implements OfPartner {}

    /** The lead changed what a partner is to do, or how much of the bid it sees. */
    record PartnerChanged(String bidId, String partner, int version, String work, PartnerSight sight)
            implements OfPartner {}

    /**
     * Somebody stands for the part of a partner in the name of its organisation.
     *
     * @param budgetVersion the version of its own budget that it agrees to
     */
    record PartnerAgreed(String bidId, String partner, int version, int budgetVersion, String statement)
            implements OfPartner {}

    /** The lead goes on without a partner, which sees nothing of the bid any more. */
    record PartnerRemoved(String bidId, String partner, int version) implements OfPartner {}

    /** A partner does not take part any more, and sees nothing of the bid. */
    record PartnerLeft(String bidId, String partner, int version) implements OfPartner {}

    /**
     * Somebody stands for it: it is complete, and within the limits of the call.
     *
     * @param callVersion the version of the call's terms that it fits
     */
    record BidCertified(String bidId, int callVersion, String statement) implements BidEvent {}

    /** It was sent to the funder in time. */
    record BidSubmitted(String bidId, Instant submittedAt) implements BidEvent {}

    /** It is written again, and does not count until it is sent again. */
    record BidReopened(String bidId) implements BidEvent {}

    /** The applicant took it back. */
    record BidWithdrawn(String bidId) implements BidEvent {}

    /** The call closed before it was sent. */
    record BidLapsed(String bidId, Instant lapsedAt) implements BidEvent {}

    /** Its applicant said how many hours it took; may be said again, and the last one counts. */
    record HoursReported(String bidId, int hours) implements BidEvent {}

    /** It was decided about; its applicant learns of it when all do. */
    sealed interface Decided extends BidEvent {

        /** In words that the applicant will read. */
        String reason();
    }

    /** It gets an award. */
    record BidAwarded(String bidId, String awardId, List<YearAmount> amounts, String reason) implements Decided {}

    /** It is next, should money become free. */
    record BidReserved(String bidId, String reason) implements Decided {}

    /** It gets no award. */
    record BidDeclined(String bidId, String reason) implements Decided {}

    /** It is found not to be one that could be made. */
    record BidFoundIneligible(String bidId, String reason) implements Decided {}
}
