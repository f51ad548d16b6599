package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.assessment.AssessmentState;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.AwardState;
import org.tallystick.award.PaymentState;
import org.tallystick.bid.BidState;
import org.tallystick.call.GrantCallState;
import org.tallystick.control.ExceptionState;
import org.tallystick.fund.FundState;
import org.tallystick.registry.OrganisationState;
import org.tallystick.registry.StandingState;
import org.tallystick.replay.ReplayState;

class LifecycleTest {

    static List<Lifecycle<?>> lifecycles() {
        return List.of(
                OrganisationState.LIFECYCLE,
                StandingState.LIFECYCLE,
                FundState.LIFECYCLE,
                GrantCallState.LIFECYCLE,
                BidState.LIFECYCLE,
                AssessmentState.LIFECYCLE,
                AwardState.LIFECYCLE,
                PaymentState.LIFECYCLE,
                ExceptionState.LIFECYCLE,
                ReplayState.LIFECYCLE);
    }

    @Test
    void an_event_leads_to_the_next_state_or_leaves_the_state_as_it_is() {
        AwardState signed = AwardState.LIFECYCLE.after(
                AwardState.COMMITTED, new AwardEvent.AgreementSigned("award", "fund", "recipient", List.of()));

        assertThat(signed).isEqualTo(AwardState.ACTIVE);
        assertThat(PaymentState.LIFECYCLE.after(PaymentState.PAID, new AwardEvent.AwardSuspended("award")))
                .isEqualTo(PaymentState.PAID);
    }

    @Test
    void a_step_that_does_not_fit_is_refused_in_a_sentence() {
        assertThatThrownBy(() ->
                        AwardState.LIFECYCLE.require(AwardState.CLOSED, AwardEvent.AgreementSigned.class, "signed"))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.WRONG_STATE))
                .hasMessage("An award that is closed cannot be signed.");
    }

    @Test
    void an_event_cannot_lead_to_two_states_from_one() {
        var twice = Lifecycle.<AwardState>of("an award")
                .starts(AwardEvent.AwardCommitted.class, AwardState.COMMITTED)
                .on(AwardState.COMMITTED, AwardEvent.AwardDeclined.class, AwardState.DECLINED)
                .on(AwardState.COMMITTED, AwardEvent.AwardDeclined.class, AwardState.CLOSED);

        assertThatIllegalStateException().isThrownBy(twice::build).withMessageContaining("an award");
    }

    @ParameterizedTest
    @MethodSource("lifecycles")
    <S extends Enum<S>> void every_state_can_be_reached(Lifecycle<S> lifecycle) {
        Class<S> states = lifecycle.transitions().getFirst().to().getDeclaringClass();
        Set<S> reached = EnumSet.noneOf(states);
        Deque<Lifecycle.Transition<S>> next = new ArrayDeque<>(
                lifecycle.transitions().stream().filter(t -> t.from() == null).toList());
        while (!next.isEmpty()) {
            S state = next.pop().to();
            if (reached.add(state)) {
                lifecycle.transitions().stream().filter(t -> t.from() == state).forEach(next::add);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(states.getEnumConstants());
    }

    @Test
    void only_states_in_which_nothing_is_left_to_do_are_without_a_way_out() {
        assertThat(deadEnds(AwardState.LIFECYCLE, AwardState.values()))
                .containsExactlyInAnyOrder(
                        AwardState.DECLINED, AwardState.EXPIRED, AwardState.RESCINDED, AwardState.CLOSED);
        assertThat(deadEnds(PaymentState.LIFECYCLE, PaymentState.values())).containsExactly(PaymentState.LAPSED);
        assertThat(deadEnds(FundState.LIFECYCLE, FundState.values())).containsExactly(FundState.CLOSED);
        assertThat(deadEnds(OrganisationState.LIFECYCLE, OrganisationState.values()))
                .containsExactly(OrganisationState.CLOSED);
        assertThat(deadEnds(StandingState.LIFECYCLE, StandingState.values())).isEmpty();
    }

    private static <S extends Enum<S>> Set<S> deadEnds(Lifecycle<S> lifecycle, S[] states) {
        return Arrays.stream(states)
                .filter(state -> lifecycle.transitions().stream().noneMatch(t -> t.from() == state && t.to() != state))
                .collect(Collectors.toSet());
    }
}
