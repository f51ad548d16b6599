package org.tallystick.award;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** The claim for one instalment that is paid in arrears, as the award knows it. */
record Claim(int number, ClaimState state, long amountPence) {

    /**
     * What follows from a command; refuses one that does not fit.
     *
     * @param claim the claim as it stands, if there is one
     * @param mostPence the amount of the instalment
     */
    static AwardEvent decide(AwardCommand.OfClaim command, @Nullable Claim claim, long mostPence) {
        String award = command.awardId();
        int instalment = command.instalment();
        int number = claim == null ? 1 : claim.number();
        AwardEvent event = switch (command) {
            case AwardCommand.SubmitClaim submit ->
                new AwardEvent.ClaimSubmitted(
                        award, instalment, claim == null ? 1 : number + 1, submit.amountPence(), submit.spent());
            case AwardCommand.QueryClaim _ -> new AwardEvent.ClaimQueried(award, instalment, number);
            case AwardCommand.AcceptClaim _ -> new AwardEvent.ClaimAccepted(award, instalment, number);
        };
        ClaimState.LIFECYCLE.require(
                claim == null ? null : claim.state(),
                event.getClass(),
                switch (command) {
                    case AwardCommand.SubmitClaim _ -> "submitted";
                    case AwardCommand.QueryClaim _ -> "asked about";
                    case AwardCommand.AcceptClaim _ -> "accepted";
                });
        if (command instanceof AwardCommand.SubmitClaim submit && submit.amountPence() > mostPence) {
            throw Rejection.of(
                    Refusal.NOT_ENOUGH_MONEY,
                    "amountPence",
                    "At most " + Pounds.of(mostPence) + " can be claimed: that is the instalment.");
        }
        return event;
    }

    /** The claim after an event of its instalment. */
    static @Nullable Claim after(@Nullable Claim claim, AwardEvent event) {
        if (event instanceof AwardEvent.ClaimSubmitted submitted) {
            return new Claim(submitted.claim(), ClaimState.SUBMITTED, submitted.amountPence());
        }
        return claim == null
                ? null
                : new Claim(claim.number(), ClaimState.LIFECYCLE.after(claim.state(), event), claim.amountPence());
    }
}
