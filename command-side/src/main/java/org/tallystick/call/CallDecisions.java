package org.tallystick.call;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.fund.Fund;
import org.tallystick.platform.CommandContext;
import org.tallystick.registry.Authority;
import org.tallystick.registry.Organisation;

/**
 * Decisions about a call that need more than the call: the authority of who approves it, and the funds its money is set
 * aside in. All of it in one unit of work, so that all of it happens or nothing.
 */
public final class CallDecisions {

    private final Repository<GrantCall> calls;
    private final Repository<Fund> funds;
    private final Repository<Organisation> organisations;
    private final long lightTouchPence;
    private final EffortBudget effort;

    /**
     * Over the aggregates.
     *
     * @param lightTouchPence the threshold of the light-touch regime of procurement
     * @param effort what a bid may take without a reason
     */
    public CallDecisions(
            Repository<GrantCall> calls,
            Repository<Fund> funds,
            Repository<Organisation> organisations,
            long lightTouchPence,
            EffortBudget effort) {
        this.calls = calls;
        this.funds = funds;
        this.organisations = organisations;
        this.lightTouchPence = lightTouchPence;
        this.effort = effort;
    }

    @CommandHandler
    void handle(GrantCallCommand.ApproveCall command, CommandContext context) {
        Aggregate<GrantCall> call = calls.load(command.callId());
        String holder = call.invoke(GrantCall::holder);
        context.requireActsFor(holder, "approve this call");
        Aggregate<Organisation> body = organisations.load(holder);
        body.execute(Organisation::requireRegistered);
        String authority = Authority.require(
                body,
                context,
                context.today(),
                call.invoke(GrantCall::envelopePence),
                "The envelope",
                "terms.envelope");
        CallTerms terms = call.invoke(c -> c.approve(command.readVersion(), context, lightTouchPence, authority));
        effort.requireReason(terms, command.reason());
        for (CallTerms.Envelope part : terms.envelope()) {
            Aggregate<Fund> fund = funds.load(part.fundId());
            context.requireActsFor(fund.invoke(Fund::holder), "set money of fund " + part.fundId() + " aside");
            fund.execute(f -> f.setAside(
                    command.callId(), part.financialYear(), part.restriction(), part.amountPence(), context.today()));
        }
    }

    @CommandHandler
    void handle(GrantCallCommand.ArchiveCall command, CommandContext context) {
        release(command.callId(), calls.load(command.callId()).invoke(call -> call.archive(context)));
    }

    @CommandHandler
    void handle(GrantCallCommand.WithdrawCall command, CommandContext context) {
        release(command.callId(), calls.load(command.callId()).invoke(call -> call.withdraw(context)));
    }

    private void release(String callId, List<String> fundIds) {
        fundIds.forEach(fundId -> funds.load(fundId).execute(fund -> fund.releaseAllocation(callId)));
    }
}
