package org.tallystick.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.Acting.TODAY;
import static org.tallystick.platform.Acting.actor;
import static org.tallystick.platform.Region.CENTRE;
import static org.tallystick.platform.Region.COMMISSIONER;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.LEAD;
import static org.tallystick.platform.Region.OTHER_COMMISSIONER;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.Actor;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Region;
import org.tallystick.platform.Role;

/** By-and-for standing: claimed and evidenced by the organisation, verified by two who do not belong to it. */
class StandingVerificationTest {

    private static final String INFRASTRUCTURE = "GB-CHC-1164883";
    private static final String OTHER = "GB-CHC-1234567";
    private static final Actor OTHER_LEAD = actor("olu", Role.APPLICANT_LEAD, OTHER);
    private static final Actor PEER = actor("ines", Role.APPLICANT_LEAD, INFRASTRUCTURE);
    private static final OrganisationCommand VERIFY = new OrganisationCommand.VerifyByAndForStanding(CENTRE);
    private static final OrganisationCommand REFUSE =
            new OrganisationCommand.RefuseByAndForStanding(CENTRE, "The minutes say otherwise");
    private static final OrganisationCommand CHALLENGE =
            new OrganisationCommand.ChallengeByAndForStanding(CENTRE, "The board has changed");

    private static final OrganisationCommand UPHOLD = decide(ChallengeDecision.UPHELD);
    private static final OrganisationCommand DISMISS = decide(ChallengeDecision.DISMISSED);

    private final InMemory port = new InMemory();

    @BeforeEach
    void a_claim_with_evidence() {
        Region.settle(port);
        Region.organisation(port, INFRASTRUCTURE, OrganisationKind.INFRASTRUCTURE_BODY, PEER);
        port.send(claim(75, 50, 75), LEAD);
        evidence();
    }

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void two_people_verify_it_for_two_years_one_of_them_of_the_community() {
        port.send(VERIFY, COMMISSIONER);
        port.send(VERIFY, PEER);

        assertThat(port.events())
                .last()
                .isEqualTo(new OrganisationEvent.ByAndForStandingVerified(
                        CENTRE,
                        "ines",
                        INFRASTRUCTURE,
                        true,
                        TODAY,
                        TODAY.plusYears(2).minusDays(1)));
    }

    @Test
    void two_of_whom_neither_is_of_the_community_are_not_enough_and_a_third_can_be() {
        port.send(VERIFY, COMMISSIONER);

        port.refused(Refusal.NOT_ALLOWED, "One of the two", VERIFY, GOVERNOR);
        port.send(VERIFY, PEER);
    }

    @Test
    void one_person_does_not_count_twice() {
        port.send(VERIFY, PEER);

        port.refused(Refusal.SAME_PERSON, "a second person must", VERIFY, PEER);
    }

    @Test
    void nobody_verifies_refuses_or_challenges_where_they_belong_under_whatever_hat() {
        port.send(new OrganisationCommand.GiveRole(CENTRE, PEER.personId(), Role.WORKER), LEAD);

        for (OrganisationCommand command : List.of(VERIFY, REFUSE, CHALLENGE, UPHOLD)) {
            port.refused(Refusal.NOT_ALLOWED, "You belong to", command, PEER);
            port.refused(Refusal.NOT_ALLOWED, "You belong to", command, LEAD);
        }
    }

    @Test
    void people_of_an_organisation_that_is_suspended_do_not_verify() {
        port.send(new OrganisationCommand.SuspendOrganisation(INFRASTRUCTURE, "Accounts late"), GOVERNOR);

        port.refused(Refusal.ORGANISATION_NOT_REGISTERED, INFRASTRUCTURE, VERIFY, PEER);
    }

    @Test
    void a_challenged_organisation_speaks_for_the_community_until_the_challenge_is_upheld() {
        verified();
        claimsToo(OTHER, OTHER_LEAD);
        port.send(CHALLENGE, GOVERNOR);

        port.send(new OrganisationCommand.VerifyByAndForStanding(OTHER), COMMISSIONER);
        port.send(new OrganisationCommand.VerifyByAndForStanding(OTHER), LEAD);
        assertThat(port.events()).last().isInstanceOf(OrganisationEvent.ByAndForStandingVerified.class);

        String third = "GB-CHC-1111111";
        claimsToo(third, actor("una", Role.APPLICANT_LEAD, third));
        port.send(UPHOLD, COMMISSIONER);
        port.send(UPHOLD, PEER);
        port.send(new OrganisationCommand.VerifyByAndForStanding(third), COMMISSIONER);
        port.refused(
                Refusal.NOT_ALLOWED, "One of the two", new OrganisationCommand.VerifyByAndForStanding(third), LEAD);
    }

    @Test
    void two_who_say_the_same_decide_about_a_challenge_and_the_challenger_is_none_of_them() {
        verified();
        port.send(CHALLENGE, GOVERNOR);

        port.refused(Refusal.SAME_PERSON, "You challenged this standing", UPHOLD, GOVERNOR);
        port.refused(Refusal.WRONG_STATE, "challenged cannot be refused", REFUSE, COMMISSIONER);
        port.refused(Refusal.WRONG_STATE, "challenged cannot be verified", VERIFY, PEER);
        port.send(DISMISS, PEER);
        assertThat(port.events())
                .last()
                .isEqualTo(new OrganisationEvent.ByAndForChallengeAssessed(
                        CENTRE, ChallengeDecision.DISMISSED, "ines", INFRASTRUCTURE, true));
        port.refused(Refusal.SAME_PERSON, "a second person must", DISMISS, PEER);
        port.refused(Refusal.SAME_PERSON, "a second person must", UPHOLD, PEER);
        port.send(UPHOLD, COMMISSIONER);
        port.send(DISMISS, OTHER_COMMISSIONER);

        assertThat(port.events())
                .last()
                .isEqualTo(new OrganisationEvent.ByAndForChallengeDismissed(CENTRE, "cora", COUNCIL, false));
        port.refused(Refusal.WRONG_STATE, "verified cannot be decided about", DISMISS, PEER);
        port.send(CHALLENGE, COMMISSIONER);
    }

