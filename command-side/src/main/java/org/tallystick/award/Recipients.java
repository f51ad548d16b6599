package org.tallystick.award;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.platform.CommandContext;
import org.tallystick.registry.Organisation;

/** Who may get money, and from whose hands. */
final class Recipients {

    private Recipients() {}

    /** The organisation may get money now, and who decides about it is none of its own people. */
    static Aggregate<Organisation> requireFit(
            Repository<Organisation> organisations, String organisationId, CommandContext context, String deed) {
        Aggregate<Organisation> organisation = organisations.load(organisationId);
        organisation.execute(o -> {
            o.requireRegistered();
            o.requireStranger(context, deed);
        });
        return organisation;
    }
}
