package org.tallystick.registry;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;

/** A registry entry: an organisation, who acts for it, and what has been checked about it. */
public class Organisation {

    @SuppressWarnings("NullAway.Init")
    @AggregateIdentifier
    private String organisationId;

    private OrganisationKind kind = OrganisationKind.VOLUNTARY_ORGANISATION;
    private @Nullable OrganisationState state;
    private String name = "";
    private final Numbers numbers = new Numbers();
    private final People people = new People();
    private final BankAccount bank = new BankAccount();
    private final Standing standing = new Standing();
    private final CostProfiles costProfiles = new CostProfiles();

    /** For replay. */
    protected Organisation() {}

    /** A new entry, which waits to be registered. */
    @CommandHandler
    public Organisation(OrganisationCommand.ApplyForRegistration command, CommandContext context) {
        if (context.actor().role() == Role.APPLICANT_LEAD) {
            context.requireActsFor(command.organisationId(), "apply for it");
            RolesByKind.requireApplicant(command.kind());
        }
        apply(new OrganisationEvent.OrganisationApplied(
                command.organisationId(), command.name(), command.kind(), command.otherIdentifiers(), command.place()));
    }

    /** An entry that a published register names. */
    public Organisation(String organisationId, String name, OrganisationKind kind) {
        apply(new OrganisationEvent.OrganisationApplied(organisationId, name, kind, List.of(), ""));
        apply(new OrganisationEvent.OrganisationRegistered(organisationId));
    }

    @CommandHandler
    void handle(OrganisationCommand.RegisterOrganisation command, CommandContext context) {
        require(OrganisationEvent.OrganisationRegistered.class, "registered");
        requireStranger(context, "register it");
        apply(new OrganisationEvent.OrganisationRegistered(organisationId));
    }

    @CommandHandler
    void handle(OrganisationCommand.SuspendOrganisation command, CommandContext context) {
        require(OrganisationEvent.OrganisationSuspended.class, "suspended");
        requireMayOversee(context, "suspend it");
        apply(new OrganisationEvent.OrganisationSuspended(organisationId));
    }

    @CommandHandler
    void handle(OrganisationCommand.ReinstateOrganisation command, CommandContext context) {
        require(OrganisationEvent.OrganisationReinstated.class, "reinstated");
        requireMayOversee(context, "reinstate it");
        requireStranger(context, "reinstate it");
        apply(new OrganisationEvent.OrganisationReinstated(organisationId));
    }

    @CommandHandler
    void handle(OrganisationCommand.CloseOrganisation command, CommandContext context) {
        require(OrganisationEvent.OrganisationClosed.class, "closed");
        requireMayOversee(context, "close it");
        apply(new OrganisationEvent.OrganisationClosed(organisationId));
    }

    @CommandHandler
    void handle(OrganisationCommand.RenameOrganisation command, CommandContext context) {
        requireLive();
        requireMayOversee(context, "rename it");
        if (command.name().equals(name)) {
            throw Rejection.of(Refusal.INVALID, "name", "The organisation has that name already.");
        }
        apply(new OrganisationEvent.OrganisationRenamed(organisationId, command.name()));
    }

    @CommandHandler
    void handle(OrganisationCommand.AddIdentifier command, CommandContext context) {
        requireLive();
        requireMayOversee(context, "add an identifier");
        numbers.requireNew(command.identifier());
        apply(new OrganisationEvent.IdentifierAdded(organisationId, command.identifier()));
    }

    @CommandHandler
    void handle(OrganisationCommand.GiveRole command, CommandContext context) {
        requireLive();
        context.requireActsFor(organisationId, "give roles in it");
        RolesByKind.require(kind, command.role());
        people.requireWithout(command.personId(), command.role());
        apply(new OrganisationEvent.RoleGiven(organisationId, command.personId(), command.role()));
    }

    @CommandHandler
    void handle(OrganisationCommand.TakeRole command, CommandContext context) {
        context.requireActsFor(organisationId, "take roles in it");
        people.requireWith(command.personId(), command.role());
        apply(new OrganisationEvent.RoleTaken(organisationId, command.personId(), command.role()));
    }

    @CommandHandler
    void handle(OrganisationCommand.SetDelegatedLimit command, CommandContext context) {
        requireLive();
        context.requireActsFor(organisationId, "set limits in it");
        context.requireOtherThan(command.personId(), "Nobody can set their own delegated limit.");
        people.requireGovernor(command.personId());
        apply(new OrganisationEvent.DelegatedLimitSet(
                organisationId, command.personId(), command.limitPence(), command.from(), command.until()));
    }

    @CommandHandler
    void handle(OrganisationCommand.ProposeBankDetails command, CommandContext context) {
        requireLive();
        context.requireActsFor(organisationId, "change its bank details");
        apply(new OrganisationEvent.BankDetailsProposed(
                organisationId, command.bankDetails(), context.actor().personId()));
    }

    @CommandHandler
    void handle(OrganisationCommand.ConfirmBankDetails command, CommandContext context) {
        requireLive();
        requireMayOversee(context, "confirm its bank details");
        OrganisationEvent.BankDetailsProposed waiting = bank.requireProposed();
        context.requireOtherThan(waiting.proposedBy(), "A second person must confirm bank details; you proposed them.");
        bank.requireProposed(command.bankDetails());
        apply(new OrganisationEvent.BankDetailsConfirmed(
                organisationId, waiting.bankDetails(), context.actor().personId()));
    }

    @CommandHandler
    void handle(OrganisationCommand.RejectBankDetails command, CommandContext context) {
        requireMayOversee(context, "reject its bank details");
        bank.requireProposed();
        apply(new OrganisationEvent.BankDetailsRejected(organisationId));
    }