    @Test
    void two_of_whom_neither_is_of_the_community_do_not_end_a_standing() {
        verified();
        port.send(CHALLENGE, GOVERNOR);
        port.send(UPHOLD, COMMISSIONER);

        port.refused(Refusal.NOT_ALLOWED, "One of the two who decide must belong", UPHOLD, OTHER_COMMISSIONER);
        port.send(UPHOLD, PEER);
        assertThat(port.events())
                .last()
                .isEqualTo(new OrganisationEvent.ByAndForChallengeUpheld(CENTRE, "ines", INFRASTRUCTURE, true));
        port.send(claim(90, 90, 90), LEAD);
    }

    @Test
    void further_evidence_is_looked_at_by_two_people_anew() {
        verified();
        port.send(CHALLENGE, GOVERNOR);
        port.send(UPHOLD, PEER);
        evidence();
        port.send(UPHOLD, COMMISSIONER);

        assertThat(port.events()).last().isInstanceOf(OrganisationEvent.ByAndForChallengeAssessed.class);
        port.send(UPHOLD, PEER);
        assertThat(port.events()).last().isInstanceOf(OrganisationEvent.ByAndForChallengeUpheld.class);
    }

    @Test
    void a_refused_claim_can_be_made_again() {
        port.send(REFUSE, COMMISSIONER);

        port.refused(Refusal.WRONG_STATE, "refused cannot be verified", VERIFY, PEER);
        port.send(claim(100, 100, 100), LEAD);
    }

    @Test
    void a_standing_that_is_renewed_holds_until_its_last_day_whatever_comes_of_it() {
        verified();
        claimsToo(OTHER, OTHER_LEAD);
        port.send(claim(90, 90, 90), LEAD);
        evidence();

        port.send(new OrganisationCommand.VerifyByAndForStanding(OTHER), COMMISSIONER);
        port.send(new OrganisationCommand.VerifyByAndForStanding(OTHER), LEAD);
        assertThat(port.events()).last().isInstanceOf(OrganisationEvent.ByAndForStandingVerified.class);

        String third = "GB-CHC-1111111";
        claimsToo(third, actor("una", Role.APPLICANT_LEAD, third));
        port.send(REFUSE, COMMISSIONER);
        port.send(new OrganisationCommand.VerifyByAndForStanding(third), COMMISSIONER);
        port.send(new OrganisationCommand.VerifyByAndForStanding(third), LEAD);
        assertThat(port.events()).last().isInstanceOf(OrganisationEvent.ByAndForStandingVerified.class);
    }

    @Test
    void who_claims_a_standing_again_does_not_ward_off_a_doubt_of_it() {
        verified();
        port.send(claim(90, 90, 90), LEAD);
        evidence();
        port.send(VERIFY, COMMISSIONER);

        port.send(CHALLENGE, GOVERNOR);
        port.refused(Refusal.WRONG_STATE, "challenged cannot be verified", VERIFY, PEER);
        port.send(UPHOLD, COMMISSIONER);
        port.send(UPHOLD, PEER);
        port.refused(Refusal.WRONG_STATE, "does not hold cannot be challenged", CHALLENGE, GOVERNOR);
    }

    @Test
    void a_claim_below_the_shares_of_the_standard_is_none() {
        port.send(REFUSE, COMMISSIONER);
        for (ByAndForClaim low : List.of(shares(74, 50, 75), shares(75, 49, 75), shares(75, 50, 74))) {
            port.refused(
                    Refusal.INVALID,
                    "By-and-for means led by",
                    new OrganisationCommand.ClaimByAndForStanding(CENTRE, low),
                    LEAD);
        }
    }

    private void claimsToo(String organisation, Actor lead) {
        Region.organisation(port, organisation, OrganisationKind.VOLUNTARY_ORGANISATION, lead);
        port.send(new OrganisationCommand.ClaimByAndForStanding(organisation, shares(80, 80, 80)), lead);
        port.send(new OrganisationCommand.EvidenceByAndForStanding(organisation, "Minutes"), lead);
    }

    private static OrganisationCommand decide(ChallengeDecision decision) {
        return new OrganisationCommand.DecideByAndForChallenge(CENTRE, decision, "Went through the minutes");
    }

    private void evidence() {
        port.send(new OrganisationCommand.EvidenceByAndForStanding(CENTRE, "Minutes of the board"), LEAD);
    }

    private void verified() {
        port.send(VERIFY, COMMISSIONER);
        port.send(VERIFY, PEER);
    }

    private static OrganisationCommand claim(int board, int staff, int served) {
        return new OrganisationCommand.ClaimByAndForStanding(CENTRE, shares(board, staff, served));
    }

    private static ByAndForClaim shares(int board, int staff, int served) {
        return new ByAndForClaim(List.of("DEI010000"), board, staff, served);
    }
}
