package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.opendata.PublicQuery.FlowView;
import org.tallystick.opendata.PublicQuery.MoneyFlow;
import org.tallystick.opendata.PublicQuery.Station;
import org.tallystick.opendata.PublicQuery.Stream;
import org.tallystick.opendata.PublicQuery.Totals;
import org.tallystick.platform.Actor;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.RegisterOfMany;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

class FlowAnswersTest {

    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void money_streams_from_contributors_through_funds_and_calls_to_organisations() {
        FlowView flow = sides.ask(Actor.ANYONE, new MoneyFlow(null));

        assertThat(flow.awards()).isEqualTo(3);
        assertThat(flow.streams())
                .extracting(stream -> String.join(
                        " > ",
                        stream.contributor().label(),
                        stream.fund().label(),
                        stream.call().id(),
                        stream.recipient().id(),
                        String.valueOf(stream.amountPence())))
                .containsExactly(
                        "Northmere Council > Women's centres, pooled > call-1 > " + Town.LANTERN + " > 2000000",
                        "Northmere Council > Reducing reoffending >  > " + Town.HARBOUR + " > 500000",
                        "Northmere Council > Women's centres, pooled >  > " + Town.HARBOUR + " > 250000");
    }

    @Test
    void what_streams_is_what_was_awarded_and_nothing_that_came_to_nothing() {
        assertThat(sides.ask(Actor.ANYONE, new MoneyFlow(null)).streams().stream()
                        .mapToLong(Stream::amountPence)
                        .sum())
                .isEqualTo(sides.ask(Actor.ANYONE, new Totals()).awardedPence());
    }

    @Test
    void a_funds_streams_are_for_those_who_see_the_fund() {
        FlowView flow = sides.ask(actor(Role.GOVERNOR, Town.COMMISSIONER), new MoneyFlow(Town.OTHER));

        assertThat(flow.awards()).isOne();
        assertThat(flow.streams()).extracting(Stream::amountPence).containsExactly(500_000L);
        for (Actor actor : new Actor[] {Actor.ANYONE, actor(Role.APPLICANT_LEAD, Town.HARBOUR)}) {
            assertThatThrownBy(() -> sides.ask(actor, new MoneyFlow(Town.OTHER)))
                    .hasMessageContaining("no such fund");
        }
    }

    @Test
    void small_organisations_are_taken_together_and_no_penny_is_lost() {
        try (QueryFixture many = new QueryFixture()) {
            RegisterOfMany.awards(many.log, 30);
            many.settle();
            FlowView flow = many.ask(Actor.ANYONE, new MoneyFlow(null));

            assertThat(flow.awards()).isEqualTo(30);
            assertThat(flow.streams()).hasSize(9);
            assertThat(flow.streams())
                    .anySatisfy(stream -> assertThat(stream.recipient().id()).isEqualTo(Station.OTHERS));
            assertThat(flow.streams().stream().mapToLong(Stream::amountPence).sum())
                    .isEqualTo(many.ask(Actor.ANYONE, new Totals()).awardedPence());
        }
    }
}
