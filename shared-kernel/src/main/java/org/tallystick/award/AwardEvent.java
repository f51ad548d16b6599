package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Event;

/** What happened to an award. People are named by pseudonymous ids. */
public sealed interface AwardEvent extends Event {

    /** The award's id. */
    String awardId();

    /** Money moved: each has a rule in {@link org.tallystick.ledger.PostingRules}. */
    sealed interface Money extends AwardEvent {

        /** The fund the money came from. */
        String fundId();

        /** The organisation the award is for. */
        String recipient();

        /** The money that moved, by where it came from. */
        List<Slice> slices();
    }

    /** Cost that nobody pays for: beside the money, with rules of its own in the same place. */
    sealed interface Memo extends AwardEvent {

        /** The fund the award draws on. */
        String fundId();

        /** The call it was made under, if any. */
        @Nullable
        String callId();

        /** The organisation the award is for. */
        String recipient();

        /** What nobody pays for, by year and by who carries it. */
        List<Gap> gaps();
    }

    /**
     * It was decided; the fund's own event moved the money.
     *
     * @param decidedBy who decided, and has therefore no hand in its payments
     */
    record AwardCommitted(
            String awardId,
            String fundId,
            @Nullable String callId,
            String funder,
            String recipient,
            String decidedBy,
            String title,
            String purpose,
            Currency currency,
            List<Instalment> instalments)
            implements AwardEvent {}

    /** It was taken over from a published register; says what the register says beyond the money. */
    record PublishedGrantRecorded(
            String awardId,
            String description,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String programme,
            String regrantType,
            String source)
            implements AwardEvent {}

    /**
     * It was put on record what the work really costs, and who carries what nobody pays for. An award to several
     * organisations has one for each that carries anything. Those recorded before that was so say all of it of the one
     * that leads.
     *
     * @param recipient the organisation whose part of the cost it is
     * @param fullCostPence of all years and all organisations
     */
    record GapRecorded(
            String awardId,
            String fundId,
            @Nullable String callId,
            String funder,
            String recipient,
            long fullCostPence,
            List<Gap> gaps)
            implements Memo {}

    /** The award came to nothing, so the organisation need not carry its gap. */
    record GapReleased(
            String awardId, String fundId, @Nullable String callId, String recipient, List<Gap> gaps) implements Memo {}

    /**
     * The agreement was put to the organisation; a later version takes the place of the one before.
     *
     * @param version counted from 1
     * @param reportsDue the days reports are due
     * @param expiresOn the last day on which it can be signed
     */
    record AgreementOffered(
            String awardId,
            int version,
            AgreementTerms terms,
            Reporting reporting,
            List<LocalDate> reportsDue,
            LocalDate expiresOn)
            implements AwardEvent {}

    /** A lead of the organisation agreed to that version. */
    record OfferAccepted(String awardId, int version) implements AwardEvent {}

    /** Nobody signed in time; the clock says so. */
    record OfferExpired(String awardId, int version) implements AwardEvent {}

    /** The organisation did not take it. */
    record AwardDeclined(String awardId) implements AwardEvent {}

    /** The funder took it back before it was signed. */
    record AwardRescinded(String awardId) implements AwardEvent {}

    /** The organisation signed; the money is obligated. */
    record AgreementSigned(String awardId, String fundId, String recipient, List<Slice> slices) implements Money {}

    /**
     * The organisation claims an instalment that is paid in arrears, for the first time or after a question.
     *
     * @param claim counted from 1 for each instalment
     * @param amountPence what it asks for, at most the instalment
     * @param spent what was spent, which is at least that
     */
    record ClaimSubmitted(String awardId, int instalment, int claim, long amountPence, List<ClaimLine> spent)
            implements AwardEvent {}

    /** The funder asks something about it before it decides. */
    record ClaimQueried(String awardId, int instalment, int claim) implements AwardEvent {}

    /** It is right: the instalment can be approved. */
    record ClaimAccepted(String awardId, int instalment, int claim) implements AwardEvent {}

    /** Less was claimed than the instalment: the rest of it will not be needed. */
    record InstalmentReduced(String awardId, String fundId, String recipient, int instalment, List<Slice> slices)
            implements Money {}

    /** One person approved an instalment. */
    record PaymentApproved(String awardId, int instalment, String approverId) implements AwardEvent {}

    /** Enough people have: the instalment may be paid. */
    record InstalmentMadePayable(String awardId, String fundId, String recipient, int instalment, List<Slice> slices)
            implements Money {}

    /** The bank was told to pay, to the account given here in short; attempts count from 1. */
    record PaymentInstructed(
            String awardId, int instalment, int attempt, String payerId, String sortCode, String maskedAccountNumber)
            implements AwardEvent {}

    /** The bank has paid. */
    record PaymentPaid(
            String awardId, String fundId, String recipient, int instalment, String bankReference, List<Slice> slices)
            implements Money {}

    /** The bank could not pay. */
    record PaymentFailed(String awardId, int instalment) implements AwardEvent {}

    /** The bank had paid and sent it back, because the account was wrong or closed: it is still to be paid. */
    record PaymentBounced(String awardId, String fundId, String recipient, int instalment, List<Slice> slices)
            implements Money {}

    /** The approval of an instalment was taken back: it is owed, and not payable. */
    record PaymentCancelled(String awardId, String fundId, String recipient, int instalment, List<Slice> slices)
            implements Money {}

    /** Money came back from the organisation. */
    record MoneyReturned(String awardId, String fundId, String recipient, List<Slice> slices) implements Money {}

    /** An instalment ran out: it will not be paid. */
    record MoneyLapsed(String awardId, String fundId, String recipient, int instalment, List<Slice> slices)
            implements Money {}

    /** Nothing new is paid for now. */
    record AwardSuspended(String awardId) implements AwardEvent {}

    /** It goes on. */
    record AwardResumed(String awardId) implements AwardEvent {}

    /** It is over; nothing is left to pay. */
    record AwardClosed(String awardId) implements AwardEvent {}
}
