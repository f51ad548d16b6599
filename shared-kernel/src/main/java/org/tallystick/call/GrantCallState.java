package org.tallystick.call;

import java.time.Instant;
import java.util.Optional;
import org.tallystick.platform.Lifecycle;

/** How far a call has come. */
public enum GrantCallState {
    DRAFTED,
    SCHEDULED,
    OPEN,
    CLOSED,
    ASSESSING,
    DECIDED,
    INFORMED,
    ARCHIVED,
    WITHDRAWN;

    /** The moment at which the clock has something to do; none where it never will. */
    public Optional<Instant> dueAt(Timetable timetable) {
        return switch (this) {
            case SCHEDULED -> Optional.of(timetable.opensAt());
            case OPEN -> Optional.of(timetable.closesAt());
            case DRAFTED, CLOSED, ASSESSING, DECIDED, INFORMED, ARCHIVED, WITHDRAWN -> Optional.empty();
        };
    }

    /**
     * Drafted, approved and scheduled, open, closed, assessing, decided, informed, archived; withdrawn from any state
     * before it is decided. While applicants are told and it is not over, bids in reserve may be promoted.
     */
    public static final Lifecycle<GrantCallState> LIFECYCLE = Lifecycle.<GrantCallState>of("a call")
            .starts(GrantCallEvent.CallDrafted.class, DRAFTED)
            .on(DRAFTED, GrantCallEvent.CallRedrafted.class, DRAFTED)
            .on(DRAFTED, GrantCallEvent.CallApproved.class, SCHEDULED)
            .on(SCHEDULED, GrantCallEvent.CallAmended.class, SCHEDULED)
            .on(SCHEDULED, GrantCallEvent.QuestionAsked.class, SCHEDULED)
            .on(SCHEDULED, GrantCallEvent.QuestionAnswered.class, SCHEDULED)
            .on(SCHEDULED, GrantCallEvent.CallOpened.class, OPEN)
            .on(OPEN, GrantCallEvent.CallAmended.class, OPEN)
            .on(OPEN, GrantCallEvent.QuestionAsked.class, OPEN)
            .on(OPEN, GrantCallEvent.QuestionAnswered.class, OPEN)
            .on(OPEN, GrantCallEvent.CallClosed.class, CLOSED)
            .on(CLOSED, GrantCallEvent.QuestionAnswered.class, CLOSED)
            .on(DRAFTED, GrantCallEvent.CallWithdrawn.class, WITHDRAWN)
            .on(SCHEDULED, GrantCallEvent.CallWithdrawn.class, WITHDRAWN)
            .on(OPEN, GrantCallEvent.CallWithdrawn.class, WITHDRAWN)
            .on(CLOSED, GrantCallEvent.CallWithdrawn.class, WITHDRAWN)
            .on(CLOSED, GrantCallEvent.AssessmentBegun.class, ASSESSING)
            .on(ASSESSING, GrantCallEvent.AwardsRecommended.class, ASSESSING)
            .on(ASSESSING, GrantCallEvent.DecisionApproved.class, DECIDED)
            .on(ASSESSING, GrantCallEvent.CallWithdrawn.class, WITHDRAWN)
            .on(DECIDED, GrantCallEvent.ApplicantsInformed.class, INFORMED)
            .on(INFORMED, GrantCallEvent.PromotionRecommended.class, INFORMED)
            .on(INFORMED, GrantCallEvent.PromotionApproved.class, INFORMED)
            .on(INFORMED, GrantCallEvent.CallArchived.class, ARCHIVED)
            .build();
}
