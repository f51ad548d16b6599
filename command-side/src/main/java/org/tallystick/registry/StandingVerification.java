package org.tallystick.registry;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.tallystick.platform.CommandContext;

/** Verifying a standing needs two registry entries: the claimant's, and that of the one who verifies. */
public final class StandingVerification {

    private final Repository<Organisation> organisations;

    /** Over the registry. */
    public StandingVerification(Repository<Organisation> organisations) {
        this.organisations = organisations;
    }

    @CommandHandler
    void handle(OrganisationCommand.VerifyByAndForStanding command, CommandContext context) {
        boolean ofCommunity = organisations
                .load(context.actor().organisationId())
                .invoke(verifier -> {
                    verifier.requireRegistered();
                    return verifier.speaksForCommunity(context.today());
                });
        organisations.load(command.organisationId()).execute(claimant -> claimant.verifyStanding(context, ofCommunity));
    }
}
