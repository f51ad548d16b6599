package org.tallystick.award;

import org.tallystick.platform.Lifecycle;

/** Where one instalment of a signed award stands. */
public enum PaymentState {
    SCHEDULED,
    PAYABLE,
    INSTRUCTED,
    PAID,
    FAILED,
    LAPSED;

    /**
     * Scheduled, and claimed where it is paid in arrears; payable when approved, instructed, paid. What the bank could
     * not pay, or paid and sent back, has failed and is instructed again. An approval can be taken back, and an
     * instalment can lapse, while no money is on its way.
     */
    public static final Lifecycle<PaymentState> LIFECYCLE = Lifecycle.<PaymentState>of("a payment")
            .starts(AwardEvent.AgreementSigned.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.ClaimSubmitted.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.ClaimQueried.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.ClaimAccepted.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.InstalmentReduced.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.PaymentApproved.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.InstalmentMadePayable.class, PAYABLE)
            .on(PAYABLE, AwardEvent.PaymentInstructed.class, INSTRUCTED)
            .on(FAILED, AwardEvent.PaymentInstructed.class, INSTRUCTED)
            .on(INSTRUCTED, AwardEvent.PaymentPaid.class, PAID)
            .on(INSTRUCTED, AwardEvent.PaymentFailed.class, FAILED)
            .on(PAID, AwardEvent.PaymentBounced.class, FAILED)
            .on(PAYABLE, AwardEvent.PaymentCancelled.class, SCHEDULED)
            .on(FAILED, AwardEvent.PaymentCancelled.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.MoneyLapsed.class, LAPSED)
            .build();
}
