package org.tallystick.registry;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.tallystick.platform.CommandContext;

/**
 * Verifying a standing, or deciding about a challenge of it, needs two registry entries: the claimant's, and that of
 * the one who decides.
 */
public final class StandingVerification {

    private final Repository<Organisation> organisations;

    /** Over the registry. */
    public StandingVerification(Repository<Organisation> organisations) {
        this.organisations = organisations;
    }

    @CommandHandler
    void handle(OrganisationCommand.VerifyByAndForStanding command, CommandContext context) {
        boolean ofCommunity = speaksForCommunity(context);
        organisations.load(command.organisationId()).execute(claimant -> claimant.verifyStanding(context, ofCommunity));
    }

    @CommandHandler
    void handle(OrganisationCommand.DecideByAndForChallenge command, CommandContext context) {
        boolean ofCommunity = speaksForCommunity(context);
        organisations
                .load(command.organisationId())
                .execute(claimant -> claimant.decideChallenge(context, command.decision(), ofCommunity));
    }

    private boolean speaksForCommunity(CommandContext context) {
        return organisations.load(context.actor().organisationId()).invoke(decider -> {
            decider.requireRegistered();
            return decider.speaksForCommunity(context.today());
        });
    }
}
