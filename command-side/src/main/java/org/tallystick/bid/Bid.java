package org.tallystick.bid;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendation;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Require;

/**
 * What an organisation asks of a call: its parts, each in a version of its own, and whether it has been sent.
 *
 * <p>Its fields are what its snapshots hold; the revision is raised with each change of them.
 */
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public class Bid {

    // Null until the first event: an aggregate that seems to have an id already is stored under that one.
    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String bidId;

    private String callId = "";
    private String applicant = "";
    private @Nullable BidState state;
    private BidContent content = BidContent.NOTHING;
    private Map<String, Integer> versions = new HashMap<>();
    private int certifiedCallVersion;

    /** For replay. */
    protected Bid() {}

    /** A new one. */
    public Bid(BidCommand.StartBid command) {
        apply(new BidEvent.BidStarted(command.bidId(), command.callId(), command.applicant()));
    }

    /** Answers who may apply. */
    public void answer(BidCommand.AnswerEligibility command, CallTerms terms) {
        int version = next(BidPart.ELIGIBILITY.name(), command.readVersion(), BidEvent.EligibilityAnswered.class);
        List<String> against =
                Eligibility.of(terms.eligibility(), command.answers()).against();
        apply(new BidEvent.EligibilityAnswered(bidId, version, command.answers(), against));
    }

    /** Describes the project. */
    public void describe(BidCommand.DescribeProject command) {
        int version = next(BidPart.PROJECT.name(), command.readVersion(), BidEvent.ProjectDescribed.class);
        apply(new BidEvent.ProjectDescribed(bidId, version, command.project()));
    }

    /** Answers a question that the call asks now, or one that it asked when it was answered before. */
    public void answer(BidCommand.AnswerBidQuestion command, CallTerms terms) {
        String question = command.question();
        String part = BidPart.QUESTION + question;
        if (terms.questions().stream().noneMatch(asked -> asked.text().equals(question))
                && !versions.containsKey(part)) {
            throw Require.invalid("question", "must be one that the call asks.");
        }
        int version = next(part, command.readVersion(), BidEvent.BidQuestionAnswered.class);
        apply(new BidEvent.BidQuestionAnswered(bidId, question, version, command.text()));
    }

    /** Says what the work costs. */
    public void cost(BidCommand.SaveBudget command) {
        int version = next(BidPart.BUDGET.name(), command.readVersion(), BidEvent.BudgetSaved.class);
        if (!command.budget().organisationId().equals(applicant)) {
            throw Require.invalid("organisationId", "must be the organisation that makes the bid.");
        }
        apply(new BidEvent.BudgetSaved(bidId, version, command.budget()));
    }

    /** Somebody stands for it as it was read. */
    public void certify(
            BidCommand.CertifyBid command, CallTerms terms, int callVersion, BidTask.CostProfiles profiles) {
        BidState.LIFECYCLE.require(state, BidEvent.BidCertified.class, "certified");
        CommandContext.requireRead(command.readVersion(), version(), "the bid");
        if (!command.statement().equals(Certification.STATEMENT)) {
            throw Require.invalid("statement", "must be what you sign off: “" + Certification.STATEMENT + "”");
        }
        List<String> missing = BidTask.of(terms, content, profiles).stream()
                .flatMap(task -> task.missing().stream())
                .toList();
        if (!missing.isEmpty()) {
            throw Rejection.of(Refusal.INCOMPLETE, String.join(" ", missing));
        }
        apply(new BidEvent.BidCertified(bidId, callVersion, command.statement()));
    }

    /** It is sent at that moment, which is before the call closes. */
    public void submit(int callVersion, Instant at) {
        BidState.LIFECYCLE.require(state, BidEvent.BidSubmitted.class, "sent");
        if (callVersion != certifiedCallVersion) {
            throw Rejection.of(
                    Refusal.WRONG_STATE,
                    "The call has changed since somebody signed off this bid: read what changed, and do it again.");
        }
        apply(new BidEvent.BidSubmitted(bidId, at.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** It is written again. */
    public void reopen() {
        BidState.LIFECYCLE.require(state, BidEvent.BidReopened.class, "taken up again");
        apply(new BidEvent.BidReopened(bidId));
    }

    /** The applicant takes it back. */
    public void withdraw() {
        if (state != null && state.isDecided()) {
            // Not how: its applicant learns that when all do.
            throw Rejection.of(Refusal.WRONG_STATE, "It is decided what becomes of this bid: it cannot be withdrawn.");
        }
        BidState.LIFECYCLE.require(state, BidEvent.BidWithdrawn.class, "withdrawn");
        apply(new BidEvent.BidWithdrawn(bidId));
    }

    /** Its applicant says how long it took. */
    public void report(int hours) {
        BidState.LIFECYCLE.require(state, BidEvent.HoursReported.class, "said to have taken so long");
        apply(new BidEvent.HoursReported(bidId, hours));
    }

    /** The call closed at that moment without it. */
    public void lapse(Instant closedAt) {
        BidState.LIFECYCLE.require(state, BidEvent.BidLapsed.class, "lapsed");
        apply(new BidEvent.BidLapsed(bidId, closedAt));
    }

    /** It was decided about. */
    public void decide(Recommendation decision) {
        BidEvent.Decided decided = switch (decision.outcome()) {
            case AWARD ->
                new BidEvent.BidAwarded(
                        bidId, Require.given(decision.awardId(), "awardId"), decision.amounts(), decision.reason());
            case RESERVE -> new BidEvent.BidReserved(bidId, decision.reason());
            case DECLINE -> new BidEvent.BidDeclined(bidId, decision.reason());
            case INELIGIBLE -> new BidEvent.BidFoundIneligible(bidId, decision.reason());
        };
        BidState.LIFECYCLE.require(state, decided.getClass(), "decided about");
        apply(decided);
    }

    /** Whether it waits for a decision. */
    public boolean isSubmitted() {
        return state == BidState.SUBMITTED;
    }

    /** Whether it is next, should money become free. */
    public boolean isReserved() {
        return state == BidState.RESERVED;
    }

    /** All that it says. */
    public BidContent content() {
        return content;
    }

    /** Refuses all but people of the applicant, in the words of a bid that does not exist. */
    public void requireOwn(CommandContext context) {
        context.requireActsForHidden(applicant, bidId);
    }

    /** The call it is made for. */
    public String callId() {
        return callId;
    }

    /** Who makes it. */
    public String applicant() {
        return applicant;
    }

    private int version() {
        return versions.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int next(String part, int readVersion, Class<? extends BidEvent.Saved> event) {
        BidState.LIFECYCLE.require(state, event, "changed");
        int version = versions.getOrDefault(part, 0);
        CommandContext.requireRead(readVersion, version, "this part");
        return version + 1;
    }

    @EventSourcingHandler
    void evolve(BidEvent event) {
        state = BidState.LIFECYCLE.after(state, event);
        switch (event) {
            case BidEvent.BidStarted e -> {
                bidId = e.bidId();
                callId = e.callId();
                applicant = e.applicant();
            }
            case BidEvent.Saved e -> {
                content = content.with(e);
                versions.put(part(e), e.version());
            }
            case BidEvent.BidCertified e -> certifiedCallVersion = e.callVersion();
            case BidEvent.BidSubmitted _,
                    BidEvent.BidReopened _,
                    BidEvent.BidWithdrawn _,
                    BidEvent.BidLapsed _,
                    BidEvent.HoursReported _,
                    BidEvent.Decided _ -> {}
        }
    }

    private static String part(BidEvent.Saved event) {
        return switch (event) {
            case BidEvent.EligibilityAnswered _ -> BidPart.ELIGIBILITY.name();
            case BidEvent.ProjectDescribed _ -> BidPart.PROJECT.name();
            case BidEvent.BidQuestionAnswered e -> BidPart.QUESTION + e.question();
            case BidEvent.BudgetSaved _ -> BidPart.BUDGET.name();
        };
    }
}