    @CommandHandler
    void handle(OrganisationCommand.ClaimByAndForStanding command, CommandContext context) {
        requireLive();
        context.requireActsFor(organisationId, "claim a standing for it");
        apply(standing.claimed(organisationId, command.claim()));
    }

    @CommandHandler
    void handle(OrganisationCommand.EvidenceByAndForStanding command, CommandContext context) {
        requireLive();
        context.requireActsFor(organisationId, "give evidence for it");
        standing.require(OrganisationEvent.ByAndForStandingEvidenced.class, "evidenced");
        apply(new OrganisationEvent.ByAndForStandingEvidenced(organisationId, command.evidence()));
    }

    /** One more person of another organisation verifies the standing. */
    public void verifyStanding(CommandContext context, boolean verifierIsOfCommunity) {
        requireLive();
        requireStranger(context, "verify its standing");
        apply(standing.verifiedBy(organisationId, context, verifierIsOfCommunity));
    }

    @CommandHandler
    void handle(OrganisationCommand.RefuseByAndForStanding command, CommandContext context) {
        requireLive();
        requireStranger(context, "refuse its standing");
        standing.require(OrganisationEvent.ByAndForStandingRefused.class, "refused");
        apply(new OrganisationEvent.ByAndForStandingRefused(organisationId));
    }

    @CommandHandler
    void handle(OrganisationCommand.ChallengeByAndForStanding command, CommandContext context) {
        requireLive();
        requireStranger(context, "challenge its standing");
        apply(standing.challenged(organisationId, context));
    }

    /** One more person of another organisation says whether its standing was challenged with good reason. */
    public void decideChallenge(CommandContext context, ChallengeDecision decision, boolean isOfCommunity) {
        requireLive();
        requireStranger(context, "decide about its standing");
        apply(standing.decidedBy(organisationId, context, decision, isOfCommunity));
    }

    @CommandHandler
    void handle(OrganisationCommand.RecordCostProfile command, CommandContext context) {
        requireLive();
        context.requireActsFor(organisationId, "record what it costs to run it");
        apply(costProfiles.recorded(organisationId, command.costProfile()));
    }

    /** Refuses unless it is registered now: no money for those suspended, closed or not yet registered. */
    public void requireRegistered() {
        if (state != OrganisationState.REGISTERED) {
            throw Rejection.of(
                    Refusal.ORGANISATION_NOT_REGISTERED, name + " (" + organisationId + ") is not registered now.");
        }
    }

    /** Refuses unless it is of a kind that asks for grants. */
    public void requireMayBid() {
        RolesByKind.requireMayBid(kind);
    }

    /** What it costs to run it. */
    public CostProfiles costProfiles() {
        return costProfiles;
    }

    /** Refuses its own people, also where they act for another organisation just now. */
    public void requireStranger(CommandContext context, String deed) {
        if (context.actor().actsFor(organisationId)
                || people.include(context.actor().personId())) {
            throw Rejection.of(
                    Refusal.NOT_ALLOWED, "You belong to " + name + "; only people who do not can " + deed + ".");
        }
    }

    /** Whether a register that calls it this too can mean it. */
    public boolean mayBe(String identifier) {
        return numbers.mayInclude(identifier);
    }

    /** Takes a further identifier from a register. */
    public void learn(String identifier) {
        apply(new OrganisationEvent.IdentifierAdded(organisationId, identifier));
    }

    /** Where it is paid. */
    public BankAccount bank() {
        return bank;
    }

    /** Who acts for it. */
    public People people() {
        return people;
    }

    /** Whether it has a verified by-and-for standing on a day. */
    public boolean isByAndFor(LocalDate day) {
        return standing.holdsOn(day);
    }

    /** Whether its people may count as the community's own when they verify another organisation's standing. */
    public boolean speaksForCommunity(LocalDate day) {
        return kind == OrganisationKind.INFRASTRUCTURE_BODY || standing.holdsOn(day);
    }

    private void require(Class<? extends OrganisationEvent> event, String deed) {
        OrganisationState.LIFECYCLE.require(state, event, deed);
    }

    private void requireLive() {
        if (state == OrganisationState.CLOSED) {
            throw Rejection.of(Refusal.WRONG_STATE, name + " is closed.");
        }
    }

    /** Its own people may, and public bodies where it is no public or audit body itself: none rules over another. */
    private void requireMayOversee(CommandContext context, String deed) {
        if (!RolesByKind.mayOversee(context.actor().role(), kind)) {
            context.requireActsFor(organisationId, deed);
        }
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        state = OrganisationState.LIFECYCLE.after(state, event);
        switch (event) {
            case OrganisationEvent.OrganisationApplied e -> {
                organisationId = e.organisationId();
                kind = e.kind();
                name = e.name();
                numbers.evolve(e);
            }
            case OrganisationEvent.OrganisationRegistered _,
                    OrganisationEvent.OrganisationSuspended _,
                    OrganisationEvent.OrganisationReinstated _ -> {}
            case OrganisationEvent.OrganisationClosed e -> people.evolve(e);
            case OrganisationEvent.OrganisationRenamed e -> name = e.name();
            case OrganisationEvent.IdentifierAdded e -> numbers.evolve(e);
            case OrganisationEvent.OfPeople _ -> people.evolve(event);
            case OrganisationEvent.OfBank _ -> bank.evolve(event);
            case OrganisationEvent.OfStanding e -> standing.evolve(e);
            case OrganisationEvent.CostProfileRecorded e -> costProfiles.evolve(e);
        }
    }
}
