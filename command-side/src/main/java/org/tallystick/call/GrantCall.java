package org.tallystick.call;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendation;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.UkTime;

/**
 * What a public body offers money for. The clock's events may be recorded late, when the process was down; what may be
 * done is decided by the moments of the timetable, to the millisecond.
 */
public class GrantCall {

    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String callId;

    private String holder = "";
    private @Nullable GrantCallState state;
    private @Nullable CallTerms terms;
    private int version;
    private final Set<String> drafters = new HashSet<>();
    private final AskedQuestions questions = new AskedQuestions();
    private final Decision decision = new Decision();

    /** For replay. */
    protected GrantCall() {}

    /** A new draft. */
    @CommandHandler
    public GrantCall(GrantCallCommand.DraftCall command, CommandContext context) {
        context.requireActsFor(command.holder(), "draft a call in its name");
        Fairness.requirePayable(command.terms());
        apply(new GrantCallEvent.CallDrafted(command.callId(), command.holder(), command.terms()));
    }

    @CommandHandler
    void handle(GrantCallCommand.RedraftCall command, CommandContext context) {
        context.requireActsFor(holder, "write this call");
        require(context, GrantCallEvent.CallRedrafted.class, "written anew");
        requireRead(command.readVersion());
        Fairness.requirePayable(command.terms());
        apply(new GrantCallEvent.CallRedrafted(callId, version + 1, command.terms()));
    }

    @CommandHandler
    void handle(GrantCallCommand.AmendCall command, CommandContext context) {
        context.requireActsFor(holder, "amend this call");
        require(context, GrantCallEvent.CallAmended.class, "amended");
        requireRead(command.readVersion());
        Fairness.requireFair(terms(), command.terms(), state == GrantCallState.OPEN, context.at());
        apply(new GrantCallEvent.CallAmended(callId, version + 1, command.terms()));
    }

    @CommandHandler
    void handle(GrantCallCommand.AskQuestion command, CommandContext context) {
        require(context, GrantCallEvent.QuestionAsked.class, "asked about");
        questions.requireNew(command.questionId());
        apply(new GrantCallEvent.QuestionAsked(callId, command.questionId(), command.text()));
    }

    @CommandHandler
    void handle(GrantCallCommand.AnswerQuestion command, CommandContext context) {
        context.requireActsFor(holder, "answer questions about this call");
        require(context, GrantCallEvent.QuestionAnswered.class, "asked about");
        questions.requireAsked(command.questionId());
        apply(new GrantCallEvent.QuestionAnswered(callId, command.questionId(), command.answer()));
    }

    @CommandHandler
    void handle(GrantCallCommand.KeepTime command, CommandContext context) {
        Optional<Instant> due = state == null ? Optional.empty() : state.dueAt(terms().timetable());
        if (due.filter(moment -> !context.at().isBefore(moment)).isEmpty()) {
            throw Rejection.of(Refusal.WRONG_STATE, "Nothing of this call is due.");
        }
        keepTime(context.at());
    }

    /**
     * Approved by somebody with the authority for it who did not write it.
     *
     * @param lightTouchPence see {@link Substance#finding}
     * @return its terms, whose money is to be set aside
     */
    public CallTerms approve(int readVersion, CommandContext context, long lightTouchPence, String authority) {
        require(context, GrantCallEvent.CallApproved.class, "approved");
        requireRead(readVersion);
        if (drafters.contains(context.actor().personId())) {
            throw Rejection.of(Refusal.SAME_PERSON, "Who wrote a call cannot approve it.");
        }
        CallTerms now = terms();
        Substance.Finding finding = now.substance().finding(now.envelopePence(), lightTouchPence);
        if (finding.conclusion() != Substance.Conclusion.GRANT) {
            String sentence = finding.rule() + " It cannot be given as a grant.";
            throw Rejection.of(Refusal.WRONG_STATE, "terms.substance", sentence);
        }
        if (now.timetable().opensAt().isBefore(context.at())) {
            String sentence = "The call was to open before now: set a later time.";
            throw Rejection.of(Refusal.WRONG_STATE, "terms.timetable.opensAt", sentence);
        }
        apply(
                new GrantCallEvent.CallApproved(callId, version, finding),
                MetaData.from(CommandContext.under(authority)));
        return now;
    }

    /**
     * Taken back.
     *
     * @return the funds that hold money set aside for it
     */
    public List<String> withdraw(CommandContext context) {
        context.requireActsFor(holder, "withdraw this call");
        require(context, GrantCallEvent.CallWithdrawn.class, "withdrawn");
        List<String> funds = state == GrantCallState.DRAFTED ? List.of() : terms().funds();
        apply(new GrantCallEvent.CallWithdrawn(callId));
        return funds;
    }

    /**
     * It is assessed, from now at the latest.
     *
     * @return its terms, by which bids are judged
     */
    public CallTerms assess(CommandContext context, String deed) {
        context.requireActsFor(holder, deed);
        keepTime(context.at());
        if (state == GrantCallState.CLOSED) {
            apply(new GrantCallEvent.AssessmentBegun(callId));
        }
        return requireAssessing();
    }

