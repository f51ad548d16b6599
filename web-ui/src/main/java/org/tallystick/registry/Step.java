package org.tallystick.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tallystick.platform.Access;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Link;
import org.tallystick.platform.Role;
import org.tallystick.registry.OrganisationQuery.OrganisationView;

/**
 * A step that changes a registry entry. Offered to those whose step it is in the entry's present state; the registry
 * itself decides, by the same rules and by what only it knows.
 */
enum Step {
    REGISTER("Register it", OrganisationCommand.RegisterOrganisation.class),
    CONFIRM_BANK_DETAILS("Check the new bank details", OrganisationCommand.ConfirmBankDetails.class),
    REJECT_BANK_DETAILS("Reject the new bank details", OrganisationCommand.RejectBankDetails.class),
    VERIFY_STANDING("Verify that it is by and for", OrganisationCommand.VerifyByAndForStanding.class),
    REFUSE_STANDING("Refuse the claim to be by and for", OrganisationCommand.RefuseByAndForStanding.class),
    DECIDE_CHALLENGE("Decide about the doubt that it is by and for", OrganisationCommand.DecideByAndForChallenge.class),
    EVIDENCE_STANDING("Give evidence of being by and for", OrganisationCommand.EvidenceByAndForStanding.class),
    CLAIM_STANDING("Say that you are by and for", OrganisationCommand.ClaimByAndForStanding.class),
    COST_PROFILE("Record what it costs to run", OrganisationCommand.RecordCostProfile.class),
    PROPOSE_BANK_DETAILS("Change the bank details", OrganisationCommand.ProposeBankDetails.class),
    GIVE_ROLE("Give somebody a role", OrganisationCommand.GiveRole.class),
    TAKE_ROLE("Take a role back", OrganisationCommand.TakeRole.class),
    SET_LIMIT("Set how much a governor may approve", OrganisationCommand.SetDelegatedLimit.class),
    RENAME("Change the name", OrganisationCommand.RenameOrganisation.class),
    ADD_IDENTIFIER("Add a number on another register", OrganisationCommand.AddIdentifier.class),
    CHALLENGE_STANDING("Challenge that it is by and for", OrganisationCommand.ChallengeByAndForStanding.class),
    SUSPEND("Suspend it", OrganisationCommand.SuspendOrganisation.class),
    REINSTATE("Reinstate it", OrganisationCommand.ReinstateOrganisation.class),
    CLOSE("Close it for good", OrganisationCommand.CloseOrganisation.class);

    private final String label;
    private final Class<? extends OrganisationCommand> command;

    Step(String label, Class<? extends OrganisationCommand> command) {
        this.label = label;
        this.command = command;
    }

    /** The end of the address of its page. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Step> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path().equals(path)).findFirst();
    }

    /** What somebody can do about an organisation now, what is most urgent first. */
    static List<Link> offered(OrganisationView view, Actor actor) {
        String entry = RegistryWords.pathOf(view.summary().organisationId());
        return Arrays.stream(values())
                .filter(step -> step.isOffered(view, actor))
                .map(step -> new Link(step.label, entry + "/" + step.path()))
                .toList();
    }

    /** Whether somebody of this role may take it in this state. */
    boolean isOffered(OrganisationView view, Actor actor) {
        OrganisationState state = view.summary().state();
        boolean own = actor.actsFor(view.summary().organisationId());
        return mayAtAll(actor)
                && (this == TAKE_ROLE || state != OrganisationState.CLOSED)
                && switch (this) {
                    case REGISTER -> state == OrganisationState.APPLIED && !own;
                    case SUSPEND -> state == OrganisationState.REGISTERED && oversees(view, actor);
                    case REINSTATE -> state == OrganisationState.SUSPENDED && oversees(view, actor) && !own;
                    case CLOSE, RENAME, ADD_IDENTIFIER -> oversees(view, actor);
                    case CONFIRM_BANK_DETAILS ->
                        bankWaits(view)
                                && oversees(view, actor)
                                && !actor.personId().equals(proposer(view));
                    case REJECT_BANK_DETAILS -> bankWaits(view) && oversees(view, actor);
                    case CLAIM_STANDING -> own && standingIn(view, StandingState.REFUSED, StandingState.VERIFIED);
                    case EVIDENCE_STANDING ->
                        own
                                && view.standing() != null
                                && standingIn(view, StandingState.CLAIMED, StandingState.CHALLENGED);
                    case VERIFY_STANDING ->
                        !own && view.standing() != null && standingIn(view, StandingState.EVIDENCED);
                    case REFUSE_STANDING ->
                        !own && view.standing() != null && standingIn(view, StandingState.EVIDENCED);
                    case DECIDE_CHALLENGE ->
                        !own && view.standing() != null && standingIn(view, StandingState.CHALLENGED);
                    case CHALLENGE_STANDING ->
                        !own && view.summary().byAndFor() && !standingIn(view, StandingState.CHALLENGED);
                    case TAKE_ROLE -> own && !view.people().isEmpty();
                    case SET_LIMIT -> own && hasGovernor(view, actor);
                    case GIVE_ROLE, PROPOSE_BANK_DETAILS, COST_PROFILE -> own;
                };
    }

    /** Whether the role may send the command, whatever it is about. */
    boolean mayAtAll(Actor actor) {
        return Access.rolesOf(command).contains(actor.role());
    }

    /** Its own people, and public bodies where it is neither a public nor an audit body. */
    private static boolean oversees(OrganisationView view, Actor actor) {
        boolean applicant = actor.role() == Role.APPLICANT_LEAD || actor.role() == Role.APPLICANT_MEMBER;
        OrganisationKind kind = view.summary().kind();
        boolean stranger = !applicant && kind != OrganisationKind.STATUTORY_BODY && kind != OrganisationKind.AUDIT_BODY;
        return stranger || actor.actsFor(view.summary().organisationId());
    }

    private static boolean standingIn(OrganisationView view, StandingState... states) {
        return view.standing() == null
                || Arrays.asList(states).contains(view.standing().state());
    }

    private static boolean bankWaits(OrganisationView view) {
        return view.bank() != null && view.bank().changeWaiting();
    }

    private static String proposer(OrganisationView view) {
        return view.bank() == null || view.bank().proposedBy() == null
                ? ""
                : view.bank().proposedBy();
    }

    /** A governor other than who asks: nobody sets their own limit. */
    private static boolean hasGovernor(OrganisationView view, Actor actor) {
        return view.people().stream()
                .anyMatch(person ->
                        person.role() == Role.GOVERNOR && !person.personId().equals(actor.personId()));
    }
}
