package org.tallystick.call;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendation;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** What becomes of the bids of one call: what is recommended, by whom, what is decided, and who is promoted since. */
public final class Decision {

    private final Proposal first = new Proposal();
    private final Proposal promotion = new Proposal();
    private final List<Given> given = new ArrayList<>();

    /** An award that was decided, whatever became of it since. */
    public record Given(Recommendation award, LocalDate decidedOn) {}

    /** Somebody says what is to become of the bids. */
    public void recommend(GrantCallCommand.RecommendAwards command) {
        first.requireRead(command.readVersion());
        apply(new GrantCallEvent.AwardsRecommended(command.callId(), first.version + 1, command.recommendations()));
    }

    /** What was recommended last, as somebody reads it who did not recommend anything. */
    List<Recommendation> approvable(int readVersion, CommandContext context) {
        return first.approvable(readVersion, context);
    }

    /** It is decided as recommended. */
    public void decide(String callId, String authority) {
        apply(new GrantCallEvent.DecisionApproved(callId, first.version), under(authority));
    }

    /** Somebody says that a bid in reserve is to get an award after all. */
    public void recommend(GrantCallCommand.RecommendPromotion command) {
        promotion.requireRead(command.readVersion());
        apply(new GrantCallEvent.PromotionRecommended(
                command.callId(), promotion.version + 1, command.recommendation()));
    }

    /** The promotion that waits, as somebody reads it who did not recommend it. */
    Recommendation promotable(int readVersion, CommandContext context) {
        List<Recommendation> waiting = promotion.approvable(readVersion, context);
        if (waiting.isEmpty()) {
            throw Rejection.of(Refusal.WRONG_STATE, "No promotion from the reserve waits to be approved.");
        }
        return waiting.getFirst();
    }

    /** The bid is promoted as recommended. */
    public void promote(String callId, String authority) {
        apply(new GrantCallEvent.PromotionApproved(callId, promotion.version), under(authority));
    }

    /** All awards that were decided, those that were promoted too. */
    public List<Given> given() {
        return List.copyOf(given);
    }

    private static MetaData under(String authority) {
        return MetaData.from(CommandContext.under(authority));
    }

    void evolve(GrantCallEvent event, LocalDate day, @Nullable String actor) {
        switch (event) {
            case GrantCallEvent.AwardsRecommended e -> first.evolve(e.version(), e.recommendations(), actor);
            case GrantCallEvent.DecisionApproved _ -> give(first, day);
            case GrantCallEvent.PromotionRecommended e ->
                promotion.evolve(e.version(), List.of(e.recommendation()), actor);
            case GrantCallEvent.PromotionApproved _ -> {
                give(promotion, day);
                promotion.clear();
            }
            default -> {}
        }
    }

    private void give(Proposal approved, LocalDate day) {
        approved.recommendations.stream()
                .filter(Recommendation::givesMoney)
                .forEach(award -> given.add(new Given(award, day)));
    }

    /** What is recommended, and by whom: others may have said so before. */
    private static final class Proposal {

        private int version;
        private List<Recommendation> recommendations = List.of();
        private final Set<String> recommenders = new HashSet<>();

        void requireRead(int readVersion) {
            CommandContext.requireRead(readVersion, version, "the recommendation");
        }

        List<Recommendation> approvable(int readVersion, CommandContext context) {
            requireRead(readVersion);
            if (recommenders.contains(context.actor().personId())) {
                throw Rejection.of(Refusal.SAME_PERSON, "Who recommended awards cannot approve the decision.");
            }
            return recommendations;
        }

        void evolve(int nextVersion, List<Recommendation> next, @Nullable String actor) {
            version = nextVersion;
            recommendations = next;
            if (actor != null) {
                recommenders.add(actor);
            }
        }

        /** What comes next is another matter. */
        void clear() {
            recommendations = List.of();
            recommenders.clear();
        }
    }
}
