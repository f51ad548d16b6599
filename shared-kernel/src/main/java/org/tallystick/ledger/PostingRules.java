package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Gap;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Unspent;
import org.tallystick.platform.Event;

/**
 * All rules of the funding ledger: which money event posts what. A pure function; a money event without a rule does not
 * compile, since the switches are exhaustive over sealed types. In the sentences, {@link Sentence names have a place}.
 */
public final class PostingRules {

    private PostingRules() {}

    /** The postings of an event, one per slice of its money; none where no money moved. */
    public static List<Posting> postings(Event event) {
        return switch (event) {
            case FundEvent.Money money -> ofFund(money);
            case AwardEvent.Money money -> ofAward(money);
            case AwardEvent.Memo memo -> ofGap(memo);
            default -> List.of();
        };
    }

    private static List<Posting> ofFund(FundEvent.Money money) {
        String fund = money.fundId();
        String available = Account.available(fund);
        return switch (money) {
            case FundEvent.ContributionReceived e ->
                each(
                        e.slices(),
                        slice -> new Rule(available, Account.contributor(slice.contributor()))
                                .of(fund)
                                .saying(Pounds.of(slice.amountPence()) + " arrived in the fund from {contributor}."));
            case FundEvent.ContributionReturned e ->
                each(
                        e.slices(),
                        slice -> new Rule(Account.contributor(slice.contributor()), available)
                                .of(fund)
                                .saying(Pounds.of(slice.amountPence()) + " of free money went back to {contributor}."));
            case FundEvent.MoneyAllocated e ->
                each(
                        e.slices(),
                        slice -> new Rule(Account.allocated(fund, e.callId()), available)
                                .of(fund)
                                .call(e.callId())
                                .saying(Pounds.of(slice.amountPence()) + " was set aside for call {call}."));
            case FundEvent.AllocationReleased e ->
                each(
                        e.slices(),
                        slice -> new Rule(available, Account.allocated(fund, e.callId()))
                                .of(fund)
                                .call(e.callId())
                                .saying(Pounds.of(slice.amountPence())
                                        + " set aside for call {call} became free again."));
            case FundEvent.MoneyCommitted e ->
                each(
                        e.slices(),
                        slice -> new Rule(
                                        Account.committed(fund, e.awardId()),
                                        e.callId() == null ? available : Account.allocated(fund, e.callId()))
                                .of(fund)
                                .award(e.awardId(), e.recipient())
                                .call(e.callId())
                                .saying(Pounds.of(slice.amountPence())
                                        + " was committed to award {award} for {organisation}."));
            case FundEvent.CommitmentReleased e ->
                each(
                        e.slices(),
                        slice -> new Rule(available, Account.committed(fund, e.awardId()))
                                .of(fund)
                                .award(e.awardId(), null)
                                .saying(Pounds.of(slice.amountPence())
                                        + " committed to award {award} became free again."));
            case FundEvent.UnspentMoneyFreed e ->
                each(
                        e.slices(),
                        slice -> new Rule(available, Account.unspent(fund, e.unspent()))
                                .of(fund)
                                .saying(unspent(slice, e.unspent()) + " is free again."));
            case FundEvent.UnspentMoneyReturned e ->
                each(
                        e.slices(),
                        slice -> new Rule(Account.contributor(slice.contributor()), Account.unspent(fund, e.unspent()))
                                .of(fund)
                                .saying(unspent(slice, e.unspent()) + " went back to {contributor}."));
        };
    }

