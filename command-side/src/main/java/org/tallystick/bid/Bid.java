package org.tallystick.bid;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
@Revision("2")
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

    /** Says what the part of an organisation costs; each writes its own. */
    public void cost(BidCommand.SaveBudget command, CommandContext context) {
        String organisation = command.budget().organisationId();
        if (!organisation.equals(applicant) && content.partner(organisation).isEmpty()) {
            throw Require.invalid(
                    "organisationId", "must be the organisation that makes the bid, or one of its partners.");
        }
        context.requireActsFor(organisation, "write its budget");
        int version = next(budgetOf(organisation), command.readVersion(), BidEvent.BudgetSaved.class);
        apply(new BidEvent.BudgetSaved(bidId, version, command.budget()));
    }

    /** Asks an organisation to take part. */
    public void invite(BidCommand.InvitePartner command) {
        BidState.LIFECYCLE.require(state, BidEvent.PartnerInvited.class, "changed");
        String partner = command.partner();
        if (partner.equals(applicant)) {
            throw Require.invalid("partner", "must be another organisation than yours, which leads the bid.");
        }
        if (content.partner(partner).isPresent()) {
            throw Rejection.of(Refusal.ALREADY_EXISTS, "partner", "This organisation is a partner in the bid already.");
        }
        if (content.partners().size() == Partner.MOST) {
            throw Require.invalid("partner", "must be one of at most " + Partner.MOST + " partners.");
        }
        apply(new BidEvent.PartnerInvited(bidId, partner, after(partner), command.work(), command.sight()));
    }

    /** Changes what a partner is to do, or how much it sees. */
    public void change(BidCommand.ChangePartner command) {
        String partner = content.requirePartner(command.partner()).organisationId();
        int version = next(partOf(partner), command.readVersion(), BidEvent.PartnerChanged.class);
        apply(new BidEvent.PartnerChanged(bidId, partner, version, command.work(), command.sight()));
    }

    /** Goes on without a partner. */
    public void remove(BidCommand.RemovePartner command) {
        BidState.LIFECYCLE.require(state, BidEvent.PartnerRemoved.class, "changed");
        String partner = content.requirePartner(command.partner()).organisationId();
        apply(new BidEvent.PartnerRemoved(bidId, partner, after(partner)));
    }

    /** Somebody stands for the part of a partner as it was read. */
    public void agree(BidCommand.AgreeAsPartner command, CallTerms terms, Parties parties) {
        String partner = content.requirePartner(command.partner()).organisationId();
        int version = next(partOf(partner), command.readVersion(), BidEvent.PartnerAgreed.class);
        int budgetVersion = versions.getOrDefault(budgetOf(partner), 0);
        CommandContext.requireRead(command.readBudgetVersion(), budgetVersion, "your budget");
        if (!command.statement().equals(Certification.OF_PARTNER)) {
            throw Require.invalid("statement", "must be what you stand for: “" + Certification.OF_PARTNER + "”");
        }
        BidEvent.PartnerAgreed agreed =
                new BidEvent.PartnerAgreed(bidId, partner, version, budgetVersion, command.statement());
        requireComplete(BidTask.of(terms, content.with(agreed), parties).stream()
                .filter(task -> task.part() == BidPart.PARTNER && partner.equals(task.question())));
        apply(agreed);
    }

    /** A partner takes part no more. */
    public void leave(BidCommand.LeaveBid command) {
        BidState.LIFECYCLE.require(state, BidEvent.PartnerLeft.class, "changed");
        String partner = content.requirePartner(command.partner()).organisationId();
        apply(new BidEvent.PartnerLeft(bidId, partner, after(partner)));
    }

    /** Somebody stands for it as it was read. */
    public void certify(BidCommand.CertifyBid command, CallTerms terms, int callVersion, Parties parties) {
        BidState.LIFECYCLE.require(state, BidEvent.BidCertified.class, "certified");
        CommandContext.requireRead(command.readVersion(), version(), "the bid");
        if (!command.statement().equals(Certification.STATEMENT)) {
            throw Require.invalid("statement", "must be what you sign off: “" + Certification.STATEMENT + "”");
        }
        requireComplete(BidTask.of(terms, content, parties).stream());
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

    /** The call it is made for. */
    public String callId() {
        return callId;
    }

    /** Who makes it, and leads it where there are partners. */
    public String applicant() {
        return applicant;
    }

    /** All organisations that make it, the lead first. */
    public List<String> organisations() {
        return Stream.concat(Stream.of(applicant), content.partners().stream().map(Partner::organisationId))
                .toList();
    }

    private static void requireComplete(Stream<BidTask> tasks) {
        List<String> missing = tasks.flatMap(task -> task.missing().stream()).toList();
        if (!missing.isEmpty()) {
            throw Rejection.of(Refusal.INCOMPLETE, String.join(" ", missing));
        }
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

    private int after(String partner) {
        return versions.getOrDefault(partOf(partner), 0) + 1;
    }

    private static String partOf(String partner) {
        return BidPart.PARTNER + partner;
    }

    private String budgetOf(String organisation) {
        return BidPart.BUDGET + (organisation.equals(applicant) ? "" : organisation);
    }

    private String part(BidEvent.Saved event) {
        return switch (event) {
            case BidEvent.EligibilityAnswered _ -> BidPart.ELIGIBILITY.name();
            case BidEvent.ProjectDescribed _ -> BidPart.PROJECT.name();
            case BidEvent.BidQuestionAnswered e -> BidPart.QUESTION + e.question();
            case BidEvent.BudgetSaved e -> budgetOf(e.budget().organisationId());
            case BidEvent.OfPartner e -> partOf(e.partner());
        };
    }
}
