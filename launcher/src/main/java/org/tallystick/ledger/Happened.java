package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.Map;
import org.tallystick.award.AwardCommand;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.Budget;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.Unspent;
import org.tallystick.ledger.Purse.Source;
import org.tallystick.payment.PaymentCommand;
import org.tallystick.registry.OrganisationCommand;

/** What becomes of the model with a command that was accepted. Throws {@link Impossible} where it cannot be. */
final class Happened {

    private final Model model;
    private final HappenedToAwards awards;

    Happened(Model model) {
        this.model = model;
        this.awards = new HappenedToAwards(model);
    }

    void with(Step step) {
        switch (step.command()) {
            case FundCommand.OpenFund c ->
                model.funds.put(
                        c.fundId(),
                        new ModelFund(
                                c.fundId(),
                                c.drawOrder() == DrawOrder.IN_ORDER,
                                c.commitAgainst() == CommitAgainst.PLEDGED));
            case FundCommand command -> fund(command, step.on());
            case GrantCallCommand command -> call(command, step);
            case BidCommand command -> bid(command);
            case AwardCommand command -> awards.with(command, step);
            case PaymentCommand.ExportPayments export -> awards.exported(export);
            case OrganisationCommand.RecordCostProfile c ->
                model.profiles(c.organisationId()).add(c.costProfile());
            default -> {}
        }
    }

    private void fund(FundCommand command, LocalDate on) {
        ModelFund fund = model.fund(command.fundId());
        switch (command) {
            case FundCommand.PledgeContribution c ->
                fund.pledged.add(
                        on, sum(Expected.source(c.contributor(), c.financialYear(), c.restriction()), c.amountPence()));
            case FundCommand.WithdrawPledge c ->
                fund.pledged.take(
                        on, sum(Expected.source(c.contributor(), c.financialYear(), c.restriction()), c.amountPence()));
            case FundCommand.ReceiveContribution c ->
                fund.received.add(
                        on, sum(Expected.source(c.contributor(), c.financialYear(), c.restriction()), c.amountPence()));
            case FundCommand.ReturnContribution c ->
                fund.giveBack(
                        on, sum(Expected.source(c.contributor(), c.financialYear(), c.restriction()), c.amountPence()));
            case FundCommand.FreeUnspentMoney c ->
                decided(
                        fund,
                        c.unspent(),
                        on,
                        sum(Expected.source(c.contributor(), c.financialYear(), c.restriction()), c.amountPence()));
            case FundCommand.ReturnUnspentMoney c -> {
                Map<Source, Long> sum =
                        sum(Expected.source(c.contributor(), c.financialYear(), c.restriction()), c.amountPence());
                decided(fund, c.unspent(), on, sum);
                fund.giveBack(on, sum);
            }
            case FundCommand.FreezeFund _ -> fund.frozen = true;
            case FundCommand.UnfreezeFund _ -> fund.frozen = false;
            case FundCommand.CloseFund _ -> fund.closed = true;
            case FundCommand.OpenFund _ -> throw new Impossible("A fund is opened twice.");
        }
    }

    private static void decided(ModelFund fund, Unspent why, LocalDate on, Map<Source, Long> sum) {
        fund.purse(why).take(on, sum);
        fund.used.take(on, sum);
    }

    private void call(GrantCallCommand command, Step step) {
        if (command instanceof GrantCallCommand.DraftCall c) {
            ModelCall call = new ModelCall(c.callId(), c.terms());
            call.writers.add(step.actor().personId());
            model.calls.put(c.callId(), call);
            return;
        }
        ModelCall call = model.call(command.callId());
        switch (command) {
            case GrantCallCommand.RedraftCall c -> written(call, c.terms(), step);
            case GrantCallCommand.AmendCall c -> {
                Impossible.unless(
                        c.terms().envelope().equals(call.terms.envelope()),
                        "the envelope of an announced call changed");
                written(call, c.terms(), step);
            }
            case GrantCallCommand.ApproveCall _ -> approved(call, step);
            case GrantCallCommand.WithdrawCall _, GrantCallCommand.ArchiveCall _ -> over(call, step.today());
            case GrantCallCommand.RecommendAwards c -> {
                call.recommended = c.recommendations();
                call.recommendations++;
                call.recommenders.add(step.actor().personId());
            }
            case GrantCallCommand.ApproveDecision _ -> awards.decided(call, step);
            case GrantCallCommand.RecommendPromotion c -> {
                call.promotion = c.recommendation();
                call.promotions++;
                call.promoters.add(step.actor().personId());
            }
            case GrantCallCommand.ApprovePromotion _ -> awards.promoted(call, step);
            case GrantCallCommand.InformApplicants _ -> call.stage = ModelCall.Stage.INFORMED;
            default -> {}
        }
    }

    private static void written(ModelCall call, CallTerms terms, Step step) {
        call.terms = terms;
        call.version++;
        call.writers.add(step.actor().personId());
    }

