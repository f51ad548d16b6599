package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.platform.QueryFixture.actor;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.tallystick.history.VerificationQuery.Verdict;
import org.tallystick.history.VerificationQuery.VerificationView;
import org.tallystick.platform.LogFixture;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;

/** The history is verified in time, how it came out is kept, and what is not good does not go unseen. */
class VerificationScheduleTest {

    private static final Instant MORNING = LogFixture.NOON.minus(Duration.ofDays(9));
    private final QueryFixture sides = new QueryFixture();
    private Optional<Verified> outcome = Optional.of(Verified.good(12));
    private int verified;

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void once_a_day_while_it_is_good_and_every_hour_while_it_is_not() {
        at(Duration.ZERO).runDue();
        assertThat(verified).as("it never was").isEqualTo(1);
        at(Duration.ofHours(23)).runDue();
        assertThat(verified).isEqualTo(1);
        outcome = Optional.of(new Verified(Verdict.NOT_GOOD, 14, 13L, "events: altered"));
        at(Duration.ofHours(24)).runDue();
        assertThat(verified).isEqualTo(2);
        at(Duration.ofMinutes(24 * 60 + 59)).runDue();
        assertThat(verified).isEqualTo(2);
        at(Duration.ofHours(25)).runDue();
        assertThat(verified).isEqualTo(3);
    }

    @Test
    void without_a_published_checkpoint_nothing_is_kept() {
        outcome = Optional.empty();
        at(Duration.ZERO).runNow();
        assertThat(verified).isEqualTo(1);
        assertThat(of(Duration.ZERO).newest()).isEmpty();
    }

    @Test
    void auditors_see_all_of_them_the_newest_first() {
        at(Duration.ZERO).runNow();
        of(Duration.ofHours(2)).keep(new Verified(Verdict.NOT_GOOD, 14, 13L, "events: altered"), true);
        assertThat(sides.ask(actor(Role.AUDITOR, "GB-GOR-PB1"), new VerificationQuery.Verifications(1, 10))
                        .items())
                .containsExactly(
                        new VerificationView(
                                MORNING.plus(Duration.ofHours(2)), true, Verdict.NOT_GOOD, 14, 13L, "events: altered"),
                        new VerificationView(MORNING, false, Verdict.GOOD, 12, null, ""));
        assertThat(of(Duration.ofHours(1)).newest().map(VerificationView::verdict))
                .as("an hour before the second")
                .contains(Verdict.GOOD);
    }

    @Test
    void health_and_metrics_say_so() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Clock later = Clock.offset(clock(Duration.ZERO), Duration.ofHours(3));
        VerificationHealth health = new VerificationHealth(of(Duration.ofHours(3))).in(metrics, later);
        assertThat(health.health().getStatus()).as("never").isEqualTo(Status.UP);
        assertThat(metrics.get("tallystick.verification.good").gauge().value()).isNaN();
        at(Duration.ZERO).runNow();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(metrics.get("tallystick.verification.good").gauge().value()).isEqualTo(1);
        assertThat(metrics.get("tallystick.verification.age.seconds").gauge().value())
                .isEqualTo(3 * 3_600);
        assertThat(metrics.get("tallystick.verification.position").gauge().value())
                .isEqualTo(12);
        outcome = Optional.of(Verified.notDone(12, "No audit pack can be written"));
        at(Duration.ofHours(1)).runNow();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("problem", "No audit pack can be written");
        assertThat(metrics.get("tallystick.verification.good").gauge().value()).isZero();
    }

    private VerificationSchedule at(Duration after) {
        return new VerificationSchedule(sides.database.query(), clock(after), Duration.ofHours(24), () -> {
            verified++;
            return outcome;
        });
    }

    private Verifications of(Duration after) {
        return new Verifications(sides.database.query(), clock(after));
    }

    private static Clock clock(Duration after) {
        return Clock.fixed(MORNING.plus(after), ZoneOffset.UTC);
    }
}
