package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.fund.Fund;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Unspent;
import org.tallystick.payment.BankFileLine;
import org.tallystick.payment.PaymentReference;
import org.tallystick.platform.CommandContext;
import org.tallystick.registry.BankAccount;
import org.tallystick.registry.Organisation;

/**
 * Decisions about payments that need more than the award: who is paid, to which account, and the fund that the money
 * comes from and goes back to. All of it in one unit of work.
 */
public final class PaymentDecisions {

    private final Repository<Award> awards;
    private final Repository<Fund> funds;
    private final Repository<Organisation> organisations;

    /** Payments above this need two approvals. */
    private final long twoApprovalsAbovePence;

    /** Over the aggregates; payments of more than {@code twoApprovalsAbovePence} need two approvals. */
    public PaymentDecisions(
            Repository<Award> awards,
            Repository<Fund> funds,
            Repository<Organisation> organisations,
            long twoApprovalsAbovePence) {
        this.awards = awards;
        this.funds = funds;
        this.organisations = organisations;
        this.twoApprovalsAbovePence = twoApprovalsAbovePence;
    }

    @CommandHandler
    void handle(AwardCommand.SubmitClaim command, CommandContext context) {
        awards.load(command.awardId()).execute(award -> award.claim(command, context));
    }

    @CommandHandler
    void handle(AwardCommand.QueryClaim command, CommandContext context) {
        awards.load(command.awardId()).execute(award -> award.claim(command, context));
    }

    @CommandHandler
    void handle(AwardCommand.AcceptClaim command, CommandContext context) {
        var award = awards.load(command.awardId());
        payee(award, context, "accept its claims");
        List<Slice> rest = award.invoke(a -> a.claim(command, context));
        if (!rest.isEmpty()) {
            fundOf(award).execute(fund -> fund.noteUnspent(command.awardId(), Unspent.LAPSED, rest));
        }
    }

    @CommandHandler
    void handle(AwardCommand.ApprovePayment command, CommandContext context) {
        var award = awards.load(command.awardId());
        long amount = award.invoke(a -> a.payment(command.instalment()).amountPence());
        payee(award, context, "approve payments to it").execute(o -> o.bank().requireNoneOfThem(context, "approve it"));
        List<Slice> payable =
                award.invoke(a -> a.approve(command.instalment(), context, amount > twoApprovalsAbovePence ? 2 : 1));
        if (!payable.isEmpty()) {
            fundOf(award).execute(fund -> fund.cover(command.awardId(), command.instalment(), payable));
        }
    }

    @CommandHandler
    void handle(AwardCommand.InstructPayment command, CommandContext context) {
        instruct(command.awardId(), command.instalment(), context);
    }

    /** Tells the bank to pay an instalment; says what goes into its file. */
    public BankFileLine instruct(String awardId, int instalment, CommandContext context) {
        var award = awards.load(awardId);
        BankAccount account = payee(award, context, "pay it").invoke(Organisation::bank);
        account.requireNoneOfThem(context, "instruct the bank");
        int attempt = award.invoke(a -> a.instruct(instalment, context, account));
        return new BankFileLine(
                awardId,
                instalment,
                attempt,
                PaymentReference.of(awardId, instalment, attempt),
                account.requireConfirmed(),
                award.invoke(a -> a.payment(instalment).amountPence()));
    }

    @CommandHandler
    void handle(AwardCommand.CancelPayment command, CommandContext context) {
        LocalDate on = context.effectiveOn(command);
        cancel(awards.load(command.awardId()), command.instalment(), context, on, "cancelled");
    }

    @CommandHandler
    void handle(AwardCommand.LapseInstalment command, CommandContext context) {
        var award = awards.load(command.awardId());
        LocalDate on = context.effectiveOn(command);
        if (award.invoke(a -> a.payment(command.instalment()).payable())) {
            cancel(award, command.instalment(), context, on, "let lapse");
        }
        List<Slice> lapsed = award.invoke(a -> a.lapse(command.instalment(), context, on));
        fundOf(award).execute(fund -> fund.noteUnspent(command.awardId(), Unspent.LAPSED, lapsed));
    }

    @CommandHandler
    void handle(AwardCommand.RecordReturn command, CommandContext context) {
        var award = awards.load(command.awardId());
        List<Slice> returned =
                award.invoke(a -> a.giveBack(command.amountPence(), context, context.effectiveOn(command)));
        fundOf(award).execute(fund -> fund.noteUnspent(command.awardId(), Unspent.RETURNED, returned));
    }

    private void cancel(Aggregate<Award> award, int instalment, CommandContext context, LocalDate on, String deed) {
        List<Slice> owed = award.invoke(a -> a.cancel(instalment, context, on, deed));
        fundOf(award).execute(fund -> fund.uncover(award.identifierAsString(), instalment, owed));
    }

    private Aggregate<Fund> fundOf(Aggregate<Award> award) {
        return funds.load(award.invoke(Award::fundId));
    }

    private Aggregate<Organisation> payee(Aggregate<Award> award, CommandContext context, String deed) {
        return Recipients.requireFit(organisations, award.invoke(Award::recipient), context, deed);
    }
}
