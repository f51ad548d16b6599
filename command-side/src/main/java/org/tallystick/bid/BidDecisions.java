package org.tallystick.bid;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCall;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.CostProfiles;
import org.tallystick.registry.Organisation;

/** What is done with a bid needs the call it is made for, and what is known of the organisation. */
public final class BidDecisions {

    private final Repository<Bid> bids;
    private final Repository<GrantCall> calls;
    private final Repository<Organisation> organisations;

    /** Over the aggregates. */
    public BidDecisions(Repository<Bid> bids, Repository<GrantCall> calls, Repository<Organisation> organisations) {
        this.bids = bids;
        this.calls = calls;
        this.organisations = organisations;
    }

    @CommandHandler
    void handle(BidCommand.StartBid command, CommandContext context) throws Exception {
        context.requireActsFor(command.applicant(), "apply in its name");
        calls.load(command.callId()).execute(call -> call.requireTakesBids(context.at()));
        requireMayBid(command.applicant());
        bids.newInstance(() -> new Bid(command));
    }

    @CommandHandler
    void handle(BidCommand.AnswerEligibility command, CommandContext context) {
        change(own(command, context), context, (bid, terms) -> bid.answer(command, terms));
    }

    @CommandHandler
    void handle(BidCommand.DescribeProject command, CommandContext context) {
        change(written(command, context), context, (bid, _) -> bid.describe(command));
    }

    @CommandHandler
    void handle(BidCommand.AnswerBidQuestion command, CommandContext context) {
        change(written(command, context), context, (bid, terms) -> bid.answer(command, terms));
    }

    @CommandHandler
    void handle(BidCommand.SaveBudget command, CommandContext context) {
        change(shared(command, context), context, (bid, _) -> bid.cost(command, context));
    }

    @CommandHandler
    void handle(BidCommand.InvitePartner command, CommandContext context) {
        Aggregate<Bid> bid = own(command, context);
        requireMayBid(command.partner());
        change(bid, context, (b, _) -> b.invite(command));
    }

    @CommandHandler
    void handle(BidCommand.ChangePartner command, CommandContext context) {
        change(own(command, context), context, (bid, _) -> bid.change(command));
    }

    @CommandHandler
    void handle(BidCommand.RemovePartner command, CommandContext context) {
        change(own(command, context), context, (bid, _) -> bid.remove(command));
    }

    @CommandHandler
    void handle(BidCommand.AgreeAsPartner command, CommandContext context) {
        Aggregate<Bid> bid = shared(command, context);
        context.requireActsFor(command.partner(), "agree to its part");
        change(bid, context, (b, terms) -> b.agree(command, terms, this::profiles));
    }

    @CommandHandler
    void handle(BidCommand.LeaveBid command, CommandContext context) {
        Aggregate<Bid> bid = shared(command, context);
        context.requireActsFor(command.partner(), "take it out of the bid");
        change(bid, context, (b, _) -> b.leave(command));
    }

    @CommandHandler
    void handle(BidCommand.CertifyBid command, CommandContext context) {
        Aggregate<Bid> bid = own(command, context);
        CallTerms terms = requireOpen(bid, context);
        int callVersion = callOf(bid).invoke(GrantCall::version);
        bid.execute(b -> b.certify(command, terms, callVersion, this::profiles));
    }

    @CommandHandler
    void handle(BidCommand.SubmitBid command, CommandContext context) {
        Aggregate<Bid> bid = own(command, context);
        requireOpen(bid, context);
        bid.invoke(Bid::organisations).forEach(this::requireMayBid);
        int callVersion = callOf(bid).invoke(GrantCall::version);
        bid.execute(b -> b.submit(callVersion, context.at()));
    }

    @CommandHandler
    void handle(BidCommand.ReopenBid command, CommandContext context) {
        change(own(command, context), context, (bid, _) -> bid.reopen());
    }

    @CommandHandler
    void handle(BidCommand.WithdrawBid command, CommandContext context) {
        own(command, context).execute(Bid::withdraw);
    }

    /** Until all are told, and not longer: from then on the figure is published. */
    @CommandHandler
    void handle(BidCommand.ReportHours command, CommandContext context) {
        Aggregate<Bid> bid = own(command, context);
        if (callOf(bid).invoke(GrantCall::hasInformed)) {
            throw Rejection.of(Refusal.TOO_LATE, "The figures of this call are published: they stay as they are.");
        }
        bid.execute(b -> b.report(command.hours()));
    }

    @CommandHandler
    void handle(BidCommand.LapseBid command, CommandContext context) {
        Aggregate<Bid> bid = own(command, context);
        Instant closesAt = callOf(bid).invoke(GrantCall::closesAt);
        if (context.at().isBefore(closesAt)) {
            throw Rejection.of(Refusal.WRONG_STATE, "The call has not closed.");
        }
        bid.execute(b -> b.lapse(closesAt));
    }

    /** Changes a bid of a call that is open. */
    private void change(Aggregate<Bid> bid, CommandContext context, BiConsumer<Bid, CallTerms> change) {
        CallTerms terms = requireOpen(bid, context);
        bid.execute(b -> change.accept(b, terms));
    }

    private void requireMayBid(String applicant) {
        organisations.load(applicant).execute(organisation -> {
            organisation.requireRegistered();
            organisation.requireMayBid();
        });
    }

    private BidTask.CostProfiles profiles(String organisationId) {
        CostProfiles profiles = organisations.load(organisationId).invoke(Organisation::costProfiles);
        return profiles::of;
    }

    /** A bid, for people of its lead alone. */
    private Aggregate<Bid> own(BidCommand command, CommandContext context) {
        return permitted(command, bid -> BidRights.requireLead(bid, command.bidId(), context));
    }

    /** A bid, for those who may write its project and answers. */
    private Aggregate<Bid> written(BidCommand command, CommandContext context) {
        return permitted(command, bid -> BidRights.requireWriter(bid, command.bidId(), context));
    }

    /** A bid, for people of its lead and of its partners. */
    private Aggregate<Bid> shared(BidCommand command, CommandContext context) {
        return permitted(command, bid -> BidRights.requireParty(bid, command.bidId(), context));
    }

    private Aggregate<Bid> permitted(BidCommand command, Consumer<Bid> check) {
        Aggregate<Bid> bid = bids.load(command.bidId());
        bid.execute(check);
        return bid;
    }

    private CallTerms requireOpen(Aggregate<Bid> bid, CommandContext context) {
        return callOf(bid).invoke(call -> call.requireTakesBids(context.at()));
    }

    private Aggregate<GrantCall> callOf(Aggregate<Bid> bid) {
        return calls.load(bid.invoke(Bid::callId));
    }
}
