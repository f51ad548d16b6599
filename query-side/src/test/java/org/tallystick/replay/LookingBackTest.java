package org.tallystick.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.AwardState;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.history.HistoryQuery.Events;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.history.HistoryQuery.LogState;
import org.tallystick.history.HistoryQuery.OneEvent;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Query;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

/** Every question can be asked of a replay. */
class LookingBackTest {

    private final ReplayFixture town = new ReplayFixture();
    private long signed;

    @BeforeEach
    void a_replay_to_the_moment_before_an_agreement_was_signed() {
        signed = town.sides
                .ask(ReplayFixture.AUDITOR, new Events(0, 1, "award-1", "award.AgreementSigned", null, false))
                .events()
                .getFirst()
                .position();
        town.made("before", ReplayScope.EVERYTHING, signed - 1, null);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void an_award_a_fund_and_its_history_are_as_they_were() {
        assertThat(town.sides
                        .ask(ReplayFixture.AUDITOR, new OneAward("award-1"))
                        .summary()
                        .state())
                .isEqualTo(AwardState.ACTIVE);
        assertThat(then(new OneAward("award-1")).summary().state()).isEqualTo(AwardState.COMMITTED);
        assertThat(then(new OneFund(Town.POOLED)).summary().balance().obligatedPence())
                .isZero();
        assertThat(then(new HistoryOf(Subject.AWARD, "award-1", 0, 0)).items())
                .isNotEmpty()
                .noneMatch(happening -> happening.position() >= signed);
    }

    @Test
    void the_log_ends_where_the_replay_does() {
        assertThat(then(new LogState()).head()).isEqualTo(signed - 1);
        assertThat(then(new LogState()).projections()).allMatch(projection -> projection.behind() == 0);
        assertThat(then(new Events(0, 1, null, null, null, true))
                        .events()
                        .getFirst()
                        .position())
                .isEqualTo(signed - 1);
        assertThatThrownBy(() -> then(new OneEvent(signed))).isInstanceOf(Rejection.class);
        assertThat(then(new OneEvent(signed - 1)).position()).isEqualTo(signed - 1);
    }

    @Test
    void only_those_who_may_read_replays_may_and_only_where_it_is_of_everything() {
        Actor governor = QueryFixture.actor(Role.GOVERNOR, Town.COUNCIL);
        assertThatThrownBy(() -> town.sides.dispatcher().at("before").ask(new OneFund(Town.POOLED), governor, 0))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.NOT_ALLOWED));
        town.made("ledger", ReplayScope.LEDGER, 5, null);
        assertThatThrownBy(() -> town.sides.dispatcher().at("ledger").ask(new LogState(), ReplayFixture.AUDITOR, 0))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.WRONG_STATE));
        assertThatThrownBy(() -> town.sides.dispatcher().at("none").ask(new LogState(), ReplayFixture.AUDITOR, 0))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }

    private <R> R then(Query<R> query) {
        return town.sides.dispatcher().at("before").ask(query, ReplayFixture.AUDITOR, 0);
    }
}
