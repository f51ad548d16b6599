package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallystick.assessment.Recommendation;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.Gap;
import org.tallystick.award.Instalment;
import org.tallystick.bid.Budget;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.Unspent;
import org.tallystick.ledger.ModelAward.Pay;
import org.tallystick.ledger.ModelAward.Paying;
import org.tallystick.ledger.ModelAward.Stage;
import org.tallystick.ledger.Purse.Source;
import org.tallystick.payment.PaymentCommand;

/** What becomes of the model's awards with what was accepted. */
final class HappenedToAwards {

    private final Model model;

    HappenedToAwards(Model model) {
        this.model = model;
    }

    void with(AwardCommand command, Step step) {
        if (command instanceof AwardCommand.CommitAward c) {
            Map<String, List<Gap>> gaps = c.realCost() == null
                    ? Map.of()
                    : Map.of(c.recipient(), c.realCost().gaps());
            commit(c.awardId(), c.fundId(), null, c.recipient(), c.restriction(), c.schedule(), gaps, step.on());
            return;
        }
        ModelAward award = model.award(command.awardId());
        switch (command) {
            case AwardCommand.OfferAgreement c -> offered(award, c);
            case AwardCommand.SignAgreement _ -> {
                award.require(Stage.COMMITTED, Stage.OFFERED);
                award.stage = Stage.ACTIVE;
            }
            case AwardCommand.DeclineAward _, AwardCommand.RescindAward _, AwardCommand.ExpireOffer _ ->
                ended(award, step.on());
            case AwardCommand.SuspendAward _ -> award.stage = Stage.SUSPENDED;
            case AwardCommand.ResumeAward _ -> award.stage = Stage.ACTIVE;
            case AwardCommand.CloseAward _ -> {
                Impossible.unless(award.settled(), award.id + " is closed with money left");
                award.stage = Stage.CLOSED;
            }
            case AwardCommand.RecordReturn c -> {
                Map<Source, Long> sum = Purse.part(award.paid.leastFrom(step.on()), c.amountPence(), false);
                award.paid.take(step.on(), sum);
                ModelFund fund = model.fund(award.fundId);
                fund.purse(Unspent.RETURNED).add(step.on(), sum);
                fund.covered.takeAtMost(step.on(), sum);
            }
            case AwardCommand.CommitAward _, AwardCommand.RecordPublishedGrant _ -> {}
            default -> payment(award, command, step);
        }
    }

    private static void offered(ModelAward award, AwardCommand.OfferAgreement offer) {
        award.require(Stage.COMMITTED, Stage.OFFERED);
        award.stage = Stage.OFFERED;
        award.offers++;
        award.expiresOn = offer.expiresOn();
        award.inArrears.clear();
        award.inArrears.addAll(offer.terms().inArrears());
    }

    private void ended(ModelAward award, LocalDate on) {
        award.require(Stage.COMMITTED, Stage.OFFERED);
        award.stage = Stage.ENDED;
        model.fund(award.fundId).used.take(on, award.all());
    }

    private void payment(ModelAward award, AwardCommand command, Step step) {
        Impossible.unless(award.live(), award.id + " is " + award.stage);
        switch (command) {
            case AwardCommand.SubmitClaim c -> {
                Pay pay = award.pay(c.instalment());
                Impossible.unless(c.amountPence() <= pay.pence(), "more is claimed than there is");
                pay.claimed = true;
                pay.claimedPence = c.amountPence();
            }
            case AwardCommand.QueryClaim c -> award.pay(c.instalment()).claimed = false;
            case AwardCommand.AcceptClaim c -> accepted(award, award.pay(c.instalment()), step.today());
            case AwardCommand.ApprovePayment c -> approved(award, c.instalment(), step);
            case AwardCommand.InstructPayment c -> instructed(award.pay(c.instalment()));
            case AwardCommand.ConfirmPayment c -> {
                Pay pay = award.pay(c.instalment());
                Impossible.unless(pay.stage == Paying.INSTRUCTED, "paid while it is " + pay.stage);
                pay.stage = Paying.PAID;
                award.paid.add(step.on(), pay.money);
            }
            case AwardCommand.ReportPaymentFailure c -> failed(award, award.pay(c.instalment()), step.on());
            case AwardCommand.CancelPayment c -> cancelled(award, award.pay(c.instalment()), step.on());
            case AwardCommand.LapseInstalment c -> lapsed(award, award.pay(c.instalment()), step.on());
            default -> throw new Impossible("The model knows nothing of " + command);
        }
    }

