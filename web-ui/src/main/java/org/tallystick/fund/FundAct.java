package org.tallystick.fund;

import java.util.Arrays;
import java.util.List;
import org.tallystick.fund.FundQuery.FundView;
import org.tallystick.platform.Act;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Command;
import org.tallystick.platform.Event;

/** What may be done to a fund that exists; the page of each is {@code /funds/{fundId}/{key}}. */
enum FundAct implements Act {
    RECEIVE(
            "receive",
            "Record money received",
            FundCommand.ReceiveContribution.class,
            FundEvent.ContributionReceived.class),
    PLEDGE("pledge", "Record a pledge", FundCommand.PledgeContribution.class, FundEvent.ContributionPledged.class),
    WITHDRAW_PLEDGE(
            "withdraw-pledge",
            "Take back or reduce a pledge",
            FundCommand.WithdrawPledge.class,
            FundEvent.PledgeWithdrawn.class),
    GIVE_BACK(
            "give-back",
            "Give money back to a contributor",
            FundCommand.ReturnContribution.class,
            FundEvent.ContributionReturned.class),
    FREE_UNSPENT(
            "free-unspent",
            "Use money again that awards did not spend",
            FundCommand.FreeUnspentMoney.class,
            FundEvent.UnspentMoneyFreed.class),
    RETURN_UNSPENT(
            "return-unspent",
            "Give back money that awards did not spend",
            FundCommand.ReturnUnspentMoney.class,
            FundEvent.UnspentMoneyReturned.class),
    FREEZE("freeze", "Freeze the fund", FundCommand.FreezeFund.class, FundEvent.FundFrozen.class),
    UNFREEZE("unfreeze", "Unfreeze the fund", FundCommand.UnfreezeFund.class, FundEvent.FundUnfrozen.class),
    CLOSE("close", "Close the fund", FundCommand.CloseFund.class, FundEvent.FundClosed.class);

    private final Traits traits;

    FundAct(String key, String label, Class<? extends Command> command, Class<? extends Event> event) {
        this.traits = new Traits(key, label, command, event);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    /** All that this person may do to this fund now. */
    static List<FundAct> offered(FundView fund, Actor actor) {
        return Arrays.stream(values()).filter(act -> act.fits(fund, actor)).toList();
    }

    /** The act of that address, refused where the person may not do it or the fund is not in a state for it. */
    static FundAct required(String key, FundView fund, Actor actor) {
        FundAct act = Act.of(values(), key, "a fund", actor);
        if (!actor.actsFor(fund.summary().holder())) {
            throw Act.notYours(fund.summary().holderName());
        }
        if (!act.fits(fund, actor)) {
            throw Act.doesNotFit("the fund", FundWords.state(fund.summary().state()));
        }
        return act;
    }

    private boolean fits(FundView fund, Actor actor) {
        return isFor(actor)
                && fits(FundState.LIFECYCLE, fund.summary().state())
                && actor.actsFor(fund.summary().holder())
                && hasMoneyFor(fund);
    }

    private boolean hasMoneyFor(FundView fund) {
        return switch (this) {
            case WITHDRAW_PLEDGE -> fund.contributions().stream().anyMatch(given -> PledgeDeed.toComePence(given) > 0);
            case GIVE_BACK -> fund.summary().balance().availablePence() > 0;
            case FREE_UNSPENT, RETURN_UNSPENT -> !fund.unspent().isEmpty();
            case RECEIVE, PLEDGE, FREEZE, UNFREEZE, CLOSE -> true;
        };
    }
}