    private static List<Posting> ofAward(AwardEvent.Money money) {
        String fund = money.fundId();
        String award = money.awardId();
        String recipient = money.recipient();
        Function<Rule, Rule> about = rule -> rule.of(fund).award(award, recipient);
        return switch (money) {
            case AwardEvent.AgreementSigned e ->
                each(
                        e.slices(),
                        slice -> about.apply(new Rule(Account.obligated(award), Account.committed(fund, award)))
                                .saying("The agreement for award {award} was signed: " + Pounds.of(slice.amountPence())
                                        + " is owed."));
            case AwardEvent.InstalmentMadePayable e ->
                each(
                        e.slices(),
                        slice -> about.apply(new Rule(Account.payable(award, e.instalment()), Account.obligated(award)))
                                .saying(payment(e.instalment()) + " was approved: " + Pounds.of(slice.amountPence())
                                        + " may be paid."));
            case AwardEvent.PaymentPaid e ->
                each(
                        e.slices(),
                        slice -> about.apply(
                                        new Rule(Account.received(recipient), Account.payable(award, e.instalment())))
                                .saying(payment(e.instalment()) + " was paid: {organisation} got "
                                        + Pounds.of(slice.amountPence()) + "."));
            case AwardEvent.PaymentBounced e ->
                each(
                        e.slices(),
                        slice -> about.apply(
                                        new Rule(Account.payable(award, e.instalment()), Account.received(recipient)))
                                .saying(payment(e.instalment()) + " was sent back by the bank: "
                                        + Pounds.of(slice.amountPence()) + " did not reach {organisation}."));
            case AwardEvent.PaymentCancelled e ->
                each(
                        e.slices(),
                        slice -> about.apply(new Rule(Account.obligated(award), Account.payable(award, e.instalment())))
                                .saying("The approval of payment " + e.instalment()
                                        + " of award {award} was taken back: " + Pounds.of(slice.amountPence())
                                        + " is owed, not payable."));
            case AwardEvent.MoneyReturned e ->
                each(
                        e.slices(),
                        slice -> about.apply(new Rule(Account.returned(fund), Account.received(recipient)))
                                .saying("{organisation} sent back " + Pounds.of(slice.amountPence())
                                        + " of award {award}."));
            case AwardEvent.InstalmentReduced e ->
                each(
                        e.slices(),
                        slice -> about.apply(new Rule(Account.lapsed(fund), Account.obligated(award)))
                                .saying("Less was claimed for payment " + e.instalment() + " of award {award}: "
                                        + Pounds.of(slice.amountPence()) + " will not be needed."));
            case AwardEvent.MoneyLapsed e ->
                each(
                        e.slices(),
                        slice -> about.apply(new Rule(Account.lapsed(fund), Account.obligated(award)))
                                .saying(payment(e.instalment()) + " lapsed: " + Pounds.of(slice.amountPence())
                                        + " will not be needed."));
        };
    }

    /** What nobody pays for is no contributor's money: the organisation whose part it is stands in that place. */
    private static List<Posting> ofGap(AwardEvent.Memo memo) {
        String award = memo.awardId();
        String unfunded = Account.unfunded(memo.fundId());
        List<Posting> postings = new ArrayList<>();
        for (Gap gap : memo.gaps()) {
            String carried = Account.gap(award, gap.carrier());
            String pounds = Pounds.of(gap.amountPence());
            Rule rule = switch (memo) {
                case AwardEvent.GapRecorded _ ->
                    new Rule(carried, unfunded)
                            .saying("Nobody pays for " + pounds
                                    + " of the full cost of award {award}: it is carried by "
                                    + gap.carrier().words() + ".");
                case AwardEvent.GapReleased _ ->
                    new Rule(unfunded, carried)
                            .saying("Award {award} came to nothing: the " + pounds
                                    + " it left unpaid for need not be carried.");
            };
            Slice carriedBy = new Slice(memo.recipient(), gap.financialYear(), Slice.UNRESTRICTED, gap.amountPence());
            postings.add(rule.of(memo.fundId())
                    .award(award, memo.recipient())
                    .call(memo.callId())
                    .posting(postings.size() + 1, carriedBy));
        }
        return List.copyOf(postings);
    }

    private static String unspent(Slice slice, Unspent why) {
        return Pounds.of(slice.amountPence())
                + switch (why) {
                    case RETURNED -> " that came back from an award";
                    case LAPSED -> " that an award did not need";
                };
    }

    private static String payment(int instalment) {
        return "Payment " + instalment + " of award {award}";
    }

    private static List<Posting> each(List<Slice> slices, Function<Slice, Rule> rule) {
        List<Posting> postings = new ArrayList<>(slices.size());
        for (Slice slice : slices) {
            postings.add(rule.apply(slice).posting(postings.size() + 1, slice));
        }
        return List.copyOf(postings);
    }

    /** Which account is debited and which credited, and what it is about. */
    private record Rule(
            String debit,
            String credit,
            String fund,
            @Nullable String award,
            @Nullable String organisation,
            @Nullable String call,
            String sentence) {

        Rule(String debit, String credit) {
            this(debit, credit, "", null, null, null, "");
        }

        Rule of(String fundId) {
            return new Rule(debit, credit, fundId, award, organisation, call, sentence);
        }

        Rule award(String awardId, @Nullable String recipient) {
            return new Rule(debit, credit, fund, awardId, recipient, call, sentence);
        }

        Rule call(@Nullable String callId) {
            return new Rule(debit, credit, fund, award, organisation, callId, sentence);
        }

        Rule saying(String what) {
            return new Rule(debit, credit, fund, award, organisation, call, what);
        }

        Posting posting(int line, Slice slice) {
            return new Posting(line, slice, debit, credit, fund, award, organisation, call, sentence);
        }
    }
}
