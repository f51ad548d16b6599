package org.tallystick.assessment;

import org.tallystick.platform.Lifecycle;

/** How far an assessment has come. */
public enum AssessmentState {
    INVITED,
    ACCEPTED,
    SUBMITTED,
    DECLINED,
    RECUSED;

    /** Invited; accepted or declined; scored and submitted; recused at any time after it was accepted. */
    public static final Lifecycle<AssessmentState> LIFECYCLE = Lifecycle.<AssessmentState>of("an assessment")
            .starts(AssessmentEvent.AssessorInvited.class, INVITED)
            .on(INVITED, AssessmentEvent.AssessmentAccepted.class, ACCEPTED)
            .on(INVITED, AssessmentEvent.AssessmentDeclined.class, DECLINED)
            .on(ACCEPTED, AssessmentEvent.ScoresSaved.class, ACCEPTED)
            .on(ACCEPTED, AssessmentEvent.AssessmentSubmitted.class, SUBMITTED)
            .on(ACCEPTED, AssessmentEvent.AssessmentRecused.class, RECUSED)
            .on(SUBMITTED, AssessmentEvent.AssessmentRecused.class, RECUSED)
            .build();
}
