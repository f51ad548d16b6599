package org.tallystick.bid;

import org.tallystick.platform.Lifecycle;

/** How far a bid has come. */
public enum BidState {
    STARTED,
    /** Complete, and somebody stands for it. */
    READY,
    SUBMITTED,
    WITHDRAWN,
    LAPSED,
    AWARDED,
    /** Next, should money become free. */
    RESERVED,
    DECLINED,
    INELIGIBLE;

    /**
     * Started, ready once somebody stands for it, and started again with whatever is saved then; submitted, and
     * reopened before the call closes; withdrawn; lapsed where the call closed before it was sent. What was
     * submitted is awarded, reserved, declined or found ineligible; what is reserved may be awarded later. How long
     * it took may be said of a bid that was submitted, whatever was decided: whoever says it does not know that yet.
     */
    public static final Lifecycle<BidState> LIFECYCLE = Lifecycle.<BidState>of("a bid")
            .starts(BidEvent.BidStarted.class, STARTED)
            .on(STARTED, BidEvent.EligibilityAnswered.class, STARTED)
            .on(STARTED, BidEvent.ProjectDescribed.class, STARTED)
            .on(STARTED, BidEvent.BidQuestionAnswered.class, STARTED)
            .on(STARTED, BidEvent.BudgetSaved.class, STARTED)
            .on(STARTED, BidEvent.PartnerInvited.class, STARTED)
            .on(STARTED, BidEvent.PartnerChanged.class, STARTED)
            .on(STARTED, BidEvent.PartnerAgreed.class, STARTED)
            .on(STARTED, BidEvent.PartnerRemoved.class, STARTED)
            .on(STARTED, BidEvent.PartnerLeft.class, STARTED)
            .on(STARTED, BidEvent.BidCertified.class, READY)
            .on(READY, BidEvent.EligibilityAnswered.class, STARTED)
            .on(READY, BidEvent.ProjectDescribed.class, STARTED)
            .on(READY, BidEvent.BidQuestionAnswered.class, STARTED)
            .on(READY, BidEvent.BudgetSaved.class, STARTED)
            .on(READY, BidEvent.PartnerInvited.class, STARTED)
            .on(READY, BidEvent.PartnerChanged.class, STARTED)
            .on(READY, BidEvent.PartnerRemoved.class, STARTED)
            .on(READY, BidEvent.PartnerLeft.class, STARTED)
            .on(READY, BidEvent.BidCertified.class, READY)
            .on(READY, BidEvent.BidSubmitted.class, SUBMITTED)
            .on(SUBMITTED, BidEvent.BidReopened.class, STARTED)
            .on(WITHDRAWN, BidEvent.BidReopened.class, STARTED)
            .on(STARTED, BidEvent.BidWithdrawn.class, WITHDRAWN)
            .on(READY, BidEvent.BidWithdrawn.class, WITHDRAWN)
            .on(SUBMITTED, BidEvent.BidWithdrawn.class, WITHDRAWN)
            .on(STARTED, BidEvent.BidLapsed.class, LAPSED)
            .on(READY, BidEvent.BidLapsed.class, LAPSED)
            .on(SUBMITTED, BidEvent.BidAwarded.class, AWARDED)
            .on(SUBMITTED, BidEvent.BidReserved.class, RESERVED)
            .on(SUBMITTED, BidEvent.BidDeclined.class, DECLINED)
            .on(SUBMITTED, BidEvent.BidFoundIneligible.class, INELIGIBLE)
            .on(RESERVED, BidEvent.BidAwarded.class, AWARDED)
            .on(SUBMITTED, BidEvent.HoursReported.class, SUBMITTED)
            .on(AWARDED, BidEvent.HoursReported.class, AWARDED)
            .on(RESERVED, BidEvent.HoursReported.class, RESERVED)
            .on(DECLINED, BidEvent.HoursReported.class, DECLINED)
            .on(INELIGIBLE, BidEvent.HoursReported.class, INELIGIBLE)
            .build();

    /** Whether it was decided about. */
    public boolean isDecided() {
        return this == AWARDED || this == RESERVED || this == DECLINED || this == INELIGIBLE;
    }

    /** Whether it is being written: what is not sent when its call closes lapses. */
    public boolean isDraft() {
        return this == STARTED || this == READY;
    }
}
