package org.tallystick.award;

import org.tallystick.platform.Lifecycle;

/** Where an award stands. */
public enum AwardState {
    COMMITTED,
    OFFERED,
    DECLINED,
    EXPIRED,
    RESCINDED,
    ACTIVE,
    SUSPENDED,
    CLOSED;

    /**
     * Committed; offered, in versions; signed, declined, rescinded or expired; active, suspended and back; closed, when
     * money may still come back. An award may also be signed without an offer on record.
     */
    public static final Lifecycle<AwardState> LIFECYCLE = Lifecycle.<AwardState>of("an award")
            .starts(AwardEvent.AwardCommitted.class, COMMITTED)
            .on(COMMITTED, AwardEvent.GapRecorded.class, COMMITTED)
            .on(COMMITTED, AwardEvent.AwardDeclined.class, DECLINED)
            .on(COMMITTED, AwardEvent.AwardRescinded.class, RESCINDED)
            .on(COMMITTED, AwardEvent.AgreementOffered.class, OFFERED)
            .on(OFFERED, AwardEvent.AgreementOffered.class, OFFERED)
            .on(OFFERED, AwardEvent.OfferAccepted.class, OFFERED)
            .on(OFFERED, AwardEvent.AgreementSigned.class, ACTIVE)
            .on(OFFERED, AwardEvent.AwardDeclined.class, DECLINED)
            .on(OFFERED, AwardEvent.AwardRescinded.class, RESCINDED)
            .on(OFFERED, AwardEvent.OfferExpired.class, EXPIRED)
            .on(EXPIRED, AwardEvent.GapReleased.class, EXPIRED)
            .on(DECLINED, AwardEvent.GapReleased.class, DECLINED)
            .on(RESCINDED, AwardEvent.GapReleased.class, RESCINDED)
            .on(COMMITTED, AwardEvent.AgreementSigned.class, ACTIVE)
            .on(ACTIVE, AwardEvent.ClaimSubmitted.class, ACTIVE)
            .on(ACTIVE, AwardEvent.ClaimQueried.class, ACTIVE)
            .on(ACTIVE, AwardEvent.ClaimAccepted.class, ACTIVE)
            .on(ACTIVE, AwardEvent.InstalmentReduced.class, ACTIVE)
            .on(ACTIVE, AwardEvent.PaymentApproved.class, ACTIVE)
            .on(ACTIVE, AwardEvent.InstalmentMadePayable.class, ACTIVE)
            .on(ACTIVE, AwardEvent.PaymentInstructed.class, ACTIVE)
            .on(ACTIVE, AwardEvent.PaymentPaid.class, ACTIVE)
            .on(SUSPENDED, AwardEvent.PaymentPaid.class, SUSPENDED)
            .on(ACTIVE, AwardEvent.PaymentFailed.class, ACTIVE)
            .on(SUSPENDED, AwardEvent.PaymentFailed.class, SUSPENDED)
            .on(ACTIVE, AwardEvent.PaymentBounced.class, ACTIVE)
            .on(SUSPENDED, AwardEvent.PaymentBounced.class, SUSPENDED)
            .on(ACTIVE, AwardEvent.PaymentCancelled.class, ACTIVE)
            .on(SUSPENDED, AwardEvent.PaymentCancelled.class, SUSPENDED)
            .on(ACTIVE, AwardEvent.MoneyReturned.class, ACTIVE)
            .on(SUSPENDED, AwardEvent.MoneyReturned.class, SUSPENDED)
            .on(CLOSED, AwardEvent.MoneyReturned.class, CLOSED)
            .on(ACTIVE, AwardEvent.MoneyLapsed.class, ACTIVE)
            .on(SUSPENDED, AwardEvent.MoneyLapsed.class, SUSPENDED)
            .on(ACTIVE, AwardEvent.AwardSuspended.class, SUSPENDED)
            .on(SUSPENDED, AwardEvent.AwardResumed.class, ACTIVE)
            .on(ACTIVE, AwardEvent.AwardClosed.class, CLOSED)
            .on(SUSPENDED, AwardEvent.AwardClosed.class, CLOSED)
            .build();

    /** Whether its money is free again, so that it pays for nothing. */
    public boolean cameToNothing() {
        return switch (this) {
            case DECLINED, EXPIRED, RESCINDED -> true;
            case COMMITTED, OFFERED, ACTIVE, SUSPENDED, CLOSED -> false;
        };
    }
}