    /** Its terms, by which bids are judged now. */
    public CallTerms requireAssessing() {
        GrantCallState.LIFECYCLE.require(state, GrantCallEvent.AwardsRecommended.class, "assessed");
        return terms();
    }

    /** What is recommended and decided about its bids. */
    public Decision decision() {
        return decision;
    }

    /** What was recommended last, where somebody who did not recommend anything approves it as they read it. */
    public List<Recommendation> approvable(int readVersion, CommandContext context) {
        requireNext(GrantCallEvent.DecisionApproved.class, context, "approve the decision about this call", "decided");
        return decision.approvable(readVersion, context);
    }

    /** The promotion that was recommended last, where another person approves it as they read it. */
    public Recommendation promotable(int readVersion, CommandContext context) {
        requireNext(GrantCallEvent.PromotionApproved.class, context, "approve a promotion", "promoted from");
        return decision.promotable(readVersion, context);
    }

    /** Its terms, by which a bid in reserve is promoted. */
    public CallTerms requirePromoting(CommandContext context) {
        requireNext(GrantCallEvent.PromotionRecommended.class, context, "promote from the reserve", "promoted from");
        return terms();
    }

    private void requireNext(Class<? extends GrantCallEvent> event, CommandContext context, String deed, String done) {
        context.requireActsFor(holder, deed);
        GrantCallState.LIFECYCLE.require(state, event, done);
    }

    @CommandHandler
    void handle(GrantCallCommand.InformApplicants command, CommandContext context) {
        context.requireActsFor(holder, "tell the applicants");
        GrantCallState.LIFECYCLE.require(state, GrantCallEvent.ApplicantsInformed.class, "told about");
        apply(new GrantCallEvent.ApplicantsInformed(callId));
    }

    /** It is over; says which funds may hold money of it. */
    public List<String> archive(CommandContext context) {
        context.requireActsFor(holder, "end this call");
        GrantCallState.LIFECYCLE.require(state, GrantCallEvent.CallArchived.class, "archived");
        apply(new GrantCallEvent.CallArchived(callId));
        return terms().funds();
    }

    /**
     * Its terms, while it takes bids: by the moments of the timetable, whether the clock has recorded them or not.
     *
     * @throws Rejection {@link Refusal#TOO_LATE} from the moment it closes
     */
    public CallTerms requireTakesBids(Instant now) {
        if (state == null || state == GrantCallState.DRAFTED) {
            throw CommandContext.notFound(callId);
        }
        Fairness.requireTakesBids(state, terms().timetable(), now);
        return terms();
    }

    /** The moment from which it takes no more bids. */
    public Instant closesAt() {
        return terms().timetable().closesAt();
    }

    /** The version of its terms. */
    public int version() {
        return version;
    }

    /** The body it is the call of. */
    public String holder() {
        return holder;
    }

    /** Whether applicants have been told what became of their bids; before, nobody outside the body may learn it. */
    public boolean hasInformed() {
        return state == GrantCallState.INFORMED || state == GrantCallState.ARCHIVED;
    }

    /** What it has to give. */
    public long envelopePence() {
        return terms().envelopePence();
    }

    /** What the clock would have done by now happens first, so that nothing hangs on how punctual it is. */
    private void require(CommandContext context, Class<? extends GrantCallEvent> event, String deed) {
        keepTime(context.at());
        GrantCallState.LIFECYCLE.require(state, event, deed);
    }

    private void keepTime(Instant now) {
        if (state == GrantCallState.SCHEDULED
                && !now.isBefore(terms().timetable().opensAt())) {
            Instant opened = terms().timetable().opensAt();
            apply(new GrantCallEvent.CallOpened(callId, opened), on(opened));
        }
        if (state == GrantCallState.OPEN && !now.isBefore(terms().timetable().closesAt())) {
            Instant closed = terms().timetable().closesAt();
            apply(new GrantCallEvent.CallClosed(callId, closed), on(closed));
        }
    }

    private static MetaData on(Instant moment) {
        return MetaData.from(CommandContext.effectiveOn(UkTime.dayOf(moment)));
    }

    private void requireRead(int readVersion) {
        CommandContext.requireRead(readVersion, version, "the call");
    }

    private CallTerms terms() {
        return java.util.Objects.requireNonNull(terms);
    }

    @EventSourcingHandler
    void evolve(GrantCallEvent event, @Timestamp Instant at, @MetaDataValue("actorId") @Nullable String actor) {
        state = GrantCallState.LIFECYCLE.after(state, event);
        decision.evolve(event, UkTime.dayOf(at), actor);
        switch (event) {
            case GrantCallEvent.Written e -> written(e, actor);
            case GrantCallEvent.QuestionAsked e -> questions.add(e.questionId());
            default -> {}
        }
    }

    private void written(GrantCallEvent.Written event, @Nullable String actor) {
        version = event.version();
        terms = event.terms();
        if (event instanceof GrantCallEvent.CallDrafted drafted) {
            callId = drafted.callId();
            holder = drafted.holder();
        }
        if (actor != null) {
            drafters.add(actor);
        }
    }
}
