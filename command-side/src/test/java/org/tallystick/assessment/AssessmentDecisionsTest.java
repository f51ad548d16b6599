package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.assessment.Applicants.ASSESSOR;
import static org.tallystick.assessment.Applicants.HARBOUR;
import static org.tallystick.assessment.Applicants.HARBOUR_LEAD;
import static org.tallystick.assessment.Applicants.OTHER_ASSESSOR;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.POLICE;
import static org.tallystick.platform.Region.STRANGER;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.assessment.AssessmentCommand.AcceptAssessment;
import org.tallystick.assessment.AssessmentCommand.DeclineAssessment;
import org.tallystick.assessment.AssessmentCommand.InviteAssessor;
import org.tallystick.assessment.AssessmentCommand.RecuseAssessment;
import org.tallystick.assessment.AssessmentCommand.SaveScores;
import org.tallystick.assessment.AssessmentCommand.SubmitAssessment;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.SampleCall;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Event;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Role;
import org.tallystick.registry.OrganisationCommand;

class AssessmentDecisionsTest {

    private static final InviteAssessor INVITE = new InviteAssessor("a", "c", "harbour", "asha", POLICE);
    private static final List<Score> SCORES =
            List.of(new Score("People", 4, "They planned it."), new Score("Cost", 0, "No sums at all."));

    private final InMemory port = new InMemory();

    @BeforeEach
    void a_call_that_has_closed() {
        Applicants.closedCall(port);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void with_the_first_invitation_the_call_is_assessed() {
        port.send(INVITE, COMMISSIONER);
        assertThat(port.events())
                .endsWith(
                        new GrantCallEvent.AssessmentBegun("c"),
                        new AssessmentEvent.AssessorInvited("a", "c", "harbour", "asha", POLICE));
    }

    @Test
    void nobody_is_invited_before_the_call_has_closed_or_by_another_body() {
        port.at(SampleCall.CLOSES.minusMillis(1));
        port.refused(Refusal.WRONG_STATE, "cannot be assessed", INVITE, COMMISSIONER);
        port.at(SampleCall.CLOSES);
        port.refused(Refusal.NOT_ALLOWED, "invite assessors", INVITE, STRANGER);
    }

    @Test
    void only_assessors_are_invited_and_none_of_the_applicants_people() {
        port.refused(
                Refusal.INVALID, "no assessor", new InviteAssessor("a", "c", "harbour", "asha", COUNCIL), GOVERNOR);
        port.refused(Refusal.NOT_FOUND, "no-bid", new InviteAssessor("a", "c", "no-bid", "asha", POLICE), GOVERNOR);
        port.send(new OrganisationCommand.GiveRole(HARBOUR, "axel", Role.ASSESSOR), HARBOUR_LEAD);
        port.refused(Refusal.NOT_ALLOWED, "belongs", new InviteAssessor("a", "c", "harbour", "axel", POLICE), GOVERNOR);
        port.refused(
                Refusal.NOT_ALLOWED, "belongs", new InviteAssessor("a", "c", "harbour", "axel", HARBOUR), GOVERNOR);
        port.send(new InviteAssessor("a", "c", "centre", "axel", HARBOUR), GOVERNOR);
    }

    @Test
    void an_assessor_declares_to_have_no_interest_in_the_words_of_the_declaration() {
        port.send(INVITE, COMMISSIONER);
        port.refused(Refusal.INVALID, "what you declare", new AcceptAssessment("a", "Fine."), ASSESSOR);
        port.refused(Refusal.WRONG_STATE, "invited cannot be scored", new SaveScores("a", 0, SCORES), ASSESSOR);
        port.send(new AcceptAssessment("a", NoInterest.STATEMENT), ASSESSOR);
        assertThat(last()).isEqualTo(new AssessmentEvent.AssessmentAccepted("a", NoInterest.STATEMENT));
    }

    @Test
    void who_has_joined_the_applicant_since_cannot_take_it_on() {
        port.send(INVITE, COMMISSIONER);
        port.send(new OrganisationCommand.GiveRole(HARBOUR, "asha", Role.APPLICANT_MEMBER), HARBOUR_LEAD);
        port.refused(
                Refusal.NOT_ALLOWED,
                "You belong to the applicant",
                new AcceptAssessment("a", NoInterest.STATEMENT),
                ASSESSOR);
        port.send(new DeclineAssessment("a", RecusalReason.WORK_OR_TRUSTEESHIP), ASSESSOR);
        assertThat(last()).isEqualTo(new AssessmentEvent.AssessmentDeclined("a"));
    }

    @Test
    void scores_are_kept_bit_by_bit_and_given_when_there_is_one_for_each_criterion() {
        accepted();
        port.send(new SaveScores("a", 0, SCORES.subList(0, 1)), ASSESSOR);
        port.refused(Refusal.INCOMPLETE, "Score “Cost”.", new SubmitAssessment("a"), ASSESSOR);
        port.refused(Refusal.CONFLICT, "it is at version 1 now", new SaveScores("a", 0, SCORES), ASSESSOR);
        port.refused(
                Refusal.INVALID,
                "Beauty is none",
                new SaveScores("a", 1, List.of(new Score("Beauty", 1, "x"))),
                ASSESSOR);
        port.send(new SaveScores("a", 1, SCORES), ASSESSOR);
        assertThat(last()).isEqualTo(new AssessmentEvent.ScoresSaved("a", 2, SCORES));
        port.send(new SubmitAssessment("a"), ASSESSOR);
        port.refused(Refusal.WRONG_STATE, "submitted cannot be scored", new SaveScores("a", 2, SCORES), ASSESSOR);
    }

    @Test
    void an_assessor_steps_back_also_after_having_scored() {
        accepted();
        port.send(new SaveScores("a", 0, SCORES), ASSESSOR);
        port.send(new SubmitAssessment("a"), ASSESSOR);
        port.send(new RecuseAssessment("a", RecusalReason.FAMILY_OR_FRIENDSHIP), ASSESSOR);
        assertThat(last()).isEqualTo(new AssessmentEvent.AssessmentRecused("a"));
    }

    static Stream<AssessmentCommand> ofAnAssessor() {
        return Stream.of(
                new AcceptAssessment("a", NoInterest.STATEMENT),
                new DeclineAssessment("a", RecusalReason.MONEY),
                new RecuseAssessment("a", RecusalReason.MONEY),
                new SaveScores("a", 0, SCORES),
                new SubmitAssessment("a"));
    }

    @ParameterizedTest
    @MethodSource("ofAnAssessor")
    void to_everybody_else_an_assessment_is_one_that_does_not_exist(AssessmentCommand command) {
        port.send(INVITE, COMMISSIONER);
        for (Actor stranger : List.of(OTHER_ASSESSOR, actor("axel", Role.ASSESSOR, HARBOUR))) {
            port.refused(Refusal.NOT_FOUND, "There is no a here.", command, stranger);
        }
    }

    private void accepted() {
        port.send(INVITE, COMMISSIONER);
        port.send(new AcceptAssessment("a", NoInterest.STATEMENT), ASSESSOR);
    }

    private Event last() {
        return port.events().getLast();
    }
}
