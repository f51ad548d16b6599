package org.tallystick.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tallystick.platform.QueryFixture.actor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;
import org.tallystick.registry.OrganisationQuery.Assessor;
import org.tallystick.registry.OrganisationQuery.Assessors;

/** Those who invite find who assesses, their own people first; nobody else finds out who does. */
class AssessorsTest {

    private final QueryFixture sides = new QueryFixture();

    @BeforeEach
    void two_assessors_and_one_whose_role_was_taken() {
        Town.build(sides.log);
        given(Town.HARBOUR, "asha");
        given(Town.COUNCIL, "zoe");
        given(Town.COUNCIL, "gone");
        sides.log.add(Town.COUNCIL, "operator", new OrganisationEvent.RoleTaken(Town.COUNCIL, "gone", Role.ASSESSOR));
        sides.settle();
    }

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void those_of_the_asker_come_first_and_then_the_others_by_organisation() {
        assertThat(sides.ask(actor(Role.COMMISSIONER, Town.COUNCIL), new Assessors(1, 10))
                        .items())
                .extracting(Assessor::personId, Assessor::organisationId)
                .containsExactly(tuple("zoe", Town.COUNCIL), tuple("asha", Town.HARBOUR));
    }

    @Test
    void nobody_else_is_told() {
        for (Actor other : new Actor[] {actor(Role.APPLICANT_LEAD, Town.HARBOUR), Actor.ANYONE}) {
            assertThatThrownBy(() -> sides.ask(other, new Assessors(1, 10))).isInstanceOf(Rejection.class);
        }
    }

    private void given(String organisation, String person) {
        sides.log.add(organisation, "operator", new OrganisationEvent.RoleGiven(organisation, person, Role.ASSESSOR));
    }
}
