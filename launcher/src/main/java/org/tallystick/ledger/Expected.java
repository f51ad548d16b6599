package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.assessment.Recommendation;
import org.tallystick.award.AwardCommand;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.fund.FundCommand;
import org.tallystick.ledger.Purse.Source;
import org.tallystick.platform.FinancialYear;

/** Whether there is the money for a command, by the model. Whatever else may stand against it is not asked here. */
final class Expected {

    private final Model model;

    Expected(Model model) {
        this.model = model;
    }

    /** Whether money, or the lack of it, is no obstacle; of what the model does not know, the product will say so. */
    boolean enough(Step step) {
        try {
            return asked(step);
        } catch (Impossible unknown) {
            return true;
        }
    }

    private boolean asked(Step step) {
        return switch (step.command()) {
            case FundCommand command when model.funds.containsKey(command.fundId()) -> fund(command, step.on());
            case GrantCallCommand command when model.calls.containsKey(command.callId()) -> call(command, step);
            case AwardCommand.CommitAward command
            when model.funds.containsKey(command.fundId()) -> commit(command, step);
            case AwardCommand command when model.awards.containsKey(command.awardId()) -> award(command, step);
            default -> true;
        };
    }

    private boolean fund(FundCommand command, LocalDate on) {
        ModelFund fund = model.fund(command.fundId());
        return switch (command) {
            case FundCommand.WithdrawPledge c ->
                fund.openPledge(source(c.contributor(), c.financialYear(), c.restriction()), c.amountPence());
            case FundCommand.ReturnContribution c ->
                fund.free(on).getOrDefault(source(c.contributor(), c.financialYear(), c.restriction()), 0L)
                        >= c.amountPence();
            case FundCommand.FreeUnspentMoney c ->
                fund.hasUnspent(
                        c.unspent(), source(c.contributor(), c.financialYear(), c.restriction()), on, c.amountPence());
            case FundCommand.ReturnUnspentMoney c -> {
                Source source = source(c.contributor(), c.financialYear(), c.restriction());
                yield fund.hasUnspent(c.unspent(), source, on, c.amountPence())
                        && fund.hasArrived(source, c.amountPence());
            }
            case FundCommand.CloseFund _ -> fund.left() == 0;
            default -> true;
        };
    }

    private boolean call(GrantCallCommand command, Step step) {
        ModelCall call = model.call(command.callId());
        return switch (command) {
            case GrantCallCommand.ApproveCall _ -> canSetAside(call, step);
            case GrantCallCommand.RecommendAwards c -> call.withinEnvelope(c.recommendations(), Cast.BY_AND_FOR);
            case GrantCallCommand.ApproveDecision _ -> canDecide(call, step);
            case GrantCallCommand.RecommendPromotion c -> fitsBeside(call, c.recommendation());
            case GrantCallCommand.ApprovePromotion _ ->
                call.promotion == null || canPromote(call, call.promotion, step);
            default -> true;
        };
    }

    private boolean canSetAside(ModelCall call, Step step) {
        if (call.terms.envelopePence() > Cast.limit(step.actor())) {
            return false;
        }
        Map<String, Map<Source, Long>> left = new HashMap<>();
        for (CallTerms.Envelope part : call.terms.envelope()) {
            ModelFund fund = model.fund(part.fundId());
            Map<Source, Long> from = left.getOrDefault(fund.id, fund.drawable(step.today()));
            Map<Source, Long> drawn =
                    fund.draw(from, part.financialYear().startYear(), part.restriction(), part.amountPence());
            if (drawn == null) {
                return false;
            }
            left.put(fund.id, Purse.beyond(from, drawn));
        }
        return true;
    }

    private boolean canDecide(ModelCall call, Step step) {
        List<Recommendation> all = call.recommended;
        long total = all.stream().mapToLong(Recommendation::totalPence).sum();
        if (total > Cast.limit(step.actor()) || !call.withinEnvelope(all, Cast.BY_AND_FOR)) {
            return false;
        }
        if (!model.paidOnce(
                call, all.stream().filter(Recommendation::givesMoney).toList())) {
            return false;
        }
        Map<String, Map<Source, Long>> left = new HashMap<>();
        for (Recommendation one : all) {
            if (one.givesMoney()) {
                ModelFund fund = model.fund(String.valueOf(one.fundId()));
                Map<Source, Long> from = left.getOrDefault(fund.id, fund.allocatedTo(call.id, step.today()));
                var drawn = fund.drawn(from, String.valueOf(one.restriction()), Quarters.of(call, one));
                if (drawn == null) {
                    return false;
                }
                for (Map<Source, Long> part : drawn) {
                    from = Purse.beyond(from, part);
                }
                left.put(fund.id, from);
            }
        }
        return true;
    }

    private boolean fitsBeside(ModelCall call, Recommendation promotion) {
        List<Recommendation> all = new ArrayList<>(model.held(call));
        all.add(promotion);
        return call.withinEnvelope(all, Cast.BY_AND_FOR);
    }

    /** What the call lacks for it has to be free in the fund. */
    private boolean canPromote(ModelCall call, Recommendation promotion, Step step) {
        if (promotion.totalPence() > Cast.limit(step.actor())
                || !fitsBeside(call, promotion)
                || !model.paidOnce(call, List.of(promotion))) {
            return false;
        }
        ModelFund fund = model.fund(String.valueOf(promotion.fundId()));
        Map<Source, Long> missing = fund.missing(call.id, promotion, step.today());
        return missing != null
                && fund.drawn(
                                Purse.plus(fund.allocatedTo(call.id, step.today()), missing),
                                String.valueOf(promotion.restriction()),
                                Quarters.of(call, promotion))
                        != null;
    }

    private boolean commit(AwardCommand.CommitAward command, Step step) {
        ModelFund fund = model.fund(command.fundId());
        long total = command.schedule().stream()
                .mapToLong(planned -> planned.amountPence())
                .sum();
        return total <= Cast.limit(step.actor())
                && fund.drawn(fund.drawable(step.on()), command.restriction(), command.schedule()) != null;
    }

    private boolean award(AwardCommand command, Step step) {
        ModelAward award = model.award(command.awardId());
        ModelFund fund = model.fund(award.fundId);
        return switch (command) {
            case AwardCommand.SubmitClaim c ->
                c.instalment() > award.pays.size()
                        || c.amountPence() <= award.pay(c.instalment()).pence();
            case AwardCommand.ApprovePayment c ->
                c.instalment() > award.pays.size()
                        || !lastApproval(award.pay(c.instalment()), step)
                        || fund.canCover(award.pay(c.instalment()).money);
            case AwardCommand.RecordReturn c -> Purse.total(award.paid.leastFrom(step.on())) >= c.amountPence();
            case AwardCommand.CloseAward _ -> award.settled();
            default -> true;
        };
    }

    /** Two approve what is more than £50,000. */
    static boolean lastApproval(ModelAward.Pay pay, Step step) {
        int others = pay.approvers.contains(step.actor().personId()) ? 0 : 1;
        return pay.approvers.size() + others >= (pay.pence() > Cast.TWO_APPROVALS_ABOVE_PENCE ? 2 : 1);
    }

    static Source source(String contributor, FinancialYear year, String restriction) {
        return new Source(contributor, year.startYear(), restriction);
    }
}
