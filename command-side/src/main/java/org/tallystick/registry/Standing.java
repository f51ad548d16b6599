package org.tallystick.registry;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** The by-and-for standing of one organisation: who has verified it, and until when it holds. */
final class Standing {

    /** A verified standing holds this long unless a challenge is upheld. */
    static final int MONTHS = 24;

    private @Nullable StandingState state;
    private String firstVerifier = "";
    private boolean firstIsOfCommunity;
    private String challenger = "";
    private final Map<ChallengeDecision, OrganisationEvent.ByAndForChallengeAssessed> assessed =
            new EnumMap<>(ChallengeDecision.class);
    private @Nullable LocalDate verifiedUntil;

    /**
     * Whether it was verified and has not run out on that day. It holds while it is challenged, and while it is claimed
     * again to renew it, whatever comes of that: only a challenge that is upheld ends it early.
     */
    boolean holdsOn(LocalDate day) {
        return verifiedUntil != null && !day.isAfter(verifiedUntil);
    }

    void require(Class<? extends OrganisationEvent> event, String deed) {
        StandingState.LIFECYCLE.require(state, event, deed);
    }

    /** The event of a challenge; refuses one of a standing that does not hold. */
    OrganisationEvent challenged(String organisationId, CommandContext context) {
        require(OrganisationEvent.ByAndForStandingChallenged.class, "challenged");
        if (!holdsOn(context.today())) {
            throw Rejection.of(Refusal.WRONG_STATE, "A by-and-for standing that does not hold cannot be challenged.");
        }
        return new OrganisationEvent.ByAndForStandingChallenged(
                organisationId, context.actor().personId());
    }

    /** The event of a claim; refuses one that does not say what by-and-for means. */
    OrganisationEvent claimed(String organisationId, ByAndForClaim claim) {
        require(OrganisationEvent.ByAndForStandingClaimed.class, "claimed again");
        if (!claim.ledBy() || !claim.serves()) {
            throw Rejection.of(
                    Refusal.INVALID,
                    "claim",
                    "By-and-for means led by (75% of the board and 50% of senior staff) and serving (75% of the people"
                            + " supported) the same communities.");
        }
        return new OrganisationEvent.ByAndForStandingClaimed(organisationId, claim);
    }

    /** The event of one more verifier: support by the first, verification by the second. */
    OrganisationEvent verifiedBy(String organisationId, CommandContext context, boolean isOfCommunity) {
        require(OrganisationEvent.ByAndForStandingVerified.class, "verified");
        String verifier = context.actor().personId();
        String organisation = context.actor().organisationId();
        if (firstVerifier.isEmpty()) {
            return new OrganisationEvent.ByAndForStandingSupported(
                    organisationId, verifier, organisation, isOfCommunity);
        }
        context.requireOtherThan(firstVerifier, "You have verified this already; a second person must.");
        requireOneOfCommunity(isOfCommunity || firstIsOfCommunity, "verify");
        LocalDate from = context.today();
        return new OrganisationEvent.ByAndForStandingVerified(
                organisationId,
                verifier,
                organisation,
                isOfCommunity,
                from,
                from.plusMonths(MONTHS).minusDays(1));
    }

    /**
     * The event of one more who decides about a challenge: what they think, or with a second who thinks the same, the
     * decision. Whoever challenged it is none of them.
     */
    OrganisationEvent decidedBy(
            String organisationId, CommandContext context, ChallengeDecision decision, boolean isOfCommunity) {
        require(OrganisationEvent.ByAndForChallengeAssessed.class, "decided about");
        context.requireOtherThan(challenger, "You challenged this standing; somebody else must decide about it.");
        String assessor = context.actor().personId();
        String organisation = context.actor().organisationId();
        for (OrganisationEvent.ByAndForChallengeAssessed other : assessed.values()) {
            context.requireOtherThan(other.assessorId(), "You have said what you think already; a second person must.");
        }
        OrganisationEvent.ByAndForChallengeAssessed first = assessed.get(decision);
        if (first == null) {
            return new OrganisationEvent.ByAndForChallengeAssessed(
                    organisationId, decision, assessor, organisation, isOfCommunity);
        }
        requireOneOfCommunity(isOfCommunity || first.assessorIsOfCommunity(), "decide");
        return switch (decision) {
            case UPHELD ->
                new OrganisationEvent.ByAndForChallengeUpheld(organisationId, assessor, organisation, isOfCommunity);
            case DISMISSED ->
                new OrganisationEvent.ByAndForChallengeDismissed(organisationId, assessor, organisation, isOfCommunity);
        };
    }

    void evolve(OrganisationEvent.OfStanding event) {
        state = StandingState.LIFECYCLE.after(state, event);
        switch (event) {
            case OrganisationEvent.ByAndForStandingSupported e -> {
                firstVerifier = e.verifierId();
                firstIsOfCommunity = e.verifierIsOfCommunity();
            }
            case OrganisationEvent.ByAndForStandingVerified e -> verifiedUntil = e.until();
            case OrganisationEvent.ByAndForChallengeUpheld _ -> {
                verifiedUntil = null;
                beginAnew();
            }
            case OrganisationEvent.ByAndForChallengeAssessed e -> assessed.put(e.decision(), e);
            case OrganisationEvent.ByAndForStandingChallenged e -> {
                challenger = e.challengedBy();
                beginAnew();
            }
            default -> beginAnew();
        }
    }

    /** New evidence, and each new state, is looked at by two people anew. */
    private void beginAnew() {
        firstVerifier = "";
        firstIsOfCommunity = false;
        assessed.clear();
    }

    private static void requireOneOfCommunity(boolean oneIs, String deed) {
        if (!oneIs) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED,
                    "One of the two who " + deed
                            + " must belong to a verified by-and-for organisation or an infrastructure body.");
        }
    }
}
