package org.tallystick.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;

/** Questions about calls. */
public sealed interface GrantCallQuery {

    /**
     * Calls, those that close next first: announced ones for everybody, drafts for the body that writes them and for
     * auditors.
     */
    record Calls(
            @Nullable String search,
            @Nullable GrantCallState state,
            @Nullable String holder,
            int page,
            int size) implements GrantCallQuery, Query<Paged<CallSummary>> {}

    /** One call with its terms, its questions and answers, and how it came about. */
    record OneCall(String callId) implements GrantCallQuery, Query<CallView> {}

    /** Open calls for the asker's organisation: those that fit first, of them the one that closes next. */
    record FittingCalls(int page, int size) implements GrantCallQuery, Query<Paged<FittingCall>> {}

    /** A call that was decided, in figures: for everybody once its applicants are told, before that for its body. */
    record FiguresOfCall(String callId) implements GrantCallQuery, Query<CallFigures> {}

    /** All calls of a body of which applicants have been told, in figures. */
    record FiguresOfFunder(String holder) implements GrantCallQuery, Query<FunderFigures> {}

    /**
     * An open call, and whether it is for the organisation of who asks.
     *
     * @param effortHours what a bid takes, about
     */
    record FittingCall(CallSummary call, int effortHours, CallFit fit) {}

    /**
     * A call that was decided, in figures.
     *
     * @param told whether its applicants have been told, so that everybody sees this
     * @param effort how long its bids took
     */
    record CallFigures(
            String callId,
            String title,
            String holder,
            String holderName,
            boolean told,
            DecisionTimes times,
            EffortFigures effort,
            StandingFigures standings) {}

    /**
     * All calls of a body of which applicants have been told.
     *
     * @param decision from close to decision, of each call
     * @param told from decision to the day applicants were told, of each call
     * @param firstPayment from decision to first payment, of each award
     * @param calls the one that was decided last first
     */
    record FunderFigures(
            String holder,
            String holderName,
            DecisionTimes.Spread decision,
            DecisionTimes.Spread told,
            DecisionTimes.Spread firstPayment,
            StandingFigures standings,
            List<CallTimes> calls) {}

    /** How long one call took. */
    record CallTimes(String callId, String title, DecisionTimes times) {}

    /** A line of the list of calls. */
    record CallSummary(
            String callId,
            String title,
            String holder,
            String holderName,
            GrantCallState state,
            String place,
            long envelopePence,
            long ringFencePence,
            long smallestPence,
            long largestPence,
            int months,
            Instant opensAt,
            Instant closesAt) {}

    /**
     * A call in full.
     *
     * @param version of its terms, from 1
     * @param finding why it is a grant; none before approval
     * @param withdrawnBecause the reason; none unless it was withdrawn
     * @param longBecause why a bid takes as long as it does, as it was said last; none where nothing was said
     * @param fundNames what the funds of its envelope are called, by their ids
     * @param drafters who wrote it, and may therefore not approve it; for its own body and auditors only
     */
    record CallView(
            CallSummary summary,
            int version,
            CallTerms terms,
            Map<String, String> fundNames,
            Substance.@Nullable Finding finding,
            @Nullable String withdrawnBecause,
            @Nullable String longBecause,
            List<String> drafters,
            List<Version> versions,
            List<QuestionAndAnswer> questions) {}

    /** A change of terms since the call was announced. */
    record Version(int version, Instant recordedAt, String reason) {}

    /** A question about the call, and the answer where there is one. */
    record QuestionAndAnswer(
            String questionId,
            Instant askedAt,
            String text,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}
}
