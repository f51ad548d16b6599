package org.tallystick.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** The by-and-for standing of one organisation: who has verified it, and until when it holds. */
final class Standing {

    /** A verified standing holds this long unless it is challenged. */
    static final int MONTHS = 24;

    private @Nullable StandingState state;
    private String firstVerifier = "";
    private boolean firstIsOfCommunity;
    private String challenger = "";
    private @Nullable LocalDate verifiedUntil;

    /** Whether it is verified and has not run out on that day. */
    boolean holdsOn(LocalDate day) {
        return state == StandingState.VERIFIED && verifiedUntil != null && !day.isAfter(verifiedUntil);
    }

    void require(Class<? extends OrganisationEvent> event, String deed) {
        StandingState.LIFECYCLE.require(state, event, deed);
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
        if (!isOfCommunity && !firstIsOfCommunity) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED,
                    "One of the two who verify must belong to a verified by-and-for organisation or an "
                            + "infrastructure body.");
        }
        LocalDate from = context.today();
        return new OrganisationEvent.ByAndForStandingVerified(
                organisationId,
                verifier,
                organisation,
                isOfCommunity,
                from,
                from.plusMonths(MONTHS).minusDays(1));
    }

    /** The event of a refusal; whoever challenged it does not decide about the challenge too. */
    OrganisationEvent refusedBy(String organisationId, CommandContext context) {
        require(OrganisationEvent.ByAndForStandingRefused.class, "refused");
        context.requireOtherThan(challenger, "You challenged this standing; somebody else must decide about it.");
        return new OrganisationEvent.ByAndForStandingRefused(organisationId);
    }

    void evolve(OrganisationEvent event) {
        state = StandingState.LIFECYCLE.after(state, event);
        switch (event) {
            case OrganisationEvent.ByAndForStandingSupported e -> {
                firstVerifier = e.verifierId();
                firstIsOfCommunity = e.verifierIsOfCommunity();
            }
            case OrganisationEvent.ByAndForStandingVerified e -> verifiedUntil = e.until();
            case OrganisationEvent.ByAndForStandingChallenged e -> {
                challenger = e.challengedBy();
                beginAnew();
            }
            case OrganisationEvent.ByAndForStandingClaimed _ -> {
                challenger = "";
                beginAnew();
            }
            default -> beginAnew();
        }
    }

    private void beginAnew() {
        firstVerifier = "";
        firstIsOfCommunity = false;
    }
}
