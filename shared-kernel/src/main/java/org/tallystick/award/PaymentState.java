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

    /** Scheduled, payable when approved, instructed, paid; or failed and instructed again; or lapsed before it was payable. */
    public static final Lifecycle<PaymentState> LIFECYCLE = Lifecycle.<PaymentState>of("a payment")
            .starts(AwardEvent.AgreementSigned.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.PaymentApproved.class, SCHEDULED)
            .on(SCHEDULED, AwardEvent.InstalmentMadePayable.class, PAYABLE)
            .on(PAYABLE, AwardEvent.PaymentInstructed.class, INSTRUCTED)
            .on(FAILED, AwardEvent.PaymentInstructed.class, INSTRUCTED)
            .on(INSTRUCTED, AwardEvent.PaymentPaid.class, PAID)
            .on(INSTRUCTED, AwardEvent.PaymentFailed.class, FAILED)
            .on(SCHEDULED, AwardEvent.MoneyLapsed.class, LAPSED)
            .build();
}
