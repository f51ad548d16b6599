package org.tallystick.call;

import java.time.Instant;
import java.util.List;
import org.tallystick.assessment.Recommendation;
import org.tallystick.platform.Event;

/** What happened to a call. What it sets aside is the funds' history. */
public sealed interface GrantCallEvent extends Event {

    /** The call's id. */
    String callId();

    /** The terms are as this event says. */
    sealed interface Written extends GrantCallEvent {

        /** From 1; each writing has the next number. */
        int version();

        /** All of them. */
        CallTerms terms();
    }

    /** Somebody began to write it for the body that holds it. */
    record CallDrafted(String callId, String holder, CallTerms terms) implements Written {
        @Override
        public int version() {
            return 1;
        }
    }

    /** Its draft was written anew; others may have written it before. */
    record CallRedrafted(String callId, int version, CallTerms terms) implements Written {}

    /** A second person approved it, its money was set aside, and it is announced. */
    record CallApproved(String callId, int version, Substance.Finding finding) implements GrantCallEvent {}

    /** It takes bids. */
    record CallOpened(String callId, Instant openedAt) implements GrantCallEvent {}

    /** Its terms changed while it was announced or open; its applicants are told. */
    record CallAmended(String callId, int version, CallTerms terms) implements Written {}

    /** Somebody asked about it; who, is nobody's business but the auditor's. */
    record QuestionAsked(String callId, String questionId, String text) implements GrantCallEvent {}

    /** The funder answered, for all to read. */
    record QuestionAnswered(String callId, String questionId, String answer) implements GrantCallEvent {}

    /** It takes no more bids. */
    record CallClosed(String callId, Instant closedAt) implements GrantCallEvent {}

    /** The first assessor was invited, or the first recommendation made. */
    record AssessmentBegun(String callId) implements GrantCallEvent {}

    /** Somebody said what is to become of every bid; others may have said so before. */
    record AwardsRecommended(String callId, int version, List<Recommendation> recommendations)
            implements GrantCallEvent {}

    /** Somebody with the authority approved it; the awards are made. */
    record DecisionApproved(String callId, int version) implements GrantCallEvent {}

    /** All applicants were told at once. */
    record ApplicantsInformed(String callId) implements GrantCallEvent {}

    /** Somebody said that a bid in reserve is to get an award after all. */
    record PromotionRecommended(String callId, int version, Recommendation recommendation) implements GrantCallEvent {}

    /** Somebody with the authority approved it; the award is made. */
    record PromotionApproved(String callId, int version) implements GrantCallEvent {}

    /** It is over; what was left of its money is free again. */
    record CallArchived(String callId) implements GrantCallEvent {}

    /** It will not be decided. */
    record CallWithdrawn(String callId) implements GrantCallEvent {}
}
