package org.tallystick.registry;

import java.time.LocalDate;
import org.axonframework.modelling.command.Aggregate;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** Whether somebody may decide about a sum: the delegated limit that their body has set for them. */
public final class Authority {

    private Authority() {}

    /**
     * The sum must be within the limit that holds today, when it is decided and recorded, and within the one that held
     * on the day it takes effect: so a decision can be dated back neither to a day when the limit was higher, nor to
     * one before there was any. The authority that counts is the lower of both.
     *
     * @param body that set the limit
     * @param effectiveOn the day the decision takes effect
     * @param pence the sum
     * @param what the sum is of, to begin a sentence with
     * @param field that holds the sum
     * @return the authority in words, to be kept with the decision
     */
    public static String require(
            Aggregate<Organisation> body,
            CommandContext context,
            LocalDate effectiveOn,
            long pence,
            String what,
            String field) {
        OrganisationEvent.DelegatedLimitSet now = limit(body, context, context.today(), pence, what, field);
        OrganisationEvent.DelegatedLimitSet then = limit(body, context, effectiveOn, pence, what, field);
        OrganisationEvent.DelegatedLimitSet lower = then.limitPence() < now.limitPence() ? then : now;
        return "delegated limit of " + Pounds.of(lower.limitPence()) + " from " + lower.from();
    }

    private static OrganisationEvent.DelegatedLimitSet limit(
            Aggregate<Organisation> body,
            CommandContext context,
            LocalDate day,
            long pence,
            String what,
            String field) {
        OrganisationEvent.DelegatedLimitSet limit = body.invoke(organisation ->
                        organisation.people().limitOf(context.actor().personId(), day))
                .orElseThrow(() -> Rejection.of(Refusal.LIMIT_EXCEEDED, "You have no delegated limit on " + day + "."));
        if (pence > limit.limitPence()) {
            throw Rejection.of(
                    Refusal.LIMIT_EXCEEDED,
                    field,
                    "%s is %s; your delegated limit on %s is %s."
                            .formatted(what, Pounds.of(pence), day, Pounds.of(limit.limitPence())));
        }
        return limit;
    }
}
