package org.tallystick.call;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendation;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What is recommended for the bids of one call, and by whom. */
final class Decision {

    private int version;
    private List<Recommendation> recommendations = List.of();
    private final Set<String> recommenders = new HashSet<>();

    int version() {
        return version;
    }

    void requireRead(int readVersion) {
        if (readVersion != version) {
            throw Rejection.of(
                    Refusal.CONFLICT,
                    "readVersion",
                    "You read version " + readVersion + " of the recommendation; it is at version " + version
                            + " now.");
        }
    }

    List<Recommendation> approvable(int readVersion, CommandContext context) {
        requireRead(readVersion);
        if (recommenders.contains(context.actor().personId())) {
            throw Rejection.of(Refusal.SAME_PERSON, "Who recommended awards cannot approve the decision.");
        }
        return recommendations;
    }

    void evolve(GrantCallEvent.AwardsRecommended event, @Nullable String actor) {
        version = event.version();
        recommendations = event.recommendations();
        if (actor != null) {
            recommenders.add(actor);
        }
    }
}
