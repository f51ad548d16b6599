package org.tallystick.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far each projection is behind the log; down where one has stood still for a while with events waiting. */
final class ProjectionLag implements HealthIndicator {

    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(30);

    private record Seen(long position, long atNanos) {}

    private final Progress progress;
    private final SequencedLog log;
    private final Map<String, Seen> moved = new HashMap<>();

    ProjectionLag(Progress progress, SequencedLog log) {
        this.progress = progress;
        this.log = log;
    }

    /** The number of events a projection has not come to. */
    long behind(String projection) {
        long position = progress.of(projection);
        return Math.max(0, log.headPosition() - position);
    }

    @Override
    public synchronized Health health() {
        Health.Builder health = Health.up();
        Map<String, Long> positions = progress.all();
        long head = log.headPosition();
        for (Map.Entry<String, Long> each : positions.entrySet()) {
            long position = each.getValue();
            Seen seen = moved.get(each.getKey());
            if (seen == null || seen.position() != position || position >= head) {
                seen = new Seen(position, System.nanoTime());
                moved.put(each.getKey(), seen);
            }
            if (System.nanoTime() - seen.atNanos() > LONGEST_STANDSTILL.toNanos()) {
                health.down();
            }
            health.withDetail(each.getKey() + "Behind", Math.max(0, head - position));
        }
        return health.withDetail("head", head).build();
    }
}
