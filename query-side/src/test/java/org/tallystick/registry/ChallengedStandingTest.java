package org.tallystick.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.QueryFixture.actor;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.opendata.PublicQuery.Totals;
import org.tallystick.platform.Actor;
import org.tallystick.platform.HomeQuery.Duty;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.Organisations;
import org.tallystick.registry.OrganisationQuery.StandingView;

/** A challenged standing is marked, goes on to count, and waits for those who may decide about it. */
class ChallengedStandingTest {

    private static final Actor CHALLENGER = new Actor("gov-9", "", Role.GOVERNOR, Town.COUNCIL, "");
    private static final Actor ASSESSOR = new Actor("com-9", "", Role.COMMISSIONER, Town.COMMISSIONER, "");

    private final QueryFixture sides = new QueryFixture();

    @BeforeEach
    void a_challenged_standing() {
        Town.build(sides.log);
        sides.log.add(
                Town.LANTERN,
                CHALLENGER,
                "The board has changed",
                new OrganisationEvent.ByAndForStandingChallenged(Town.LANTERN, CHALLENGER.personId()));
    }

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void it_goes_on_to_count_and_says_that_it_is_challenged_and_until_when_it_holds() {
        sides.settle();

        assertThat(standing().state()).isEqualTo(StandingState.CHALLENGED);
        assertThat(standing().reason()).isEqualTo("The board has changed");
        assertThat(standing().expired()).isFalse();
        assertThat(standing().verifiedUntil()).isEqualTo(LocalDate.of(2028, 6, 14));
        assertThat(byAndFor()).containsExactly(Town.LANTERN);
        assertThat(sides.ask(Actor.ANYONE, new Totals()).byAndForAwardedPence()).isEqualTo(2_000_000);
    }

    @Test
    void those_who_may_decide_hear_of_it_and_the_challenger_and_who_has_decided_do_not() {
        assess(ChallengeDecision.DISMISSED, ASSESSOR);
        sides.settle();

        assertThat(duties(actor(Role.COMMISSIONER, Town.COUNCIL))).contains("decide-challenge " + Town.LANTERN);
        for (Actor not : List.of(CHALLENGER, ASSESSOR, actor(Role.APPLICANT_LEAD, Town.LANTERN))) {
            assertThat(duties(not)).as(not.personId()).doesNotContain("decide-challenge " + Town.LANTERN);
        }
        assertThat(duties(actor(Role.APPLICANT_LEAD, Town.HARBOUR)))
                .as("neither by and for nor an infrastructure body")
                .doesNotContain("decide-challenge " + Town.LANTERN);
    }

    @Test
    void further_evidence_leaves_it_challenged_and_asks_everybody_again() {
        assess(ChallengeDecision.UPHELD, ASSESSOR);
        sides.log.add(
                Town.LANTERN,
                "lead-2",
                new OrganisationEvent.ByAndForStandingEvidenced(Town.LANTERN, "Minutes of September"));
        sides.settle();

        assertThat(standing().state()).isEqualTo(StandingState.CHALLENGED);
        assertThat(standing().evidence()).isEqualTo("Minutes of September");
        assertThat(duties(ASSESSOR)).contains("decide-challenge " + Town.LANTERN);
    }

    @Test
    void dismissed_it_is_as_before() {
        sides.log.add(
                Town.LANTERN,
                "com-9",
                new OrganisationEvent.ByAndForChallengeDismissed(Town.LANTERN, "com-9", Town.COUNCIL, false));
        sides.settle();

        assertThat(standing().state()).isEqualTo(StandingState.VERIFIED);
        assertThat(standing().reason()).isEmpty();
        assertThat(byAndFor()).containsExactly(Town.LANTERN);
    }

    @Test
    void claimed_again_to_renew_it_it_holds_until_its_last_day() {
        sides.log.add(
                Town.LANTERN,
                "com-9",
                new OrganisationEvent.ByAndForChallengeDismissed(Town.LANTERN, "com-9", Town.COUNCIL, false));
        sides.log.add(
                Town.LANTERN,
                "lead-2",
                new OrganisationEvent.ByAndForStandingClaimed(
                        Town.LANTERN, new ByAndForClaim(List.of("DEI010000"), 80, 80, 80)));
        sides.settle();

        assertThat(standing().state()).isEqualTo(StandingState.CLAIMED);
        assertThat(standing().verifiedUntil()).isEqualTo(LocalDate.of(2028, 6, 14));
        assertThat(byAndFor()).containsExactly(Town.LANTERN);
    }

    @Test
    void upheld_it_is_over_for_the_reason_of_who_decided() {
        sides.log.add(
                Town.LANTERN,
                ASSESSOR,
                "Two of five",
                new OrganisationEvent.ByAndForChallengeUpheld(Town.LANTERN, "com-9", Town.COUNCIL, false));
        sides.settle();

        assertThat(standing().state()).isEqualTo(StandingState.REFUSED);
        assertThat(standing().reason()).isEqualTo("Two of five");
        assertThat(byAndFor()).isEmpty();
    }

    private void assess(ChallengeDecision decision, Actor who) {
        sides.log.add(
                Town.LANTERN,
                who,
                "",
                new OrganisationEvent.ByAndForChallengeAssessed(
                        Town.LANTERN, decision, who.personId(), who.organisationId(), false));
    }

    private StandingView standing() {
        return Objects.requireNonNull(
                sides.ask(actor(Role.APPLICANT_LEAD, Town.LANTERN), new OneOrganisation(Town.LANTERN))
                        .standing());
    }

    private List<String> byAndFor() {
        return sides.ask(Actor.ANYONE, new Organisations(null, null, null, true, 0, 0)).items().stream()
                .map(organisation -> organisation.organisationId())
                .toList();
    }

    private List<String> duties(Actor actor) {
        return sides.ask(actor, new WhatNeedsMe()).duties().stream()
                .map(ChallengedStandingTest::text)
                .toList();
    }

    private static String text(Duty duty) {
        return duty.kind() + " " + duty.subjectId();
    }
}
