package org.tallystick.history;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.tallystick.history.VerificationQuery.Verdict;
import org.tallystick.history.VerificationQuery.VerificationView;

/** How the history was verified last; down where it did not come out good. */
public final class VerificationHealth implements HealthIndicator {

    private final Verifications verifications;

    /** Of what was verified last. */
    public VerificationHealth(Verifications verifications) {
        this.verifications = verifications;
    }

    /** Shows it in the metrics too; no number where it was never verified. */
    public VerificationHealth in(MeterRegistry metrics, Clock clock) {
        gauge(
                metrics,
                "tallystick.verification.good",
                "1 where the history came out good when it was verified last, 0 where it did not",
                last -> last.verdict() == Verdict.GOOD ? 1 : 0);
        gauge(
                metrics,
                "tallystick.verification.age.seconds",
                "How long ago the history was verified last",
                last -> Duration.between(last.verifiedAt(), clock.instant()).toSeconds());
        gauge(
                metrics,
                "tallystick.verification.position",
                "The event up to which the history was verified last",
                VerificationView::position);
        return this;
    }

    private void gauge(MeterRegistry metrics, String name, String what, ToDoubleFunction<VerificationView> value) {
        Gauge.builder(
                        name,
                        () -> verifications.newest().map(value::applyAsDouble).orElse(Double.NaN))
                .description(what)
                .register(metrics);
    }

    @Override
    public Health health() {
        return verifications
                .newest()
                .map(VerificationHealth::of)
                .orElseGet(() -> Health.up().withDetail("verified", "never").build());
    }

    private static Health of(VerificationView last) {
        Health.Builder health =
                last.verdict() == Verdict.GOOD ? Health.up() : Health.down().withDetail("problem", last.wrong());
        return health.withDetail("verdict", last.verdict())
                .withDetail("position", last.position())
                .withDetail("verified", last.verifiedAt().toString())
                .build();
    }
}