    private void approved(ModelCall call, Step step) {
        Impossible.unless(call.stage == ModelCall.Stage.DRAFTED, call.id + " is approved twice");
        Impossible.unless(!call.writers.contains(step.actor().personId()), "its writer approved " + call.id);
        for (CallTerms.Envelope part : call.terms.envelope()) {
            ModelFund fund = model.fund(part.fundId());
            Map<Source, Long> sum = Impossible.unlessThere(
                    fund.draw(
                            fund.drawable(step.today()),
                            part.financialYear().startYear(),
                            part.restriction(),
                            part.amountPence()),
                    "not enough in " + fund.id);
            fund.used.add(step.today(), sum);
            fund.allocated.computeIfAbsent(call.id, _ -> new Purse()).add(step.today(), sum);
        }
        call.stage = ModelCall.Stage.APPROVED;
        if (call.terms.envelope().stream()
                        .map(CallTerms.Envelope::fundId)
                        .distinct()
                        .count()
                > 1) {
            model.reached("a call with several funds is approved");
        }
    }

    private void over(ModelCall call, LocalDate on) {
        for (ModelFund fund : model.funds.values()) {
            Purse purse = fund.allocated.remove(call.id);
            if (purse != null) {
                fund.used.take(on, purse.all());
            }
        }
        call.stage = ModelCall.Stage.OVER;
    }

    private void bid(BidCommand command) {
        if (command instanceof BidCommand.StartBid c) {
            ModelCall call = model.call(c.callId());
            Impossible.unless(call.bidOf(c.applicant()) == null, "a second bid of " + c.applicant());
            call.bids.put(c.bidId(), new ModelCall.Bid(c.bidId(), c.applicant()));
            return;
        }
        ModelCall call = Impossible.unlessThere(model.callOfBid(command.bidId()), "no bid " + command.bidId());
        ModelCall.Bid bid = Impossible.unlessThere(call.bids.get(command.bidId()), "no bid " + command.bidId());
        switch (command) {
            case BidCommand.AnswerEligibility _ -> saved(bid, "eligibility");
            case BidCommand.DescribeProject c -> {
                saved(bid, "project");
                bid.startsOn = c.startsOn();
            }
            case BidCommand.AnswerBidQuestion _ -> saved(bid, "answer");
            case BidCommand.SaveBudget c -> costed(bid, c.budget());
            case BidCommand.CertifyBid _ -> certified(bid);
            case BidCommand.SubmitBid _ -> {
                Impossible.unless(bid.certified && !bid.over, bid.id + " is sent and nobody stands for it");
                bid.sent = true;
            }
            case BidCommand.ReopenBid _ -> reopened(bid);
            case BidCommand.WithdrawBid _, BidCommand.LapseBid _ -> bid.over = true;
            case BidCommand.InvitePartner _,
                    BidCommand.ChangePartner _,
                    BidCommand.RemovePartner _,
                    BidCommand.AgreeAsPartner _,
                    BidCommand.LeaveBid _ -> together(bid, command);
            case BidCommand.StartBid _, BidCommand.ReportHours _ -> {}
        }
    }

    private static void costed(ModelCall.Bid bid, Budget budget) {
        String organisation = budget.organisationId();
        saved(bid, bid.budgetOf(organisation));
        if (organisation.equals(bid.applicant)) {
            bid.budget = budget;
        } else {
            bid.partner(organisation).budget = budget;
            bid.partner(organisation).agreed = false;
        }
    }

    private static void certified(ModelCall.Bid bid) {
        bid.partners.forEach((partner, part) -> Impossible.unless(
                part.agreed && part.budget != null,
                bid.id + " is signed off and " + partner + " does not stand for it"));
        bid.certified = true;
    }

    /** A partner is asked, given another part, agrees, or takes part no more. */
    private static void together(ModelCall.Bid bid, BidCommand command) {
        String partner = switch (command) {
            case BidCommand.InvitePartner c -> {
                ModelPartner before = bid.partners.put(c.partner(), new ModelPartner(c.work()));
                Impossible.unless(before == null, c.partner() + " is asked twice for " + bid.id);
                yield c.partner();
            }
            case BidCommand.ChangePartner c -> {
                ModelPartner part = bid.partner(c.partner());
                part.agreed = part.agreed && part.work.equals(c.work());
                part.work = c.work();
                yield c.partner();
            }
            case BidCommand.AgreeAsPartner c -> {
                Impossible.unless(bid.partner(c.partner()).budget != null, "agreed to what has no price");
                bid.partner(c.partner()).agreed = true;
                yield c.partner();
            }
            case BidCommand.RemovePartner c -> gone(bid, c.partner());
            case BidCommand.LeaveBid c -> gone(bid, c.partner());
            default -> throw new Impossible("This is about no partner: " + command);
        };
        saved(bid, "part of " + partner);
    }

    private static String gone(ModelCall.Bid bid, String partner) {
        Impossible.unlessThere(bid.partners.remove(partner), partner + " is no partner in " + bid.id);
        return partner;
    }

    private static void reopened(ModelCall.Bid bid) {
        bid.sent = false;
        bid.over = false;
        bid.certified = false;
    }

    private static void saved(ModelCall.Bid bid, String part) {
        Impossible.unless(!bid.sent && !bid.over, bid.id + " is saved after it was sent");
        bid.saved.merge(part, 1, Integer::sum);
        bid.certified = false;
    }

    static Map<Source, Long> sum(Source source, long pence) {
        return Map.of(source, pence);
    }
}