    private void accepted(ModelAward award, Pay pay, LocalDate on) {
        Impossible.unless(pay.claimed && pay.stage == Paying.SCHEDULED, "a claim is accepted that is not there");
        pay.claimAccepted = true;
        Map<Source, Long> rest = Purse.part(pay.money, pay.pence() - pay.claimedPence, false);
        pay.money = Purse.beyond(pay.money, rest);
        model.fund(award.fundId).purse(Unspent.LAPSED).add(on, rest);
    }

    private void approved(ModelAward award, int number, Step step) {
        Pay pay = award.pay(number);
        Impossible.unless(award.stage == Stage.ACTIVE && pay.stage == Paying.SCHEDULED, "approved though " + pay.stage);
        Impossible.unless(!award.inArrears.contains(number) || pay.claimAccepted, "approved without a claim");
        Impossible.unless(!pay.approvers.contains(step.actor().personId()), "approved twice by one person");
        boolean last = Expected.lastApproval(pay, step);
        pay.approvers.add(step.actor().personId());
        if (last) {
            pay.stage = Paying.PAYABLE;
            model.fund(award.fundId).covered.add(step.today(), pay.money);
        }
    }

    private static void instructed(Pay pay) {
        Impossible.unless(
                pay.stage == Paying.PAYABLE || pay.stage == Paying.FAILED, "the bank is told while it is " + pay.stage);
        pay.stage = Paying.INSTRUCTED;
        pay.attempts++;
    }

    void exported(PaymentCommand.ExportPayments export) {
        Set<PaymentCommand.PaymentOf> once = new HashSet<>(export.payments());
        once.forEach(of -> instructed(model.award(of.awardId()).pay(of.instalment())));
    }

    private static void failed(ModelAward award, Pay pay, LocalDate on) {
        if (pay.stage == Paying.PAID) {
            award.paid.take(on, pay.money);
        } else {
            Impossible.unless(pay.stage == Paying.INSTRUCTED, "failed while it is " + pay.stage);
        }
        pay.stage = Paying.FAILED;
    }

    private void cancelled(ModelAward award, Pay pay, LocalDate on) {
        Impossible.unless(
                pay.stage == Paying.PAYABLE || pay.stage == Paying.FAILED, "cancelled while it is " + pay.stage);
        pay.stage = Paying.SCHEDULED;
        pay.approvers.clear();
        model.fund(award.fundId).covered.takeAtMost(on, pay.money);
    }

    private void lapsed(ModelAward award, Pay pay, LocalDate on) {
        if (pay.stage != Paying.SCHEDULED) {
            cancelled(award, pay, on);
        }
        pay.stage = Paying.LAPSED;
        model.fund(award.fundId).purse(Unspent.LAPSED).add(on, pay.money);
    }

    private void commit(
            String id,
            String fundId,
            @org.jspecify.annotations.Nullable String callId,
            String recipient,
            String restriction,
            List<Instalment.Planned> schedule,
            Map<String, List<Gap>> gaps,
            LocalDate on) {
        ModelFund fund = model.fund(fundId);
        Map<Source, Long> from = callId == null ? fund.drawable(on) : fund.allocatedTo(callId, on);
        List<Map<Source, Long>> drawn =
                Impossible.unlessThere(fund.drawn(from, restriction, schedule), "not enough for " + id);
        for (Map<Source, Long> part : drawn) {
            if (callId == null) {
                fund.used.add(on, part);
            } else {
                Impossible.unlessThere(fund.allocated.get(callId), "nothing set aside")
                        .take(on, part);
            }
        }
        Impossible.unless(!model.awards.containsKey(id), id + " is made twice");
        model.awards.put(
                id,
                new ModelAward(
                        id, fundId, recipient, drawn.stream().map(Pay::new).toList(), gaps));
    }

    /** Every bid that was sent is decided, once, and the awards are made out of what was set aside. */
    void decided(ModelCall call, Step step) {
        Impossible.unless(call.stage == ModelCall.Stage.APPROVED, call.id + " is " + call.stage);
        Impossible.unless(!call.recommenders.contains(step.actor().personId()), "who recommended approved");
        Set<String> bids = new HashSet<>();
        call.sent().forEach(bid -> bids.add(bid.id));
        for (Recommendation one : call.recommended) {
            Impossible.unless(bids.remove(one.bidId()), one.bidId() + " was not sent, or is decided twice");
            ModelCall.Bid bid = Impossible.unlessThere(call.bids.get(one.bidId()), "no bid");
            bid.reserved = one.outcome() == Recommendation.Outcome.RESERVE;
            if (one.givesMoney()) {
                given(call, bid, one, step.today());
            }
        }
        Impossible.unless(bids.isEmpty(), "bids are left undecided: " + bids);
        call.stage = ModelCall.Stage.DECIDED;
        if (call.given.stream().map(Recommendation::fundId).distinct().count() > 1) {
            model.reached("a decision gives money of several funds");
        }
    }

    private void given(ModelCall call, ModelCall.Bid bid, Recommendation one, LocalDate on) {
        one.amounts()
                .forEach(amount -> Impossible.unless(
                        amount.amountPence() <= bid.asked(amount.financialYear()), "more than was asked for"));
        String id = String.valueOf(one.awardId());
        List<SharedCosts.Paid> shared = SharedCosts.paid(bid, one.amounts());
        commit(
                id,
                String.valueOf(one.fundId()),
                call.id,
                bid.applicant,
                String.valueOf(one.restriction()),
                Quarters.of(call, one),
                gaps(bid, one),
                on);
        if (!shared.isEmpty()) {
            model.reached(
                    model.awards.values().stream()
                                    .flatMap(award -> award.shared.stream())
                                    .anyMatch(other -> other.pool()
                                            .equals(shared.getFirst().pool()))
                            ? "an award pays shared costs beside another"
                            : "an award pays shared costs");
        }
        if (!bid.partners.isEmpty()) {
            model.reached("an award is divided between partners");
            if (shared.stream().anyMatch(paid -> !paid.pool().contributor().equals(bid.applicant))) {
                model.reached("an award pays shared costs of a partner");
            }
        }
        model.award(id).shared = shared;
        call.given.add(one);
    }

    /** A bid in reserve gets an award after all, once another person agrees. */
    void promoted(ModelCall call, Step step) {
        Recommendation one = Impossible.unlessThere(call.promotion, "nobody is to be promoted");
        ModelCall.Bid bid = Impossible.unlessThere(call.bids.get(one.bidId()), "no bid");
        Impossible.unless(call.stage == ModelCall.Stage.INFORMED, call.id + " is " + call.stage);
        Impossible.unless(!call.promoters.contains(step.actor().personId()), "who recommended it approved");
        Impossible.unless(bid.reserved, bid.id + " is not in reserve");
        ModelFund fund = model.fund(String.valueOf(one.fundId()));
        Map<Source, Long> missing =
                Impossible.unlessThere(fund.missing(call.id, one, step.today()), "not enough to promote");
        if (!missing.isEmpty()) {
            fund.used.add(step.today(), missing);
            fund.allocated.computeIfAbsent(call.id, _ -> new Purse()).add(step.today(), missing);
            model.reached("money is set aside again for a promotion");
        }
        given(call, bid, one, step.today());
        bid.reserved = false;
        call.promotion = null;
        call.promoters.clear();
    }

    /** What is not given is each organisation's to find, its shared costs as well as its own. */
    private static Map<String, List<Gap>> gaps(ModelCall.Bid bid, Recommendation one) {
        Map<String, List<Gap>> all = new LinkedHashMap<>();
        for (Budget budget : bid.budgets()) {
            List<Gap> gaps = all.computeIfAbsent(budget.organisationId(), _ -> new ArrayList<>());
            for (Budget.Year year : budget.years()) {
                year.funding()
                        .carried()
                        .forEach(part -> gaps.add(new Gap(year.financialYear(), part.carrier(), part.amountPence())));
                long missing = year.funding().askedPence()
                        - SharedCosts.given(bid, budget.organisationId(), year.financialYear(), one.amounts());
                if (missing > 0) {
                    gaps.add(new Gap(year.financialYear(), GapCarrier.UNRESTRICTED_INCOME, missing));
                }
            }
        }
        return all;
    }
}
